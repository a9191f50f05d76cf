--% Adobe-defined functions together

--# ADF: several in one list, with a plain window beside them
--: by hand
SELECT id, ts, SESS_TIMEOUT(ts, 60) OVER w AS s, PREVIOUS(page) OVER w AS p, ATTRIBUTION_LAST_TOUCH(ts, 'code', code) OVER w AS l, row_number() OVER (PARTITION BY id ORDER BY ts) AS n
FROM VALUES (1, TIMESTAMP '2024-01-01 10:00:00', 'home', 'x'), (1, TIMESTAMP '2024-01-01 10:00:30', 'cart', NULL) AS t(id, ts, page, code)
WINDOW w AS (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
ORDER BY ts;
--= ["id", "ts", "s", "p", "l", "n"]
--= [1, "2024-01-01 10:00:00", {"timestamp_diff": 0, "num": 1, "is_new": true, "depth": 1}, {"value": null}, {"name": "code", "value": "x", "timestamp": "2024-01-01 10:00:00", "fraction": 1}, 1]
--= [1, "2024-01-01 10:00:30", {"timestamp_diff": 30, "num": 1, "is_new": false, "depth": 2}, {"value": "home"}, {"name": "code", "value": "x", "timestamp": "2024-01-01 10:00:00", "fraction": 1}, 2]

--# ADF: over a join
--: by hand
SELECT e.ts, c.name, SESS_TIMEOUT(e.ts, 60) OVER (PARTITION BY e.id ORDER BY e.ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW).num AS num
FROM VALUES (1, TIMESTAMP '2024-01-01 10:00:00'), (1, TIMESTAMP '2024-01-01 11:00:00') AS e(id, ts) JOIN VALUES (1, 'Ada') AS c(id, name) ON e.id = c.id
ORDER BY e.ts;
--= ["ts", "name", "num"]
--= ["2024-01-01 10:00:00", "Ada", 1]
--= ["2024-01-01 11:00:00", "Ada", 2]

--# ADF: in a condition of CASE
--: by hand
SELECT ts, CASE WHEN SESS_TIMEOUT(ts, 60) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW).is_new THEN 'visit' ELSE 'view' END AS kind FROM VALUES (1, TIMESTAMP '2024-01-01 10:00:00'), (1, TIMESTAMP '2024-01-01 10:00:10') AS t(id, ts) ORDER BY ts;
--= ["ts", "kind"]
--= ["2024-01-01 10:00:00", "visit"]
--= ["2024-01-01 10:00:10", "view"]

--# ADF: behind WHERE, and with a star
--: by hand
SELECT *, NEXT(page) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING).value AS following FROM VALUES (1, 1, 'home'), (1, 2, 'ad'), (1, 3, 'cart') AS t(id, ts, page) WHERE page <> 'ad' ORDER BY ts;
--= ["id", "ts", "page", "following"]
--= [1, 1, "home", "cart"]
--= [1, 3, "cart", null]

--# ADF: by a nested partition and timestamp, over a table
--: Data Distiller docs
CREATE TABLE xdm_events AS SELECT struct(id) AS mcid, ts AS timestamp, struct(struct(page AS name) AS webPageDetails) AS web FROM VALUES ('a', TIMESTAMP '2024-01-01 10:00:00', 'home'), ('a', TIMESTAMP '2024-01-01 10:10:00', 'cart'), ('b', TIMESTAMP '2024-01-01 10:00:00', 'home') AS v(id, ts, page);
SELECT mcid.id AS id, timestamp, PREVIOUS(web.webPageDetails.name) OVER (PARTITION BY mcid.id ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW).value AS came_from FROM xdm_events ORDER BY id, timestamp;
--= ["id", "timestamp", "came_from"]
--= ["a", "2024-01-01 10:00:00", null]
--= ["a", "2024-01-01 10:10:00", "home"]
--= ["b", "2024-01-01 10:00:00", null]

--# ADF: entries and exits of sessions
--: by hand
WITH sessions AS (SELECT page, ts, id, SESS_TIMEOUT(ts, 60) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS session FROM VALUES (1, TIMESTAMP '2024-01-01 10:00:00', 'home'), (1, TIMESTAMP '2024-01-01 10:00:20', 'cart'), (1, TIMESTAMP '2024-01-01 11:00:00', 'search') AS t(id, ts, page)) SELECT session.num AS num, min_by(page, ts) AS entry, max_by(page, ts) AS exit, count(*) AS views FROM sessions GROUP BY id, session.num ORDER BY num;
--= ["num", "entry", "exit", "views"]
--= [1, "home", "cart", 2]
--= [2, "search", "search", 1]

--# ADF: in CREATE TABLE AS and in a view
--: by hand
CREATE VIEW visits AS SELECT id, SESS_TIMEOUT(ts, 60) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS session FROM VALUES (1, TIMESTAMP '2024-01-01 10:00:00'), (1, TIMESTAMP '2024-01-01 11:00:00') AS t(id, ts);
CREATE TABLE visit_counts AS SELECT id, max(session.num) AS visits FROM visits GROUP BY id;
SELECT * FROM visit_counts;
--= ["id", "visits"]
--= [1, 2]

--# ADF: sessions beside GROUP BY are refused
--: by hand: the product, too, works windows out over what GROUP BY gives
SELECT id, SESS_TIMEOUT(min(ts), 300) OVER (ORDER BY min(ts)) AS s FROM VALUES ('a', timestamp '2024-01-01 10:00:00') AS t(id, ts) GROUP BY id;
--! 1:1 GROUP BY

--# ADF: events without a time come first, and ties follow one another
--: by hand
SELECT id, SESS_TIMEOUT(ts, 60 * 5) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s FROM VALUES ('a', timestamp '2024-01-01 10:00:00'), ('a', timestamp '2024-01-01 10:00:00'), ('a', timestamp '2024-01-01 10:10:00'), ('a', NULL) AS t(id, ts) ORDER BY ts, s.depth;
--= ["id", "s"]
--= ["a", {"timestamp_diff": 0, "num": 1, "is_new": true, "depth": 1}]
--= ["a", {"timestamp_diff": 0, "num": 2, "is_new": true, "depth": 1}]
--= ["a", {"timestamp_diff": 0, "num": 2, "is_new": false, "depth": 2}]
--= ["a", {"timestamp_diff": 600, "num": 3, "is_new": true, "depth": 1}]
