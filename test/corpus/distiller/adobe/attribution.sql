--% Adobe-defined functions: attribution

--# ATTRIBUTION_FIRST_TOUCH: the first channel of each visitor
--: Data Distiller docs; by hand
SELECT id, ts, a.name AS name, a.value AS value, a.timestamp AS at, a.fraction AS fraction
FROM (
  SELECT id, ts, ATTRIBUTION_FIRST_TOUCH(ts, 'code', code) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS a
  FROM VALUES
    ('a', TIMESTAMP '2024-01-01 10:00:00', 'email'), ('a', TIMESTAMP '2024-01-01 10:01:00', 'social'), ('a', TIMESTAMP '2024-01-01 10:02:00', NULL),
    ('b', TIMESTAMP '2024-01-01 10:05:00', 'search') AS t(id, ts, code)
)
ORDER BY id, ts;
--= ["id", "ts", "name", "value", "at", "fraction"]
--= ["a", "2024-01-01 10:00:00", "code", "email", "2024-01-01 10:00:00", 1]
--= ["a", "2024-01-01 10:01:00", "code", "email", "2024-01-01 10:00:00", 1]
--= ["a", "2024-01-01 10:02:00", "code", "email", "2024-01-01 10:00:00", 1]
--= ["b", "2024-01-01 10:05:00", "code", "search", "2024-01-01 10:05:00", 1]

--# ATTRIBUTION_FIRST_TOUCH: passes over NULL channels
--: Data Distiller docs
SELECT ts, a.value AS value, a.timestamp AS at FROM (SELECT ts, ATTRIBUTION_FIRST_TOUCH(ts, 'code', code) OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS a FROM VALUES (TIMESTAMP '2024-01-01 10:00:00', NULL), (TIMESTAMP '2024-01-01 10:01:00', 'x'), (TIMESTAMP '2024-01-01 10:02:00', 'y') AS t(ts, code)) ORDER BY ts;
--= ["ts", "value", "at"]
--= ["2024-01-01 10:00:00", null, null]
--= ["2024-01-01 10:01:00", "x", "2024-01-01 10:01:00"]
--= ["2024-01-01 10:02:00", "x", "2024-01-01 10:01:00"]

--# ATTRIBUTION_LAST_TOUCH: the latest channel so far
--: Data Distiller docs; by hand
SELECT id, ts, a.name AS name, a.value AS value, a.timestamp AS at, a.fraction AS fraction
FROM (
  SELECT id, ts, ATTRIBUTION_LAST_TOUCH(ts, 'code', code) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS a
  FROM VALUES
    ('a', TIMESTAMP '2024-01-01 10:00:00', 'email'), ('a', TIMESTAMP '2024-01-01 10:01:00', NULL), ('a', TIMESTAMP '2024-01-01 10:02:00', 'social'),
    ('b', TIMESTAMP '2024-01-01 10:05:00', 'search') AS t(id, ts, code)
)
ORDER BY id, ts;
--= ["id", "ts", "name", "value", "at", "fraction"]
--= ["a", "2024-01-01 10:00:00", "code", "email", "2024-01-01 10:00:00", 1]
--= ["a", "2024-01-01 10:01:00", "code", "email", "2024-01-01 10:00:00", 1]
--= ["a", "2024-01-01 10:02:00", "code", "social", "2024-01-01 10:02:00", 1]
--= ["b", "2024-01-01 10:05:00", "code", "search", "2024-01-01 10:05:00", 1]

--# ATTRIBUTION_LAST_TOUCH: over the whole partition
--: by hand
SELECT ts, ATTRIBUTION_LAST_TOUCH(ts, 'code', code) OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING).value AS v FROM VALUES (TIMESTAMP '2024-01-01 10:00:00', 'x'), (TIMESTAMP '2024-01-01 10:01:00', 'y'), (TIMESTAMP '2024-01-01 10:02:00', NULL) AS t(ts, code) ORDER BY ts;
--= ["ts", "v"]
--= ["2024-01-01 10:00:00", "y"]
--= ["2024-01-01 10:01:00", "y"]
--= ["2024-01-01 10:02:00", "y"]

--# ATTRIBUTION_FIRST_TOUCH_EXP_IF: starts anew behind the condition
--: Data Distiller docs; by hand
SELECT ts, a.value AS value
FROM (
  SELECT ts, ATTRIBUTION_FIRST_TOUCH_EXP_IF(ts, 'code', code, bought, false) OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS a
  FROM VALUES (TIMESTAMP '2024-01-01 10:00:00', 'a', false), (TIMESTAMP '2024-01-01 10:01:00', 'b', true), (TIMESTAMP '2024-01-01 10:02:00', 'c', false), (TIMESTAMP '2024-01-01 10:03:00', NULL, false) AS t(ts, code, bought)
)
ORDER BY ts;
--= ["ts", "value"]
--= ["2024-01-01 10:00:00", "a"]
--= ["2024-01-01 10:01:00", "a"]
--= ["2024-01-01 10:02:00", "c"]
--= ["2024-01-01 10:03:00", "c"]

--# ATTRIBUTION_FIRST_TOUCH_EXP_IF: starts anew at the condition
--: Data Distiller docs; by hand
SELECT ts, a.value AS value, a.fraction AS fraction
FROM (
  SELECT ts, ATTRIBUTION_FIRST_TOUCH_EXP_IF(ts, 'code', code, bought, true) OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS a
  FROM VALUES (TIMESTAMP '2024-01-01 10:00:00', 'a', false), (TIMESTAMP '2024-01-01 10:01:00', 'b', true), (TIMESTAMP '2024-01-01 10:02:00', 'c', false), (TIMESTAMP '2024-01-01 10:03:00', NULL, NULL) AS t(ts, code, bought)
)
ORDER BY ts;
--= ["ts", "value", "fraction"]
--= ["2024-01-01 10:00:00", "a", 1]
--= ["2024-01-01 10:01:00", "b", 1]
--= ["2024-01-01 10:02:00", "b", 1]
--= ["2024-01-01 10:03:00", "b", 1]

--# ATTRIBUTION_LAST_TOUCH_EXP_IF: the last touch up to the condition
--: Data Distiller docs; by hand
SELECT ts, a.value AS value, a.percentage AS percentage
FROM (
  SELECT ts, ATTRIBUTION_LAST_TOUCH_EXP_IF(ts, 'code', code, bought, false) OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS a
  FROM VALUES (TIMESTAMP '2024-01-01 10:00:00', 'a', false), (TIMESTAMP '2024-01-01 10:01:00', 'b', true), (TIMESTAMP '2024-01-01 10:02:00', 'c', false), (TIMESTAMP '2024-01-01 10:03:00', 'd', false) AS t(ts, code, bought)
)
ORDER BY ts;
--= ["ts", "value", "percentage"]
--= ["2024-01-01 10:00:00", "b", 1]
--= ["2024-01-01 10:01:00", "b", 1]
--= ["2024-01-01 10:02:00", "d", 1]
--= ["2024-01-01 10:03:00", "d", 1]

--# ATTRIBUTION_LAST_TOUCH_EXP_IF: the condition's row begins the next stretch
--: Data Distiller docs; by hand
SELECT ts, a.value AS value
FROM (
  SELECT ts, ATTRIBUTION_LAST_TOUCH_EXP_IF(ts, 'code', code, bought, true) OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS a
  FROM VALUES (TIMESTAMP '2024-01-01 10:00:00', 'a', false), (TIMESTAMP '2024-01-01 10:01:00', 'b', true), (TIMESTAMP '2024-01-01 10:02:00', 'c', false), (TIMESTAMP '2024-01-01 10:03:00', 'd', false) AS t(ts, code, bought)
)
ORDER BY ts;
--= ["ts", "value"]
--= ["2024-01-01 10:00:00", "a"]
--= ["2024-01-01 10:01:00", "d"]
--= ["2024-01-01 10:02:00", "d"]
--= ["2024-01-01 10:03:00", "d"]

--# ATTRIBUTION_FIRST_TOUCH_EXP_TIMEOUT: the first touch of the last seconds
--: Data Distiller docs: of the 100 seconds before each event, both ends counted
SELECT ts, a.value AS value
FROM (
  SELECT ts, ATTRIBUTION_FIRST_TOUCH_EXP_TIMEOUT(ts, 'code', code, 100) OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS a
  FROM VALUES (TIMESTAMP '2024-01-01 10:00:00', 'a'), (TIMESTAMP '2024-01-01 10:00:50', 'b'), (TIMESTAMP '2024-01-01 10:02:30', NULL), (TIMESTAMP '2024-01-01 10:05:00', 'c') AS t(ts, code)
)
ORDER BY ts;
--= ["ts", "value"]
--= ["2024-01-01 10:00:00", "a"]
--= ["2024-01-01 10:00:50", "a"]
--= ["2024-01-01 10:02:30", "b"]
--= ["2024-01-01 10:05:00", "c"]

--# ATTRIBUTION_LAST_TOUCH_EXP_TIMEOUT: the last touch of the next seconds
--: Data Distiller docs: of the 100 seconds from each event on
SELECT ts, a.value AS value, a.percentage AS percentage
FROM (
  SELECT ts, ATTRIBUTION_LAST_TOUCH_EXP_TIMEOUT(ts, 'code', code, 100) OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS a
  FROM VALUES (TIMESTAMP '2024-01-01 10:00:00', 'a'), (TIMESTAMP '2024-01-01 10:00:50', 'b'), (TIMESTAMP '2024-01-01 10:02:40', 'c') AS t(ts, code)
)
ORDER BY ts;
--= ["ts", "value", "percentage"]
--= ["2024-01-01 10:00:00", "b", 1]
--= ["2024-01-01 10:00:50", "b", 1]
--= ["2024-01-01 10:02:40", "c", 1]

--# ATTRIBUTION_FIRST_TOUCH: of nested fields
--: Data Distiller docs
SELECT id, first_touch.value AS channel FROM (SELECT e.mcid.id AS id, e.timestamp AS at, ATTRIBUTION_FIRST_TOUCH(e.timestamp, 'trackingCode', e.marketing.trackingCode) OVER (PARTITION BY e.mcid.id ORDER BY e.timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS first_touch FROM (SELECT struct(id) AS mcid, ts AS timestamp, struct(code AS trackingCode) AS marketing FROM VALUES ('a', TIMESTAMP '2024-01-01 10:00:00', 'x'), ('a', TIMESTAMP '2024-01-01 11:00:00', 'y') AS v(id, ts, code)) AS e) WHERE at = TIMESTAMP '2024-01-01 11:00:00';
--= ["id", "channel"]
--= ["a", "x"]
