--% Generators

--# explode: an array gives the column col
--: Spark docs, explode; Data Distiller docs
SELECT explode(array(10, 20));
--= ["col"]
--= [10]
--= [20]

--# explode: a map gives key and value
--: Spark docs, explode; Data Distiller docs
SELECT explode(map('a', 1, 'b', 2));
--= ["key", "value"]
--~ ["a", 1]
--~ ["b", 2]

--# explode: beside other columns, with a name
--: by hand
SELECT id, explode(tags) AS tag FROM VALUES (1, array('x', 'y')), (2, array()), (3, NULL), (4, array(NULL)) AS t(id, tags);
--= ["id", "tag"]
--~ [1, "x"]
--~ [1, "y"]
--~ [4, null]

--# explode: a map with names of one's own
--: Data Distiller guide, IDR 200
SELECT id, explode(m) AS (ns, v) FROM VALUES (1, map('a', 10)), (2, map()) AS t(id, m);
--= ["id", "ns", "v"]
--~ [1, "a", 10]

--# explode_outer: a row of NULL where there is none
--: Spark docs, explode_outer
SELECT id, explode_outer(tags) AS tag FROM VALUES (1, array('x')), (2, array()), (3, NULL) AS t(id, tags);
--= ["id", "tag"]
--~ [1, "x"]
--~ [2, null]
--~ [3, null]

--# explode_outer: of a map
--: by hand
SELECT id, explode_outer(m) FROM VALUES (1, map('a', 1)), (2, cast(NULL AS map<string, int>)) AS t(id, m);
--= ["id", "key", "value"]
--~ [1, "a", 1]
--~ [2, null, null]

--# posexplode: with places from 0
--: Spark docs, posexplode
SELECT posexplode(array(10, 20));
--= ["pos", "col"]
--~ [0, 10]
--~ [1, 20]

--# posexplode: of a map
--: by hand
SELECT posexplode(map('a', 1));
--= ["pos", "key", "value"]
--= [0, "a", 1]

--# posexplode_outer: a row of NULLs where there is none
--: by hand
SELECT id, posexplode_outer(a) AS (i, x) FROM VALUES (1, array(5, 6)), (2, cast(NULL AS array<int>)) AS t(id, a);
--= ["id", "i", "x"]
--~ [1, 0, 5]
--~ [1, 1, 6]
--~ [2, null, null]

--# inline: a column for each field
--: Spark docs, inline
SELECT inline(array(struct(1, 'a'), struct(2, 'b')));
--= ["col1", "col2"]
--~ [1, "a"]
--~ [2, "b"]

--# inline: names of the fields
--: Data Distiller docs
SELECT o, inline(items) FROM VALUES ('o1', array(struct('A' AS sku, 2 AS qty), struct('B' AS sku, 1 AS qty))), ('o2', NULL) AS t(o, items);
--= ["o", "sku", "qty"]
--~ ["o1", "A", 2]
--~ ["o1", "B", 1]

--# inline_outer: a row of NULLs where there is none
--: Spark docs, inline_outer
SELECT o, inline_outer(items) FROM VALUES ('o1', array(struct('A' AS sku))), ('o2', NULL) AS t(o, items);
--= ["o", "sku"]
--~ ["o1", "A"]
--~ ["o2", null]

--# stack: values in rows
--: Spark docs, stack
SELECT stack(2, 1, 2, 3);
--= ["col0", "col1"]
--~ [1, 2]
--~ [3, null]

--# stack: columns to rows
--: Data Distiller guide, ETL 400
SELECT id, stack(2, 'email', email, 'city', city) AS (attribute, value) FROM VALUES (1, 'a@x', 'Boston') AS t(id, email, city);
--= ["id", "attribute", "value"]
--~ [1, "email", "a@x"]
--~ [1, "city", "Boston"]

--# LATERAL VIEW: one generator
--: Data Distiller docs
SELECT t.id, v.tag FROM VALUES (1, array('x', 'y')), (2, array()) AS t(id, tags) LATERAL VIEW explode(tags) v AS tag;
--= ["id", "tag"]
--~ [1, "x"]
--~ [1, "y"]

--# LATERAL VIEW: OUTER keeps rows without items
--: Data Distiller docs
SELECT id, tag FROM VALUES (1, array('x')), (2, array()), (3, NULL) AS t(id, tags) LATERAL VIEW OUTER explode(tags) v AS tag;
--= ["id", "tag"]
--~ [1, "x"]
--~ [2, null]
--~ [3, null]

--# LATERAL VIEW: one over another
--: Spark docs, LATERAL VIEW
SELECT id, ns, x.id AS value FROM VALUES (1, map('ecid', array(struct('a' AS id), struct('b' AS id)), 'crm', array(struct('c' AS id)))) AS t(id, m) LATERAL VIEW explode(m) e AS ns, ids LATERAL VIEW explode(ids) i AS x;
--= ["id", "ns", "value"]
--~ [1, "ecid", "a"]
--~ [1, "ecid", "b"]
--~ [1, "crm", "c"]

--# LATERAL VIEW: names of the generator where none are given
--: by hand
SELECT id, pos, col FROM VALUES (1, array('x', 'y')) AS t(id, tags) LATERAL VIEW posexplode(tags) v ORDER BY pos;
--= ["id", "pos", "col"]
--= [1, 0, "x"]
--= [1, 1, "y"]

--# LATERAL VIEW: grouped and filtered
--: by hand
SELECT tag, count(*) AS n FROM VALUES (1, array('x', 'y')), (2, array('x')) AS t(id, tags) LATERAL VIEW explode(tags) v AS tag WHERE tag <> 'z' GROUP BY tag ORDER BY n DESC, tag;
--= ["tag", "n"]
--= ["x", 2]
--= ["y", 1]

--# LATERAL VIEW: inline, and stack
--: by hand
SELECT id, sku, w FROM VALUES (1, array(struct('A' AS sku, 2 AS q))) AS t(id, items) LATERAL VIEW inline(items) i LATERAL VIEW stack(2, 'p', 'q') s AS w;
--= ["id", "sku", "w"]
--~ [1, "A", "p"]
--~ [1, "A", "q"]

--# explode: in FROM
--: Spark docs, table-valued functions
SELECT * FROM explode(array(10, 20));
--= ["col"]
--~ [10]
--~ [20]

--# explode: in FROM, of a typed array with names
--: Data Distiller docs
SELECT country, customer_id FROM EXPLODE(ARRAY<STRUCT<country STRING, customer_id STRING>>[('UA', 'c1'), ('US', 'c2')]);
--= ["country", "customer_id"]
--~ ["UA", "c1"]
--~ ["US", "c2"]

--# inline: in FROM, with a join
--: by hand
SELECT t.id, n FROM VALUES (1, array(struct(7 AS n))) AS t(id, a), LATERAL inline(t.a);
--= ["id", "n"]
--= [1, 7]

--# explode: of a subquery that has no name
--: Data Distiller docs
SELECT key AS namespace, count(1) AS n FROM (SELECT explode(m) FROM VALUES (map('a', 1, 'b', 2)), (map('a', 3)) AS t(m)) GROUP BY namespace ORDER BY namespace;
--= ["namespace", "n"]
--= ["a", 2]
--= ["b", 1]

--# explode: of a generator's own result
--: Data Distiller docs
SELECT explode(p.selections) AS s FROM (SELECT explode(d) AS p FROM VALUES (array(struct(array('x', 'y') AS selections), struct(array('z') AS selections))) AS t(d));
--= ["s"]
--~ ["x"]
--~ ["y"]
--~ ["z"]

--# explode: with ORDER BY and LIMIT
--: by hand
SELECT explode(array(3, 1, 2)) AS x ORDER BY x DESC LIMIT 2;
--= ["x"]
--= [3]
--= [2]

--# explode: of a split text
--: Data Distiller guide, ENRICH 101
SELECT genre, count(*) AS n FROM (SELECT explode(split(genres, '\\|')) AS genre FROM VALUES ('Drama|War'), ('Drama') AS t(genres)) GROUP BY genre ORDER BY genre;
--= ["genre", "n"]
--= ["Drama", 2]
--= ["War", 1]

--# explode: two in one list are refused
--: Data Distiller docs
SELECT explode(array(1)), explode(array(2));
--! 1:27 makes rows

--# explode: within another expression is refused
--: Spark docs, explode
SELECT 1 + explode(array(1));
--! 1:12 explode

--# explode: of a text is refused
--: Spark docs, explode
SELECT explode('abc');
--! 1:16 explode
