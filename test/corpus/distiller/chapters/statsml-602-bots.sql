--% STATSML 601 and 602: retention and bots

--# NOT IN: browsers of more than sixty events in a minute
--: Data Distiller guide, STATSML 602; sample-data/README.md: bots alone can be so quick
--@ sample web_clickstream
SELECT count(*) AS humans_caught FROM (SELECT identityMap.ECID[0].id AS ecid, max(environment.browserDetails.userAgent) AS agent FROM web_clickstream GROUP BY floor(unix_timestamp(timestamp) / 60), identityMap.ECID[0].id HAVING count(*) > 60) WHERE agent NOT LIKE '%Headless%';
--= ["humans_caught"]
--= [0]

--# struct: most events in one, five and thirty minutes
--: Data Distiller guide, STATSML 602; sample-data/README.md, bots
--@ sample web_clickstream
WITH one AS (SELECT ecid, max(n) AS one_minute FROM (SELECT identityMap.ECID[0].id AS ecid, count(*) AS n FROM web_clickstream GROUP BY identityMap.ECID[0].id, floor(unix_timestamp(timestamp) / 60)) GROUP BY ecid),
thirty AS (SELECT ecid, max(n) AS thirty_minute FROM (SELECT identityMap.ECID[0].id AS ecid, count(*) AS n FROM web_clickstream GROUP BY identityMap.ECID[0].id, floor(unix_timestamp(timestamp) / 1800)) GROUP BY ecid)
SELECT count(*) AS browsers, bool_and(c.one_minute <= c.thirty_minute) AS nested FROM (SELECT one.ecid, struct(one_minute, thirty_minute) AS c FROM one JOIN thirty ON one.ecid = thirty.ecid);
--= ["browsers", "nested"]
--= [6008, true]

--# EXISTS: events with something of value
--: Data Distiller guide, STATSML 601
--@ sample web_clickstream
SELECT count(*) = (SELECT count(*) FROM web_clickstream WHERE size(filter(productListItems, p -> p.priceTotal > 0)) > 0) AS same FROM web_clickstream WHERE EXISTS(productListItems, value -> value.priceTotal > 0);
--= ["same"]
--= [true]

--# date_trunc: customers of a week that come again in the next
--: by hand: those who return are among those who came
--@ sample web_clickstream
WITH weeks AS (SELECT DISTINCT identityMap.CRMID[0].id AS customer, date_trunc('week', timestamp) AS week FROM web_clickstream WHERE identityMap.CRMID IS NOT NULL AND timestamp < to_timestamp('2030-01-01')) SELECT count(*) > 10 AS weeks, bool_and(returned <= came) AS sound FROM (SELECT a.week, count(a.customer) AS came, count(b.customer) AS returned FROM weeks a LEFT JOIN weeks b ON a.customer = b.customer AND b.week = a.week + INTERVAL 7 days GROUP BY a.week);
--= ["weeks", "sound"]
--= [true, true]

--# CREATE MODEL: cannot be trained yet
--: Data Distiller guide, STATSML 601
CREATE MODEL retention_model TRANSFORM(vector_assembler(array(current_customers, previous_customers)) features) OPTIONS(MODEL_TYPE='logistic_reg', LABEL='churned') AS SELECT 1 AS current_customers, 2 AS previous_customers, 0 AS churned;
--! 1:1 yet
