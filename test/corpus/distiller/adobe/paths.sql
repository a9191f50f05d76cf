--% Adobe-defined functions: neighbours and times between

--# PREVIOUS: the value of the row before
--: Data Distiller docs; by hand
SELECT id, ts, p.value AS previous FROM (SELECT id, ts, PREVIOUS(page) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS p FROM VALUES ('a', 1, 'home'), ('a', 2, NULL), ('a', 3, 'cart'), ('b', 1, 'search') AS t(id, ts, page)) ORDER BY id, ts;
--= ["id", "ts", "previous"]
--= ["a", 1, null]
--= ["a", 2, "home"]
--= ["a", 3, null]
--= ["b", 1, null]

--# PREVIOUS: further back, and over NULLs
--: Data Distiller docs; by hand
SELECT ts, PREVIOUS(page, 2) OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW).value AS two, PREVIOUS(page, 1, true) OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW).value AS known FROM VALUES (1, 'home'), (2, NULL), (3, 'cart') AS t(ts, page) ORDER BY ts;
--= ["ts", "two", "known"]
--= [1, null, null]
--= [2, null, "home"]
--= [3, "home", "home"]

--# PREVIOUS: is a struct of one value
--: Data Distiller docs
SELECT PREVIOUS(page, 1, false) OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS p FROM VALUES (1, 'home'), (2, 'cart') AS t(ts, page) ORDER BY ts DESC LIMIT 1;
--= ["p"]
--= [{"value": "home"}]

--# NEXT: the value of the row behind
--: Data Distiller docs; by hand
SELECT id, ts, n.value AS following FROM (SELECT id, ts, NEXT(page) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS n FROM VALUES ('a', 1, 'home'), ('a', 2, 'cart'), ('b', 1, 'search') AS t(id, ts, page)) ORDER BY id, ts;
--= ["id", "ts", "following"]
--= ["a", 1, "cart"]
--= ["a", 2, null]
--= ["b", 1, null]

--# NEXT: further on, and over NULLs
--: Data Distiller docs; by hand
SELECT ts, NEXT(page, 2) OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING).value AS two, NEXT(page, 1, true) OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING).value AS known FROM VALUES (1, 'home'), (2, NULL), (3, 'cart') AS t(ts, page) ORDER BY ts;
--= ["ts", "two", "known"]
--= [1, "cart", "cart"]
--= [2, null, "cart"]
--= [3, null, null]

--# TIME_BETWEEN_PREVIOUS_MATCH: since the last such event
--: Data Distiller docs; by hand
SELECT id, ts, TIME_BETWEEN_PREVIOUS_MATCH(ts, page = 'register', 'minutes') OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS minutes FROM VALUES ('a', TIMESTAMP '2024-01-01 10:00:00', 'home'), ('a', TIMESTAMP '2024-01-01 10:05:00', 'register'), ('a', TIMESTAMP '2024-01-01 10:15:00', 'order'), ('b', TIMESTAMP '2024-01-01 10:20:00', 'order') AS t(id, ts, page) ORDER BY id, ts;
--= ["id", "ts", "minutes"]
--= ["a", "2024-01-01 10:00:00", null]
--= ["a", "2024-01-01 10:05:00", 0]
--= ["a", "2024-01-01 10:15:00", 10]
--= ["b", "2024-01-01 10:20:00", null]

--# TIME_BETWEEN_PREVIOUS_MATCH: seconds unless told otherwise, hours and days
--: Data Distiller docs
SELECT TIME_BETWEEN_PREVIOUS_MATCH(ts, first) OVER w AS seconds, TIME_BETWEEN_PREVIOUS_MATCH(ts, first, 'hours') OVER w AS hours, TIME_BETWEEN_PREVIOUS_MATCH(ts, first, 'days') OVER w AS days FROM VALUES (TIMESTAMP '2024-01-01 00:00:00', true), (TIMESTAMP '2024-01-03 00:00:00', false) AS t(ts, first) WINDOW w AS (PARTITION BY 1 ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) ORDER BY seconds DESC LIMIT 1;
--= ["seconds", "hours", "days"]
--= [172800, 48, 2]

--# TIME_BETWEEN_NEXT_MATCH: until the next such event, below 0
--: Data Distiller docs; by hand
SELECT ts, TIME_BETWEEN_NEXT_MATCH(ts, page = 'order', 'minutes') OVER (PARTITION BY 1 ORDER BY ts ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS minutes FROM VALUES (TIMESTAMP '2024-01-01 10:00:00', 'home'), (TIMESTAMP '2024-01-01 10:15:00', 'order'), (TIMESTAMP '2024-01-01 10:20:00', 'home') AS t(ts, page) ORDER BY ts;
--= ["ts", "minutes"]
--= ["2024-01-01 10:00:00", -15]
--= ["2024-01-01 10:15:00", 0]
--= ["2024-01-01 10:20:00", null]

--# TIME_BETWEEN_NEXT_MATCH: an unknown unit is refused
--: Data Distiller docs
SELECT TIME_BETWEEN_NEXT_MATCH(ts, true, 'weeks') OVER (ORDER BY ts ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM VALUES (TIMESTAMP '2024-01-01 10:00:00') AS t(ts);
--! - days
