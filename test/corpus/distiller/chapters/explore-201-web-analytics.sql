--% EXPLORE 201: web analytics

--# SESS_TIMEOUT: sessions of all browsers
--: sample-data/README.md: 9,922 sessions at thirty minutes, of 39,830 events
--@ sample web_clickstream
WITH events AS (
  SELECT _id, timestamp AS ts, identityMap.ECID[0].id AS browser, row_number() OVER (PARTITION BY _id ORDER BY timestamp) AS copy
  FROM web_clickstream
  WHERE timestamp < to_timestamp('2030-01-01')
)
SELECT count(*) AS events, count(DISTINCT browser, session.num) AS visits, count_if(session.is_new) AS starts
FROM (
  SELECT browser, SESS_TIMEOUT(ts, 60 * 30) OVER (PARTITION BY browser ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS session
  FROM events
  WHERE copy = 1
);
--= ["events", "visits", "starts"]
--= [39830, 9922, 9922]

--# count: visitors and signed-in visitors
--: sample-data/README.md: 6,000 visitors and 8 bots; 1,038 browsers signed in
--@ sample web_clickstream
SELECT COUNT(DISTINCT identityMap.ECID[0].id) Cookie_Visitors, COUNT(DISTINCT if(identityMap.CRMID IS NOT NULL, identityMap.ECID[0].id, NULL)) signed_in FROM web_clickstream WHERE timestamp < '2030-01-01';
--= ["Cookie_Visitors", "signed_in"]
--= [6008, 1038]

--# GROUP BY: bounces, the visits of one event
--: sample-data/README.md: 9,873 visits of people, 3,267 bounces
--@ sample web_clickstream
WITH events AS (
  SELECT timestamp AS ts, identityMap.ECID[0].id AS browser, environment.browserDetails.userAgent AS agent, row_number() OVER (PARTITION BY _id ORDER BY timestamp) AS copy
  FROM web_clickstream
  WHERE timestamp < to_timestamp('2030-01-01')
),
visits AS (
  SELECT browser, session.num AS num, max(session.depth) AS depth
  FROM (
    SELECT browser, SESS_TIMEOUT(ts, 1800) OVER (PARTITION BY browser ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS session
    FROM events
    WHERE copy = 1 AND agent NOT LIKE '%Headless%'
  )
  GROUP BY browser, session.num
)
SELECT count(*) AS visits, count_if(depth = 1) AS bounces FROM visits;
--= ["visits", "bounces"]
--= [9873, 3267]

--# ATTRIBUTION_LAST_TOUCH: revenue by the channel of the visit
--: sample-data/README.md, revenueByChannelOfPurchase: the channel stands on the first event of each visit
--@ sample web_clickstream
WITH events AS (
  SELECT timestamp AS ts, identityMap.ECID[0].id AS browser, marketing.channel AS channel, commerce.`order`.priceTotal AS revenue, row_number() OVER (PARTITION BY _id ORDER BY timestamp) AS copy
  FROM web_clickstream
  WHERE timestamp < to_timestamp('2030-01-01')
)
SELECT touch.value AS channel, round(sum(revenue), 2) AS revenue
FROM (
  SELECT revenue, ATTRIBUTION_LAST_TOUCH(ts, 'channel', channel) OVER (PARTITION BY browser ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS touch
  FROM events
  WHERE copy = 1
)
WHERE revenue IS NOT NULL
GROUP BY touch.value
ORDER BY channel;
--= ["channel", "revenue"]
--= ["affiliate", 6044.56]
--= ["direct", 31330.2]
--= ["email", 19225.42]
--= ["organic search", 22073.4]
--= ["paid search", 20066.05]
--= ["social", 4371.23]

--# ATTRIBUTION_FIRST_TOUCH: revenue by the channel of the first visit
--: sample-data/README.md, revenueByChannelOfFirstVisit
--@ sample web_clickstream
WITH events AS (
  SELECT timestamp AS ts, identityMap.ECID[0].id AS browser, marketing.channel AS channel, commerce.`order`.priceTotal AS revenue, row_number() OVER (PARTITION BY _id ORDER BY timestamp) AS copy
  FROM web_clickstream
  WHERE timestamp < to_timestamp('2030-01-01')
)
SELECT touch.value AS channel, round(sum(revenue), 2) AS revenue
FROM (
  SELECT revenue, ATTRIBUTION_FIRST_TOUCH(ts, 'channel', channel) OVER (PARTITION BY browser ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS touch
  FROM events
  WHERE copy = 1
)
WHERE revenue IS NOT NULL
GROUP BY touch.value
ORDER BY channel;
--= ["channel", "revenue"]
--= ["affiliate", 3764.16]
--= ["direct", 31161.3]
--= ["email", 13796.15]
--= ["organic search", 27171.87]
--= ["paid search", 20927.25]
--= ["social", 6290.13]

--# PREVIOUS: entries are pages without one before
--: sample-data/README.md: 6,008 browsers
--@ sample web_clickstream
SELECT count_if(p.value IS NULL) AS entries FROM (SELECT PREVIOUS(page) OVER (PARTITION BY browser ORDER BY ts, id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS p FROM (SELECT DISTINCT _id AS id, timestamp AS ts, identityMap.ECID[0].id AS browser, web.webPageDetails.name AS page FROM web_clickstream WHERE timestamp < to_timestamp('2030-01-01')));
--= ["entries"]
--= [6008]

--# date_trunc: days of the data
--: sample-data/README.md: 90 days from 3 March 2026
--@ sample web_clickstream
SELECT min(day) AS first, count(*) AS days FROM (SELECT to_date(date_trunc('day', timestamp)) AS day, count(*) AS n FROM web_clickstream WHERE timestamp < '2030-01-01' GROUP BY day);
--= ["first", "days"]
--= ["2026-03-03", 90]
