--% Joins, sets and subqueries

--# JOIN: inner, with ON
--: by hand
SELECT a.k, a.v, b.w FROM VALUES (1, 'x'), (2, 'y') AS a(k, v) JOIN VALUES (1, 'p'), (1, 'q'), (3, 'r') AS b(k, w) ON a.k = b.k ORDER BY w;
--= ["k", "v", "w"]
--= [1, "x", "p"]
--= [1, "x", "q"]

--# LEFT JOIN: keeps the left
--: by hand
SELECT a.k, b.w FROM VALUES (1), (2), (NULL) AS a(k) LEFT OUTER JOIN VALUES (1, 'p') AS b(k, w) ON a.k = b.k;
--= ["k", "w"]
--~ [1, "p"]
--~ [2, null]
--~ [null, null]

--# RIGHT JOIN: keeps the right
--: by hand
SELECT a.k, b.k AS j FROM VALUES (1) AS a(k) RIGHT JOIN VALUES (1), (2) AS b(k) ON a.k = b.k;
--= ["k", "j"]
--~ [1, 1]
--~ [null, 2]

--# FULL JOIN: keeps both
--: by hand
SELECT a.k, b.k AS j FROM VALUES (1), (2) AS a(k) FULL OUTER JOIN VALUES (2), (3) AS b(k) ON a.k = b.k;
--= ["k", "j"]
--~ [1, null]
--~ [2, 2]
--~ [null, 3]

--# CROSS JOIN: all pairs
--: by hand
SELECT a.x, b.y FROM VALUES (1), (2) AS a(x) CROSS JOIN VALUES ('p'), ('q') AS b(y);
--= ["x", "y"]
--~ [1, "p"]
--~ [1, "q"]
--~ [2, "p"]
--~ [2, "q"]

--# comma join: with a condition in WHERE
--: Data Distiller docs, EXPLORE 400
SELECT a.x FROM VALUES (1), (2) AS a(x), VALUES (2), (3) AS b(y) WHERE a.x = b.y;
--= ["x"]
--= [2]

--# USING: one column for both
--: by hand
SELECT * FROM VALUES (1, 'a') AS l(k, v) JOIN VALUES (1, 'b') AS r(k, w) USING (k);
--= ["k", "v", "w"]
--= [1, "a", "b"]

--# NATURAL JOIN: by the columns of the same name
--: Data Distiller docs
SELECT k, v, w FROM VALUES (1, 'a'), (2, 'b') AS l(k, v) NATURAL JOIN VALUES (1, 'c') AS r(k, w);
--= ["k", "v", "w"]
--= [1, "a", "c"]

--# LEFT SEMI JOIN: those that have a partner
--: Spark docs, JOIN
SELECT * FROM VALUES (1), (2) AS a(k) LEFT SEMI JOIN VALUES (1), (1) AS b(k) ON a.k = b.k;
--= ["k"]
--= [1]

--# LEFT ANTI JOIN: those that have none
--: Spark docs, JOIN
SELECT * FROM VALUES (1), (2) AS a(k) LEFT ANTI JOIN VALUES (1) AS b(k) ON a.k = b.k;
--= ["k"]
--= [2]

--# LATERAL: a subquery that sees what stands before it
--: Data Distiller docs
SELECT t.x, s.y FROM VALUES (1), (2) AS t(x), LATERAL (SELECT t.x * 10 AS y) AS s ORDER BY x;
--= ["x", "y"]
--= [1, 10]
--= [2, 20]

--# JOIN: keys of different types
--: Spark implicit casts
SELECT a.k FROM VALUES (1), (2) AS a(k) JOIN VALUES ('1'), ('x') AS b(k) ON a.k = b.k;
--= ["k"]
--= [1]

--# JOIN: by <=>, NULL meets NULL
--: by hand
SELECT a.k FROM VALUES (1), (NULL) AS a(k) JOIN VALUES (NULL), (5) AS b(k) ON a.k <=> b.k;
--= ["k"]
--= [null]

--# UNION: without duplicates, and UNION ALL with them
--: Data Distiller docs
SELECT x FROM VALUES (1), (1), (2) AS t(x) UNION SELECT 2 ORDER BY x;
--= ["x"]
--= [1]
--= [2]

--# UNION ALL: types of both sides are brought together
--: by hand
SELECT 1 AS a UNION ALL SELECT 2.5 UNION ALL SELECT NULL;
--= ["a"]
--~ [1]
--~ [2.5]
--~ [null]

--# INTERSECT: in both
--: Data Distiller docs
SELECT x FROM VALUES (1), (2), (NULL) AS t(x) INTERSECT SELECT y FROM VALUES (2), (NULL) AS u(y);
--= ["x"]
--~ [2]
--~ [null]

--# EXCEPT: in the first alone
--: Data Distiller docs
SELECT x FROM VALUES (1), (1), (2) AS t(x) EXCEPT SELECT 2;
--= ["x"]
--= [1]

--# MINUS: is EXCEPT
--: Data Distiller docs
SELECT x FROM VALUES (1), (2) AS t(x) MINUS SELECT 2;
--= ["x"]
--= [1]

--# EXCEPT ALL: one for one
--: Spark docs, set operators
SELECT x FROM VALUES (1), (1), (2) AS t(x) EXCEPT ALL SELECT 1;
--= ["x"]
--~ [1]
--~ [2]

--# UNION: of queries in brackets
--: by hand
(SELECT 1 AS x) UNION ALL (SELECT 2 ORDER BY 1 LIMIT 1) ORDER BY x DESC;
--= ["x"]
--= [2]
--= [1]

--# UNION: a different number of columns is an error
--: by hand
SELECT 1 AS a UNION SELECT 1, 2;
--! - column

--# WITH: common tables that use one another
--: Data Distiller docs
WITH a AS (SELECT 1 AS x), b(y) AS (SELECT x + 1 FROM a) SELECT x, y FROM a, b;
--= ["x", "y"]
--= [1, 2]

--# WITH: within a subquery
--: by hand
SELECT * FROM (WITH a AS (SELECT 5 AS n) SELECT n FROM a) AS t;
--= ["n"]
--= [5]

--# subquery: a single value
--: by hand
SELECT x, (SELECT max(y) FROM VALUES (3), (7) AS u(y)) AS m FROM VALUES (1) AS t(x);
--= ["x", "m"]
--= [1, 7]

--# subquery: one that sees the outer row
--: by hand
SELECT x, (SELECT count(*) FROM VALUES (1), (1), (2) AS u(y) WHERE u.y = t.x) AS n FROM VALUES (1), (2), (3) AS t(x) ORDER BY x;
--= ["x", "n"]
--= [1, 2]
--= [2, 1]
--= [3, 0]

--# IN: a subquery
--: by hand
SELECT x FROM VALUES (1), (2) AS t(x) WHERE x IN (SELECT y FROM VALUES (2), (3) AS u(y));
--= ["x"]
--= [2]

--# NOT IN: a subquery with NULL keeps nothing
--: by hand
SELECT x FROM VALUES (1) AS t(x) WHERE x NOT IN (SELECT y FROM VALUES (2), (NULL) AS u(y));
--= ["x"]

--# IN: pairs of columns
--: by hand
SELECT a FROM VALUES (1, 'x'), (2, 'y') AS t(a, b) WHERE (a, b) IN (SELECT c, d FROM VALUES (1, 'x') AS u(c, d));
--= ["a"]
--= [1]

--# EXISTS: and NOT EXISTS
--: by hand
SELECT x FROM VALUES (1), (2) AS t(x) WHERE EXISTS (SELECT 1 FROM VALUES (1) AS u(y) WHERE y = x) AND NOT EXISTS (SELECT 1 FROM VALUES (2) AS u(y) WHERE y = x);
--= ["x"]
--= [1]

--# subquery: without an alias
--: Data Distiller docs
SELECT x + 1 AS y FROM (SELECT 1 AS x);
--= ["y"]
--= [2]

--# subquery: with names for its columns
--: Data Distiller docs
SELECT b, a FROM (SELECT 1, 'x') AS t(a, b);
--= ["b", "a"]
--= ["x", 1]

--# TABLESAMPLE: of rows
--: Spark docs, TABLESAMPLE
CREATE TABLE numbers AS SELECT explode(sequence(1, 100)) AS x;
SELECT count(*) AS n FROM numbers TABLESAMPLE (10 ROWS);
--= ["n"]
--= [10]

--# TABLESAMPLE: all of it in percent
--: Spark docs, TABLESAMPLE
CREATE TABLE numbers AS SELECT explode(sequence(1, 100)) AS x;
SELECT count(*) AS n FROM numbers TABLESAMPLE (100 PERCENT);
--= ["n"]
--= [100]

--# USING: the column stays plain for a second join
--: by hand
SELECT k, a, b, c FROM VALUES (1, 'x') AS t(k, a) JOIN VALUES (1, 'y') AS u(k, b) USING (k) JOIN VALUES (1, 'z') AS v(j, c) ON k = j;
--= ["k", "a", "b", "c"]
--= [1, "x", "y", "z"]

--# WITH RECURSIVE: numbers
--: Spark 4 docs, recursive common tables
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3) SELECT x FROM n ORDER BY x;
--= ["x"]
--= [1]
--= [2]
--= [3]

--# NOT EXISTS: a name binds to the inner table first
--: Data Distiller guide, ETL 300; by hand: _id = a._id holds for every row of the inner table
SELECT _id FROM VALUES ('new') AS src(_id) WHERE NOT EXISTS (SELECT _id FROM VALUES ('old') AS a(_id) WHERE _id = a._id);
--= ["_id"]
