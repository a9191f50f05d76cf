--% Queries with several clauses at once

--# GROUP BY: a column comes before an alias of its name
--: Spark docs, GROUP BY
SELECT upper(k) AS k, count(*) AS n FROM VALUES ('a'), ('A') AS t(k) GROUP BY k;
--= ["k", "n"]
--~ ["A", 1]
--~ ["A", 1]

--# ORDER BY: an alias comes before a column of its name
--: Spark docs, ORDER BY
SELECT -x AS x FROM VALUES (1), (2) AS t(x) ORDER BY x;
--= ["x"]
--= [-2]
--= [-1]

--# ORDER BY: an aggregate that is not shown
--: by hand
SELECT k FROM VALUES ('a', 1), ('b', 5), ('a', 2) AS t(k, x) GROUP BY k ORDER BY sum(x) DESC;
--= ["k"]
--= ["b"]
--= ["a"]

--# ORDER BY: behind DISTINCT
--: by hand
SELECT DISTINCT x FROM VALUES (2), (1), (2) AS t(x) ORDER BY x DESC;
--= ["x"]
--= [2]
--= [1]

--# LIMIT: an expression
--: Spark docs, LIMIT
SELECT x FROM VALUES (1), (2), (3) AS t(x) ORDER BY x LIMIT 1 + 1;
--= ["x"]
--= [1]
--= [2]

--# WITH: hides a table of its name
--: by hand
CREATE TABLE shadowed AS SELECT 'table' AS w;
WITH shadowed AS (SELECT 'common' AS w) SELECT w FROM shadowed;
--= ["w"]
--= ["common"]

--# WITH: generators in a common table that is read twice
--: by hand
WITH e AS (SELECT explode(array(1, 2)) AS x) SELECT a.x AS p, b.x AS q FROM e a JOIN e b ON a.x < b.x;
--= ["p", "q"]
--= [1, 2]

--# LATERAL VIEW: behind a join
--: Spark docs, LATERAL VIEW
SELECT t.id, u.name, tag FROM VALUES (1, array('x', 'y')), (2, array('z')) AS t(id, tags) JOIN VALUES (1, 'Ada') AS u(id, name) ON t.id = u.id LATERAL VIEW explode(t.tags) v AS tag ORDER BY tag;
--= ["id", "name", "tag"]
--= [1, "Ada", "x"]
--= [1, "Ada", "y"]

--# LATERAL VIEW: fields of exploded structs in WHERE and GROUP BY
--: by hand
SELECT item.sku AS sku, sum(item.qty) AS pieces FROM VALUES (array(struct('A' AS sku, 2 AS qty), struct('B' AS sku, 1 AS qty))), (array(struct('A' AS sku, 5 AS qty))) AS t(items) LATERAL VIEW explode(items) v AS item WHERE item.qty > 1 GROUP BY item.sku;
--= ["sku", "pieces"]
--= ["A", 7]

--# LATERAL VIEW: its name before a column
--: by hand
SELECT v.tag, t.id FROM VALUES (1, array('x')) AS t(id, tags) LATERAL VIEW explode(tags) v AS tag WHERE v.tag = 'x';
--= ["tag", "id"]
--= ["x", 1]

--# explode: beside a star
--: by hand
SELECT *, explode(a) AS x FROM VALUES (1, array(7, 8)) AS t(id, a);
--= ["id", "a", "x"]
--~ [1, [7, 8], 7]
--~ [1, [7, 8], 8]

--# subquery: correlated through a nested path
--: by hand
SELECT t.s.id AS id, (SELECT max(u.v) FROM VALUES (1, 5), (1, 9), (2, 3) AS u(k, v) WHERE u.k = t.s.id) AS best FROM VALUES (struct(1 AS id)), (struct(2 AS id)) AS t(s) ORDER BY id;
--= ["id", "best"]
--= [1, 9]
--= [2, 3]

--# CASE: with a window inside an aggregate's group
--: by hand
SELECT k, CASE WHEN sum(x) > 3 THEN 'big' ELSE 'small' END AS size, row_number() OVER (ORDER BY sum(x) DESC) AS n FROM VALUES ('a', 1), ('b', 5) AS t(k, x) GROUP BY k ORDER BY n;
--= ["k", "size", "n"]
--= ["b", "big", 1]
--= ["a", "small", 2]

--# UNION: of nested values with different numbers
--: by hand
SELECT array(1) AS a UNION ALL SELECT array(2.5);
--= ["a"]
--~ [[1]]
--~ [[2.5]]

--# IN: with text and numbers
--: Spark source, TypeCoercion
SELECT '1' IN (1, 2) AS a, 1 IN ('1', 'x') AS b, DATE '2024-01-01' IN ('2024-01-01') AS c;
--= ["a", "b", "c"]
--= [true, true, true]

--# names: with spaces, signs and reserved words
--: Data Distiller docs
CREATE TABLE `my-table` AS SELECT 1 AS `first name`, 2 AS `order`, 3 AS `date`, 4 AS timestamp;
SELECT `first name`, `order` + 1 AS next, date, timestamp FROM `my-table` WHERE `order` = 2;
--= ["first name", "next", "date", "timestamp"]
--= [1, 3, 3, 4]

--# names: of a table keep their letters
--: Data Distiller docs
CREATE TABLE MixedCase AS SELECT 1 AS CamelCase;
SELECT camelcase FROM mixedcase;
--= ["camelcase"]
--= [1]

--# SELECT: a wide table's star in its order
--: by hand
SELECT * FROM (SELECT 1 AS z, 2 AS a, 3 AS m) AS t;
--= ["z", "a", "m"]
--= [1, 2, 3]
