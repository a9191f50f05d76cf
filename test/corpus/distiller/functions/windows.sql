--% Window functions

--# rank: dense_rank and row_number
--: Spark docs, rank, dense_rank, row_number
SELECT a, b, dense_rank(b) OVER (PARTITION BY a ORDER BY b) AS d, rank(b) OVER (PARTITION BY a ORDER BY b) AS r, row_number() OVER (PARTITION BY a ORDER BY b) AS n FROM VALUES ('A1', 2), ('A1', 1), ('A2', 3), ('A1', 1) AS tab(a, b) ORDER BY a, b, n;
--= ["a", "b", "d", "r", "n"]
--= ["A1", 1, 1, 1, 1]
--= ["A1", 1, 1, 1, 2]
--= ["A1", 2, 2, 3, 3]
--= ["A2", 3, 1, 1, 1]

--# rank: without arguments
--: by hand
SELECT x, rank() OVER (ORDER BY x DESC) AS r, dense_rank() OVER (ORDER BY x DESC) AS d FROM VALUES (1), (2), (2) AS t(x) ORDER BY x DESC;
--= ["x", "r", "d"]
--= [2, 1, 1]
--= [2, 1, 1]
--= [1, 3, 2]

--# percent_rank: and cume_dist
--: Spark docs, percent_rank, cume_dist
SELECT a, b, percent_rank() OVER (PARTITION BY a ORDER BY b) AS p, cume_dist() OVER (PARTITION BY a ORDER BY b) AS c FROM VALUES ('A1', 2), ('A1', 1), ('A2', 3), ('A1', 1) AS tab(a, b) ORDER BY a, b;
--= ["a", "b", "p", "c"]
--= ["A1", 1, 0, 0.6666666666666666]
--= ["A1", 1, 0, 0.6666666666666666]
--= ["A1", 2, 1, 1]
--= ["A2", 3, 0, 1]

--# ntile: buckets as even as can be
--: Spark docs, ntile; by hand
SELECT x, ntile(2) OVER (ORDER BY x) AS n FROM VALUES (1), (2), (3) AS t(x) ORDER BY x;
--= ["x", "n"]
--= [1, 1]
--= [2, 1]
--= [3, 2]

--# lag: and lead
--: Spark docs, lag, lead
SELECT a, b, lag(b) OVER (PARTITION BY a ORDER BY b) AS g, lead(b, 1, -1) OVER (PARTITION BY a ORDER BY b) AS d FROM VALUES ('A1', 2), ('A1', 1), ('A2', 3), ('A1', 1) AS tab(a, b) ORDER BY a, b, g;
--= ["a", "b", "g", "d"]
--= ["A1", 1, null, 1]
--= ["A1", 1, 1, 2]
--= ["A1", 2, 1, -1]
--= ["A2", 3, null, -1]

--# lag: IGNORE NULLS stands behind the call
--: Data Distiller docs
SELECT i, lag(x) IGNORE NULLS OVER (ORDER BY i) AS a, lead(x, 1) IGNORE NULLS OVER (ORDER BY i) AS b FROM VALUES (1, 'a'), (2, NULL), (3, NULL), (4, 'b') AS t(i, x) ORDER BY i;
--= ["i", "a", "b"]
--= [1, null, "b"]
--= [2, "a", "b"]
--= [3, "a", "b"]
--= [4, "a", null]

--# first_value: and last_value in the usual frame
--: by hand
SELECT i, first_value(x) OVER (ORDER BY i) AS a, last_value(x) OVER (ORDER BY i) AS b, last_value(x) OVER (ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS c FROM VALUES (1, 'a'), (2, 'b'), (3, 'c') AS t(i, x) ORDER BY i;
--= ["i", "a", "b", "c"]
--= [1, "a", "a", "c"]
--= [2, "a", "b", "c"]
--= [3, "a", "c", "c"]

--# last_value: IGNORE NULLS carries a value on
--: by hand
SELECT i, last_value(x) IGNORE NULLS OVER (ORDER BY i) AS a, last(x, true) OVER (ORDER BY i) AS b, first_value(x, true) OVER (ORDER BY i) AS c FROM VALUES (1, NULL), (2, 'b'), (3, NULL) AS t(i, x) ORDER BY i;
--= ["i", "a", "b", "c"]
--= [1, null, null, null]
--= [2, "b", "b", "b"]
--= [3, "b", "b", "b"]

--# nth_value: the value of a place
--: Spark docs, nth_value
SELECT a, b, nth_value(b, 2) OVER (PARTITION BY a ORDER BY b) AS n FROM VALUES ('A1', 2), ('A1', 1), ('A2', 3), ('A1', 1) AS tab(a, b) ORDER BY a, b;
--= ["a", "b", "n"]
--= ["A1", 1, 1]
--= ["A1", 1, 1]
--= ["A1", 2, 1]
--= ["A2", 3, null]

--# OVER: aggregates in frames
--: by hand
SELECT i, sum(x) OVER (ORDER BY i) AS running, sum(x) OVER () AS total, avg(x) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS two, count(*) OVER (ORDER BY i RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS near FROM VALUES (1, 10), (2, 20), (4, 40) AS t(i, x) ORDER BY i;
--= ["i", "running", "total", "two", "near"]
--= [1, 10, 70, 10, 2]
--= [2, 30, 70, 15, 2]
--= [4, 70, 70, 30, 1]

--# OVER: rows of the same rank share the usual frame
--: by hand
SELECT x, sum(x) OVER (ORDER BY x) AS s FROM VALUES (1), (1), (2) AS t(x) ORDER BY x;
--= ["x", "s"]
--= [1, 2]
--= [1, 2]
--= [2, 4]

--# OVER: NULLs come first in ascending order
--: Data Distiller docs
SELECT x, row_number() OVER (ORDER BY x) AS a, row_number() OVER (ORDER BY x DESC) AS d FROM VALUES (2), (NULL), (1) AS t(x) ORDER BY x;
--= ["x", "a", "d"]
--= [null, 1, 3]
--= [1, 2, 2]
--= [2, 3, 1]

--# OVER: a frame of an interval of time
--: by hand
SELECT t, count(*) OVER (ORDER BY t RANGE BETWEEN INTERVAL 10 minutes PRECEDING AND CURRENT ROW) AS n FROM VALUES (TIMESTAMP '2024-01-01 00:00:00'), (TIMESTAMP '2024-01-01 00:10:00'), (TIMESTAMP '2024-01-01 00:21:00') AS v(t) ORDER BY t;
--= ["t", "n"]
--= ["2024-01-01 00:00:00", 1]
--= ["2024-01-01 00:10:00", 2]
--= ["2024-01-01 00:21:00", 1]

--# WINDOW: a named window, used and refined
--: Data Distiller docs
SELECT k, x, sum(x) OVER w AS s, row_number() OVER (w ORDER BY x) AS n FROM VALUES ('a', 1), ('a', 2), ('b', 5) AS t(k, x) WINDOW w AS (PARTITION BY k) ORDER BY k, x;
--= ["k", "x", "s", "n"]
--= ["a", 1, 3, 1]
--= ["a", 2, 3, 2]
--= ["b", 5, 5, 1]

--# OVER: collect_list in order
--: by hand
SELECT i, collect_list(x) OVER (ORDER BY i) AS r FROM VALUES (1, 'a'), (2, NULL), (3, 'c') AS t(i, x) ORDER BY i;
--= ["i", "r"]
--= [1, ["a"]]
--= [2, ["a"]]
--= [3, ["a", "c"]]

--# OVER: a window over an aggregate of groups
--: by hand
SELECT k, sum(x) AS s, rank() OVER (ORDER BY sum(x) DESC) AS r FROM VALUES ('a', 1), ('b', 5), ('a', 2) AS t(k, x) GROUP BY k ORDER BY r;
--= ["k", "s", "r"]
--= ["b", 5, 1]
--= ["a", 3, 2]

--# row_number: keeps the newest of each
--: Data Distiller docs
SELECT id, v FROM (SELECT id, v, row_number() OVER (PARTITION BY id ORDER BY ts DESC) AS n FROM VALUES (1, 'old', 1), (1, 'new', 2), (2, 'only', 1) AS t(id, v, ts)) WHERE n = 1 ORDER BY id;
--= ["id", "v"]
--= [1, "new"]
--= [2, "only"]

--# QUALIFY: a condition on a window
--: by hand
SELECT id, v FROM VALUES (1, 'old', 1), (1, 'new', 2) AS t(id, v, ts) QUALIFY row_number() OVER (PARTITION BY id ORDER BY ts DESC) = 1;
--= ["id", "v"]
--= [1, "new"]

--# window: without an alias, ordered by its start
--: by hand
SELECT window(b, '5 minutes'), count(*) AS c FROM VALUES ('2021-01-01 00:00:00'), ('2021-01-01 00:06:00'), ('2021-01-01 00:07:00') AS tab(b) GROUP BY window(b, '5 minutes') ORDER BY window.start DESC;
--= ["window", "c"]
--= [{"start": "2021-01-01 00:05:00", "end": "2021-01-01 00:10:00"}, 2]
--= [{"start": "2021-01-01 00:00:00", "end": "2021-01-01 00:05:00"}, 1]
