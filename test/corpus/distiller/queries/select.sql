--% Queries

--# SELECT: without FROM
--: Data Distiller docs
SELECT 1 AS a, 'x' AS b;
--= ["a", "b"]
--= [1, "x"]

--# SELECT: names of columns that have none
--: Spark, names of expressions
SELECT 1, 'a', 1 + 1, upper('x'), count(*), NULL, true FROM VALUES (1) AS t(x);
--= ["1", "a", "(1 + 1)", "upper(x)", "count(1)", "NULL", "true"]
--= [1, "a", 2, "X", 1, null, true]

--# SELECT: a struct's field is named by its last part
--: Spark, names of expressions
SELECT s.a.b, t.n, (n), s.a.b AS renamed FROM (SELECT struct(struct(1 AS b) AS a) AS s, 5 AS n) AS t;
--= ["b", "n", "n", "renamed"]
--= [1, 5, 5, 1]

--# SELECT: an alias with and without AS
--: Data Distiller docs
SELECT 1 one, 2 AS `two words`;
--= ["one", "two words"]
--= [1, 2]

--# SELECT: names whatever their case
--: Data Distiller docs
SELECT T.Name, NAME AS again FROM VALUES ('x') AS t(name);
--= ["Name", "again"]
--= ["x", "x"]

--# SELECT: reserved words as names in back-ticks
--: Data Distiller docs
SELECT commerce.`order`.purchaseID AS id, `select` FROM (SELECT struct(struct('p1' AS purchaseID) AS `order`) AS commerce, 7 AS `select`);
--= ["id", "select"]
--= ["p1", 7]

--# SELECT: an alias is known to the expressions behind it
--: Spark docs, lateral column alias
SELECT 1 AS a, a + 1 AS b, b * 2 AS c;
--= ["a", "b", "c"]
--= [1, 2, 4]

--# SELECT: a column comes before an alias of its name
--: Spark docs, lateral column alias
SELECT 10 AS x, x + 1 AS y FROM VALUES (1) AS t(x);
--= ["x", "y"]
--= [10, 2]

--# SELECT: * with other columns, of one relation, and without some
--: Spark docs, SELECT
SELECT a.*, 'x' AS extra, b.* EXCEPT (k) FROM VALUES (1, 2) AS a(k, v) JOIN VALUES (1, 3) AS b(k, w) ON a.k = b.k;
--= ["k", "v", "extra", "w"]
--= [1, 2, "x", 3]

--# SELECT DISTINCT: whole rows, NULLs alike
--: by hand
SELECT DISTINCT a, b FROM VALUES (1, NULL), (1, NULL), (2, 'x') AS t(a, b);
--= ["a", "b"]
--~ [1, null]
--~ [2, "x"]

--# SELECT ALL: is SELECT
--: Data Distiller docs
SELECT ALL x FROM VALUES (1), (1) AS t(x);
--= ["x"]
--= [1]
--= [1]

--# WHERE: keeps what is true
--: by hand
SELECT x FROM VALUES (1), (2), (NULL) AS t(x) WHERE x <> 1;
--= ["x"]
--= [2]

--# GROUP BY: by an alias, a place and an expression
--: Data Distiller docs
SELECT upper(k) AS u, sum(x) AS s FROM VALUES ('a', 1), ('A', 2), ('b', 4) AS t(k, x) GROUP BY u ORDER BY u;
--= ["u", "s"]
--= ["A", 3]
--= ["B", 4]

--# GROUP BY: by place
--: Spark docs, GROUP BY
SELECT k, count(*) AS n FROM VALUES ('a'), ('b'), ('a') AS t(k) GROUP BY 1 ORDER BY 1;
--= ["k", "n"]
--= ["a", 2]
--= ["b", 1]

--# GROUP BY: a NULL is a group
--: by hand
SELECT k, count(*) AS n FROM VALUES ('a'), (NULL), (NULL) AS t(k) GROUP BY k ORDER BY k;
--= ["k", "n"]
--= [null, 2]
--= ["a", 1]

--# GROUP BY ALL: by what is no aggregate
--: Spark docs, GROUP BY ALL
SELECT k, sum(x) AS s FROM VALUES ('a', 1), ('a', 2) AS t(k, x) GROUP BY ALL;
--= ["k", "s"]
--= ["a", 3]

--# GROUP BY ROLLUP: subtotals
--: Data Distiller docs
SELECT a, b, sum(x) AS s FROM VALUES ('p', 'q', 1), ('p', 'r', 2) AS t(a, b, x) GROUP BY ROLLUP (a, b) ORDER BY a NULLS LAST, b NULLS LAST;
--= ["a", "b", "s"]
--= ["p", "q", 1]
--= ["p", "r", 2]
--= ["p", null, 3]
--= [null, null, 3]

--# GROUP BY CUBE: all subtotals
--: Data Distiller docs
SELECT a, b, sum(x) AS s FROM VALUES ('p', 'q', 1) AS t(a, b, x) GROUP BY CUBE (a, b);
--= ["a", "b", "s"]
--~ ["p", "q", 1]
--~ ["p", null, 1]
--~ [null, "q", 1]
--~ [null, null, 1]

--# GROUP BY GROUPING SETS: those named
--: Data Distiller docs
SELECT a, b, sum(x) AS s FROM VALUES ('p', 'q', 1), ('p', 'r', 2) AS t(a, b, x) GROUP BY GROUPING SETS ((a), (b), ());
--= ["a", "b", "s"]
--~ ["p", null, 3]
--~ [null, "q", 1]
--~ [null, "r", 2]
--~ [null, null, 3]

--# GROUP BY: WITH ROLLUP and WITH CUBE
--: Spark docs, GROUP BY
SELECT a, sum(x) AS s FROM VALUES ('p', 1), ('q', 2) AS t(a, x) GROUP BY a WITH ROLLUP ORDER BY a NULLS LAST;
--= ["a", "s"]
--= ["p", 1]
--= ["q", 2]
--= [null, 3]

--# HAVING: by an aggregate or an alias
--: by hand
SELECT k, count(*) AS n FROM VALUES ('a'), ('a'), ('b') AS t(k) GROUP BY k HAVING n > 1 AND count(*) < 5;
--= ["k", "n"]
--= ["a", 2]

--# HAVING: without GROUP BY
--: Data Distiller docs
SELECT sum(x) AS s FROM VALUES (1), (2) AS t(x) HAVING s > 2;
--= ["s"]
--= [3]

--# ORDER BY: NULLs first ascending, last descending
--: Data Distiller docs
SELECT x FROM VALUES (2), (NULL), (1) AS t(x) ORDER BY x;
--= ["x"]
--= [null]
--= [1]
--= [2]

--# ORDER BY: descending
--: Data Distiller docs
SELECT x FROM VALUES (2), (NULL), (1) AS t(x) ORDER BY x DESC;
--= ["x"]
--= [2]
--= [1]
--= [null]

--# ORDER BY: NULLS FIRST and NULLS LAST
--: Data Distiller docs
SELECT x, y FROM VALUES (1, 1), (NULL, 2), (1, NULL) AS t(x, y) ORDER BY x NULLS LAST, y DESC NULLS FIRST;
--= ["x", "y"]
--= [1, null]
--= [1, 1]
--= [null, 2]

--# ORDER BY: by a column that is not shown, an expression and a place
--: by hand
SELECT s FROM VALUES ('bb', 1), ('a', 2), ('cc', 0) AS t(s, n) ORDER BY length(s) DESC, n;
--= ["s"]
--= ["cc"]
--= ["bb"]
--= ["a"]

--# LIMIT: and OFFSET
--: Data Distiller docs
SELECT x FROM VALUES (1), (2), (3), (4) AS t(x) ORDER BY x LIMIT 2 OFFSET 1;
--= ["x"]
--= [2]
--= [3]

--# LIMIT ALL: no limit
--: Data Distiller docs
SELECT x FROM VALUES (1), (2) AS t(x) ORDER BY x LIMIT ALL;
--= ["x"]
--= [1]
--= [2]

--# LIMIT 0: no rows outside dashboards
--: by hand
SELECT x FROM VALUES (1) AS t(x) LIMIT 0;
--= ["x"]

--# SORT BY: tells that it changes nothing on one machine
--: Spark docs, SORT BY
SELECT x FROM VALUES (1) AS t(x) SORT BY x;
--? SORT BY
--= ["x"]
--= [1]

--# hint: is read over with a word about it
--: Spark docs, hints
SELECT /*+ BROADCAST(t) */ x FROM VALUES (1) AS t(x);
--? hint
--= ["x"]
--= [1]

--# VALUES: rows with and without brackets, as a query
--: Spark docs, VALUES
VALUES (1, 'a'), (2, 'b');
--= ["col1", "col2"]
--~ [1, "a"]
--~ [2, "b"]

--# VALUES: of mixed types
--: by hand
SELECT a, typeof(b) AS t FROM VALUES (1, 1), (2.5, NULL) AS v(a, b);
--= ["a", "t"]
--~ [1, "int"]
--~ [2.5, "int"]

--# comment: lines, blocks and nested blocks
--: Spark docs, comments
SELECT 1 -- one
  /* two /* three */ */ + 1 AS r;
--= ["r"]
--= [2]

--# TABLE: all rows of a table
--: Spark docs, TABLE
CREATE TABLE small AS SELECT 1 AS a;
TABLE small;
--= ["a"]
--= [1]

--# typographic quotes: are named in the error
--: by hand
SELECT ‘a’;
--! 1:8 quote

--# IN: a subquery of another type compares as operators do
--: Spark source, TypeCoercion.InConversion
SELECT a, a IN (SELECT b FROM VALUES (2), (7) AS s(b)) AS i, d IN (SELECT e FROM VALUES ('2024-1-1') AS s(e)) AS d FROM VALUES ('2.0', date '2024-01-01'), ('x', date '2024-01-02') AS t(a, d);
--= ["a", "i", "d"]
--~ ["2.0", true, true]
--~ ["x", null, false]

--# ORDER BY: a field of a column that the SELECT list makes
--: by hand
SELECT named_struct('x', a) AS s FROM VALUES (2), (1) AS t(a) ORDER BY s.x;
--= ["s"]
--= [{"x": 1}]
--= [{"x": 2}]

--# *: as an argument stands for the columns
--: Spark docs, star; Spark source, ResolveReferences.expandStarExpression
SELECT to_json(struct(*)) AS a, to_json(struct(t.*)) AS b, concat_ws('|', *) AS c, hash(*) = hash(x, y) AS d, to_json(struct(* EXCEPT (y))) AS e, array(s.*) AS f FROM VALUES (1, 'q') AS t(x, y) CROSS JOIN VALUES (3, 4) AS s(z, w) WHERE struct(t.*).x = 1;
--= ["a", "b", "c", "d", "e", "f"]
--= ["{\"x\":1,\"y\":\"q\",\"z\":3,\"w\":4}", "{\"x\":1,\"y\":\"q\"}", "1|q|3|4", false, "{\"x\":1,\"z\":3,\"w\":4}", [3, 4]]

--# *: counted
--: Spark docs, count
SELECT count(*) AS a, count(t.*) AS b, count(DISTINCT *) AS c FROM VALUES (1, 2), (1, 2), (NULL, 2) AS t(x, y);
--= ["a", "b", "c"]
--= [3, 2, 1]
