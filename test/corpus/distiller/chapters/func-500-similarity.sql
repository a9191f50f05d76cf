--% FUNC 500: similarity joins

--# regexp_extract_all: pieces of two letters and their neighbours
--: Data Distiller guide, FUNC 500; by hand
SELECT array_union(regexp_extract_all('ipadmini', '.{2}', 0), regexp_extract_all(substring('ipadmini', 2), '.{2}', 0)) AS tokens;
--= ["tokens"]
--= [["ip", "ad", "mi", "ni", "pa", "dm", "in"]]

--# array_intersect: likeness of all pairs
--: Data Distiller guide, FUNC 500, its result
CREATE TABLE featurevector1 AS SELECT explode(array('iPad', 'iPhone', 'iWatch', 'iPad Mini')) AS name;
CREATE TABLE featurevector2 AS SELECT explode(array('iPad', 'iPhone', 'Macbook Pro')) AS name;
WITH a AS (SELECT DISTINCT lower(replace(name, ' ', '')) AS s FROM featurevector1),
b AS (SELECT DISTINCT lower(replace(name, ' ', '')) AS s FROM featurevector2),
ta AS (SELECT s, transform(filter(sequence(1, length(s) - 1), i -> i + 1 <= length(s)), i -> CASE WHEN length(substring(s, i, 2)) = 2 THEN substring(s, i, 2) ELSE NULL END) AS tokens FROM a),
tb AS (SELECT s, transform(filter(sequence(1, length(s) - 1), i -> i + 1 <= length(s)), i -> CASE WHEN length(substring(s, i, 2)) = 2 THEN substring(s, i, 2) ELSE NULL END) AS tokens FROM b)
SELECT ta.s AS a, tb.s AS b, round(cast(size(array_intersect(ta.tokens, tb.tokens)) AS DOUBLE) / size(array_union(ta.tokens, tb.tokens)), 2) AS jaccard_similarity FROM ta CROSS JOIN tb ORDER BY a, b;
--= ["a", "b", "jaccard_similarity"]
--= ["ipad", "ipad", 1]
--= ["ipad", "iphone", 0.14]
--= ["ipad", "macbookpro", 0]
--= ["ipadmini", "ipad", 0.43]
--= ["ipadmini", "iphone", 0.09]
--= ["ipadmini", "macbookpro", 0]
--= ["iphone", "ipad", 0.14]
--= ["iphone", "iphone", 1]
--= ["iphone", "macbookpro", 0]
--= ["iwatch", "ipad", 0]
--= ["iwatch", "iphone", 0]
--= ["iwatch", "macbookpro", 0]

--# EXCEPT: what one list has and the other lacks
--: Data Distiller guide, FUNC 500; by hand
SELECT x FROM VALUES ('iPad'), ('iWatch') AS a(x) EXCEPT SELECT x FROM VALUES ('iPad') AS b(x);
--= ["x"]
--= ["iWatch"]
