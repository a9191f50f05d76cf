--% Queries at their edges

--# JOIN: three tables with two of one name
--: by hand
SELECT a.v, b.v AS w FROM VALUES (1, 'x'), (2, 'y') AS a(k, v) JOIN VALUES (1, 'x'), (2, 'y') AS b(k, v) ON a.k + 1 = b.k;
--= ["v", "w"]
--= ["x", "y"]

--# LEFT JOIN: counts what is missing
--: by hand
SELECT c.name, count(o.id) AS orders FROM VALUES (1, 'Ada'), (2, 'Bob') AS c(id, name) LEFT JOIN VALUES (10, 1), (11, 1) AS o(id, customer) ON o.customer = c.id GROUP BY c.name ORDER BY c.name;
--= ["name", "orders"]
--= ["Ada", 2]
--= ["Bob", 0]

--# FULL JOIN: USING brings keys together
--: by hand
SELECT k, a, b FROM VALUES (1, 'x') AS l(k, a) FULL JOIN VALUES (2, 'y') AS r(k, b) USING (k) ORDER BY k;
--= ["k", "a", "b"]
--= [1, "x", null]
--= [2, null, "y"]

--# IN: a subquery over an exploded array
--: by hand
SELECT x FROM VALUES (1), (2), (3) AS t(x) WHERE x IN (SELECT explode(array(2, 3))) ORDER BY x;
--= ["x"]
--= [2]
--= [3]

--# EXISTS: with an array and with a subquery in one condition
--: by hand
SELECT id FROM VALUES (1, array(5)), (2, array(1)) AS t(id, a) WHERE exists(a, x -> x > 3) AND EXISTS (SELECT 1 FROM VALUES (1), (2) AS u(k) WHERE u.k = t.id);
--= ["id"]
--= [1]

--# UNION ALL: within a common table that is grouped
--: by hand
WITH both AS (SELECT 'a' AS k, 1 AS n UNION ALL SELECT 'a', 2 UNION ALL SELECT 'b', 5) SELECT k, sum(n) AS n FROM both GROUP BY k HAVING sum(n) > 2 ORDER BY k;
--= ["k", "n"]
--= ["a", 3]
--= ["b", 5]

--# INTERSECT: binds closer than UNION
--: Spark docs, set operators
SELECT 1 AS x UNION SELECT 2 INTERSECT SELECT 2 ORDER BY x;
--= ["x"]
--= [1]
--= [2]

--# EXCEPT: NULLs are equal
--: Spark docs, NULL semantics
SELECT cast(NULL AS int) AS x EXCEPT SELECT NULL;
--= ["x"]

--# GROUP BY: an expression, and the same one in the list
--: by hand
SELECT floor(x / 10) * 10 AS bin, count(*) AS n FROM VALUES (3), (7), (12) AS t(x) GROUP BY floor(x / 10) * 10 ORDER BY bin;
--= ["bin", "n"]
--= [0, 2]
--= [10, 1]

--# GROUP BY: a struct's field and a subscript
--: by hand
SELECT s.k AS k, a[0] AS first, count(*) AS n FROM VALUES (struct('x' AS k), array(1)), (struct('x' AS k), array(1)) AS t(s, a) GROUP BY s.k, a[0];
--= ["k", "first", "n"]
--= ["x", 1, 2]

--# GROUP BY: a map's value in HAVING and ORDER BY
--: by hand
SELECT m['k'] AS k, max(x) AS x FROM VALUES (map('k', 'a'), 1), (map('k', 'b'), 7) AS t(m, x) GROUP BY m['k'] HAVING max(x) > 0 ORDER BY max(x) DESC;
--= ["k", "x"]
--= ["b", 7]
--= ["a", 1]

--# SELECT: an alias used in a later window and condition
--: Spark docs, lateral column alias
SELECT x * 2 AS twice, if(twice > 2, 'big', 'small') AS size FROM VALUES (1), (2) AS t(x) ORDER BY twice;
--= ["twice", "size"]
--= [2, "small"]
--= [4, "big"]

--# HAVING: behind ROLLUP
--: by hand
SELECT a, sum(x) AS s FROM VALUES ('p', 1), ('q', 2) AS t(a, x) GROUP BY ROLLUP (a) HAVING grouping(a) = 1;
--= ["a", "s"]
--= [null, 3]

--# subquery: in the SELECT list with no row is NULL
--: by hand
SELECT (SELECT x FROM VALUES (1) AS t(x) WHERE x > 5) AS r;
--= ["r"]
--= [null]

--# subquery: in FROM with ORDER BY and LIMIT
--: by hand
SELECT sum(x) AS s FROM (SELECT x FROM VALUES (5), (1), (3) AS t(x) ORDER BY x DESC LIMIT 2);
--= ["s"]
--= [8]

--# CASE: NULL is no equal
--: by hand
SELECT CASE x WHEN NULL THEN 'null' WHEN 1 THEN 'one' ELSE 'other' END AS r FROM VALUES (NULL), (1) AS t(x);
--= ["r"]
--~ ["other"]
--~ ["one"]

--# precedence: NOT, comparison, AND and OR
--: Spark docs, operators
SELECT NOT 1 = 2 AND true OR false AS a, 1 + 2 * 3 AS b, -2 * -3 AS c, 7 - 2 - 1 AS d, 2 + 3 || 'x' AS e, 1 | 2 & 3 AS f, !true = false AS g;
--= ["a", "b", "c", "d", "e", "f", "g"]
--= [true, 7, 6, 4, "5x", 3, true]

--# comment: with marks and quotes in it
--: by hand
SELECT '-- no comment' AS a, 'a /* b */ c' AS b /* it's one; "really" */;
--= ["a", "b"]
--= ["-- no comment", "a /* b */ c"]

--# text: semicolons, dollars and at-signs within
--: by hand
SELECT 'a;b' AS a, '$x @y ${z}' AS b, "it's" AS c;
--= ["a", "b", "c"]
--= ["a;b", "$x @y ${z}", "it's"]

--# connected components: the least label of each group, round by round
--: Data Distiller guide, IDR 300; by hand: 1-2-3 and 4-5
CREATE TABLE edges AS SELECT a, b FROM VALUES (1, 2), (2, 3), (4, 5) AS e(a, b) UNION SELECT b, a FROM VALUES (1, 2), (2, 3), (4, 5) AS e(a, b);
CREATE TABLE labels AS SELECT DISTINCT a AS node, a AS label FROM edges;
$$ BEGIN
  INSERT OVERWRITE INTO labels SELECT l.node, least(l.label, min(n.label)) FROM labels l JOIN edges e ON l.node = e.a JOIN labels n ON e.b = n.node GROUP BY l.node, l.label;
  INSERT OVERWRITE INTO labels SELECT l.node, least(l.label, min(n.label)) FROM labels l JOIN edges e ON l.node = e.a JOIN labels n ON e.b = n.node GROUP BY l.node, l.label;
END $$;
SELECT label, collect_list(node) AS nodes FROM (SELECT * FROM labels ORDER BY node) GROUP BY label ORDER BY label;
--= ["label", "nodes"]
--= [1, [1, 2, 3]]
--= [4, [4, 5]]
