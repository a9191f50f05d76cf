--% EXPLORE 202: product analytics

--# SUM of CASE: a funnel of visits by device
--: sample-data/README.md, funnel
--@ sample web_clickstream
WITH events AS (
  SELECT timestamp AS ts, identityMap.ECID[0].id AS browser, device.type AS device, commerce, row_number() OVER (PARTITION BY _id ORDER BY timestamp) AS copy
  FROM web_clickstream
  WHERE timestamp < to_timestamp('2030-01-01') AND environment.browserDetails.userAgent NOT LIKE '%Headless%'
),
sessions AS (
  SELECT browser, device, commerce, SESS_TIMEOUT(ts, 1800) OVER (PARTITION BY browser ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS session
  FROM events
  WHERE copy = 1
),
visits AS (
  SELECT browser, session.num AS num, first(device) AS device,
    MAX(CASE WHEN commerce.productViews.value > 0 THEN 1 ELSE 0 END) AS viewed,
    MAX(CASE WHEN commerce.productListAdds.value > 0 THEN 1 ELSE 0 END) AS added,
    MAX(CASE WHEN commerce.checkouts.value > 0 THEN 1 ELSE 0 END) AS checked_out,
    MAX(CASE WHEN commerce.purchases.value > 0 THEN 1 ELSE 0 END) AS purchased
  FROM sessions
  GROUP BY browser, session.num
)
SELECT device, count(*) AS visits, sum(viewed) AS views, sum(added) AS adds, sum(checked_out) AS checkouts, sum(purchased) AS purchases FROM visits GROUP BY device ORDER BY visits DESC;
--= ["device", "visits", "views", "adds", "checkouts", "purchases"]
--= ["phone", 5716, 2386, 855, 485, 343]
--= ["desktop", 3394, 1699, 928, 659, 506]
--= ["tablet", 763, 337, 142, 98, 68]

--# TIME_BETWEEN_PREVIOUS_MATCH: no purchase before its own checkout
--: by hand: times since an earlier event are never negative
--@ sample web_clickstream
SELECT min(seconds) >= 0 AS forward FROM (SELECT commerce, TIME_BETWEEN_PREVIOUS_MATCH(timestamp, commerce.checkouts.value > 0) OVER (PARTITION BY identityMap.ECID[0].id ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS seconds FROM web_clickstream) WHERE commerce.purchases.value > 0;
--= ["forward"]
--= [true]

--# cohort: visitors by the month of their first visit
--: sample-data/README.md: 6,008 browsers in March, April and May 2026
--@ sample web_clickstream
SELECT count(*) AS cohorts, sum(visitors) AS visitors FROM (SELECT date_trunc('month', first) AS month, count(*) AS visitors FROM (SELECT identityMap.ECID[0].id AS browser, min(timestamp) AS first FROM web_clickstream WHERE timestamp < to_timestamp('2030-01-01') GROUP BY 1) GROUP BY month);
--= ["cohorts", "visitors"]
--= [3, 6008]
