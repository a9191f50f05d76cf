--% Adobe-defined functions: sessions

--# SESS_TIMEOUT: sessions of half an hour
--: Data Distiller docs; by hand
SELECT id, ts, s.timestamp_diff AS diff, s.num AS num, s.is_new AS is_new, s.depth AS depth
FROM (
  SELECT id, ts, SESS_TIMEOUT(ts, 60 * 30) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s
  FROM VALUES
    ('a', TIMESTAMP '2024-01-01 10:00:00'), ('a', TIMESTAMP '2024-01-01 10:00:58'), ('a', TIMESTAMP '2024-01-01 10:40:58'), ('a', TIMESTAMP '2024-01-01 10:41:00'),
    ('b', TIMESTAMP '2024-01-01 10:00:30') AS t(id, ts)
)
ORDER BY id, ts;
--= ["id", "ts", "diff", "num", "is_new", "depth"]
--= ["a", "2024-01-01 10:00:00", 0, 1, true, 1]
--= ["a", "2024-01-01 10:00:58", 58, 1, false, 2]
--= ["a", "2024-01-01 10:40:58", 2400, 2, true, 1]
--= ["a", "2024-01-01 10:41:00", 2, 2, false, 2]
--= ["b", "2024-01-01 10:00:30", 0, 1, true, 1]

--# SESS_TIMEOUT: a pause of exactly the limit ends no session
--: Data Distiller docs
SELECT s.num AS num, s.is_new AS is_new FROM (SELECT ts, SESS_TIMEOUT(ts, 60) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s FROM VALUES (1, TIMESTAMP '2024-01-01 10:00:00'), (1, TIMESTAMP '2024-01-01 10:01:00'), (1, TIMESTAMP '2024-01-01 10:02:01') AS t(id, ts)) ORDER BY ts;
--= ["num", "is_new"]
--= [1, true]
--= [1, false]
--= [2, true]

--# SESS_TIMEOUT: the whole value is a struct of four
--: Data Distiller docs
SELECT SESS_TIMEOUT(ts, 60) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS session FROM VALUES (1, TIMESTAMP '2024-01-01 10:00:00') AS t(id, ts);
--= ["session"]
--= [{"timestamp_diff": 0, "num": 1, "is_new": true, "depth": 1}]

--# SESS_TIMEOUT: events of the same moment follow one another
--: by hand
SELECT count(*) AS events, max(s.num) AS sessions, max(s.depth) AS depth, sum(if(s.is_new, 1, 0)) AS starts, max(s.timestamp_diff) AS diff FROM (SELECT SESS_TIMEOUT(ts, 60) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s FROM VALUES (1, TIMESTAMP '2024-01-01 10:00:00'), (1, TIMESTAMP '2024-01-01 10:00:00'), (1, TIMESTAMP '2024-01-01 10:00:00') AS t(id, ts));
--= ["events", "sessions", "depth", "starts", "diff"]
--= [3, 1, 3, 1, 0]

--# SESS_TIMEOUT: a field right behind the window
--: Data Distiller docs
SELECT ts, SESS_TIMEOUT(ts, 60) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW).num AS num FROM VALUES (1, TIMESTAMP '2024-01-01 10:00:00'), (1, TIMESTAMP '2024-01-01 11:00:00') AS t(id, ts) ORDER BY ts;
--= ["ts", "num"]
--= ["2024-01-01 10:00:00", 1]
--= ["2024-01-01 11:00:00", 2]

--# SESS_TIMEOUT: counts of sessions and of views in them
--: by hand
SELECT count(DISTINCT id, session.num) AS visits, max(session.depth) AS longest FROM (SELECT id, SESS_TIMEOUT(ts, 60 * 30) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS session FROM VALUES ('a', TIMESTAMP '2024-01-01 10:00:00'), ('a', TIMESTAMP '2024-01-01 10:10:00'), ('a', TIMESTAMP '2024-01-01 12:00:00'), ('b', TIMESTAMP '2024-01-01 10:00:00') AS t(id, ts));
--= ["visits", "longest"]
--= [3, 2]

--# SESS_START: a session begins where the condition holds
--: Data Distiller docs; by hand
SELECT id, ts, s.timestamp_diff AS diff, s.num AS num, s.is_new AS is_new, s.depth AS depth
FROM (
  SELECT id, ts, SESS_START(ts, launch > 0) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s
  FROM VALUES ('a', TIMESTAMP '2024-01-01 10:00:00', 1), ('a', TIMESTAMP '2024-01-01 10:00:05', NULL), ('a', TIMESTAMP '2024-01-01 10:00:15', 1), ('b', TIMESTAMP '2024-01-01 09:00:00', 1) AS t(id, ts, launch)
)
ORDER BY id, ts;
--= ["id", "ts", "diff", "num", "is_new", "depth"]
--= ["a", "2024-01-01 10:00:00", 0, 1, true, 1]
--= ["a", "2024-01-01 10:00:05", 5, 1, false, 2]
--= ["a", "2024-01-01 10:00:15", 10, 2, true, 1]
--= ["b", "2024-01-01 09:00:00", 0, 1, true, 1]

--# SESS_END: a session ends behind the row where the condition holds
--: Data Distiller docs; by hand
SELECT ts, s.num AS num, s.is_new AS is_new, s.depth AS depth
FROM (
  SELECT ts, SESS_END(ts, closed) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS s
  FROM VALUES (1, TIMESTAMP '2024-01-01 10:00:00', false), (1, TIMESTAMP '2024-01-01 10:00:05', true), (1, TIMESTAMP '2024-01-01 10:00:15', NULL), (1, TIMESTAMP '2024-01-01 10:00:20', true), (1, TIMESTAMP '2024-01-01 10:00:21', true) AS t(id, ts, closed)
)
ORDER BY ts;
--= ["ts", "num", "is_new", "depth"]
--= ["2024-01-01 10:00:00", 1, true, 1]
--= ["2024-01-01 10:00:05", 1, false, 2]
--= ["2024-01-01 10:00:15", 2, true, 1]
--= ["2024-01-01 10:00:20", 2, false, 2]
--= ["2024-01-01 10:00:21", 3, true, 1]

--# SESS_TIMEOUT: needs a window
--: Data Distiller docs
SELECT SESS_TIMEOUT(ts, 60) FROM VALUES (TIMESTAMP '2024-01-01 10:00:00') AS t(ts);
--! 1:8 OVER

--# SESS_TIMEOUT: needs its seconds
--: Data Distiller docs
SELECT SESS_TIMEOUT(ts) OVER (ORDER BY ts) FROM VALUES (TIMESTAMP '2024-01-01 10:00:00') AS t(ts);
--! 1:8 sess_timeout
