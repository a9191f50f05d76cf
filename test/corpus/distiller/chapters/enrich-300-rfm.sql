--% ENRICH 300: recency, frequency and monetary value

--# HAVING: orders that were cancelled, left out
--: Data Distiller guide, ENRICH 300; sample-data/README.md, ordersKept and revenueKept
--@ sample order_events
CREATE VIEW orders_cancelled AS SELECT purchase_id FROM order_events WHERE event_type IN ('order', 'cancellation') GROUP BY purchase_id HAVING count(DISTINCT event_type) = 2;
CREATE TABLE order_data AS SELECT email AS userid, purchase_id AS purchaseid, price_total AS total_revenue, to_date(timestamp) AS purchase_date FROM order_events WHERE event_type = 'order' AND purchase_id NOT IN (SELECT purchase_id FROM orders_cancelled);
SELECT count(*) AS orders, round(sum(total_revenue), 2) AS revenue FROM order_data;
--= ["orders", "revenue"]
--= [8704, 984111.04]

--# NTILE: scores of four and segments, written to a profile table
--: Data Distiller guide, ENRICH 300; by hand: the segments hold every customer once
--@ sample order_events
CREATE VIEW rfm_values AS SELECT email AS userid, DATEDIFF(DATE '2026-06-01', MAX(to_date(timestamp))) AS days_since_last_purchase, COUNT(purchase_id) AS orders, SUM(price_total) AS total_revenue FROM order_events WHERE event_type = 'order' GROUP BY email;
CREATE VIEW rfm_scores AS SELECT userid, orders, total_revenue, 5 - NTILE(4) OVER (ORDER BY days_since_last_purchase DESC) AS recency, NTILE(4) OVER (ORDER BY orders DESC) AS frequency, NTILE(4) OVER (ORDER BY total_revenue DESC) AS monetization FROM rfm_values;
CREATE VIEW rfm_model_segment AS SELECT userid, orders, total_revenue, recency, frequency, monetization, CASE WHEN recency = 1 AND frequency = 1 AND monetization = 1 THEN '1. Core - Your Best Customers' WHEN frequency = 1 THEN '2. Loyal - Your Most Loyal Customers' WHEN monetization = 1 THEN '3. Whales - Your Highest Paying Customers' WHEN recency IN (1, 2, 3) AND frequency IN (1, 2, 3) THEN '4. Promising - Faithful customers' WHEN recency = 1 THEN '5. Rookies - Your Newest Customers' ELSE '6. Slipping - Once Loyal, Now Gone' END AS rfm_model FROM rfm_scores;
CREATE TABLE IF NOT EXISTS adls_rfm_profile (userId TEXT PRIMARY IDENTITY NAMESPACE 'Email', orders INTEGER, total_revenue DECIMAL(18, 2), recency INTEGER, frequency INTEGER, monetization INTEGER, rfm_model TEXT) WITH (LABEL='PROFILE');
INSERT INTO adls_rfm_profile SELECT Struct(userid, orders, total_revenue, recency, frequency, monetization, rfm_model) _tenantid FROM rfm_model_segment;
SELECT count(*) = (SELECT count(DISTINCT email) FROM order_events WHERE event_type = 'order') AS everybody, count(DISTINCT userId) = count(*) AS once, min(rfm_model) AS first FROM adls_rfm_profile;
--= ["everybody", "once", "first"]
--= [true, true, "1. Core - Your Best Customers"]
