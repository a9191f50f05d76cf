--% Higher-order functions

--# transform: every item
--: Spark docs, transform
SELECT transform(array(1, 2, 3), x -> x + 1) AS a, transform(array(), x -> x) AS b, transform(cast(NULL AS array<int>), x -> x) AS c, transform(array(1, NULL), x -> x IS NULL) AS d;
--= ["a", "b", "c", "d"]
--= [[2, 3, 4], [], null, [false, true]]

--# transform: with the index from 0
--: Spark docs, transform
SELECT transform(array(1, 2, 3), (x, i) -> x + i) AS r;
--= ["r"]
--= [[1, 3, 5]]

--# transform: of structs, to structs
--: by hand
SELECT transform(array(struct('a' AS k, 1 AS v), struct('b' AS k, 2 AS v)), e -> struct(e.v AS n, upper(e.k) AS name)) AS r;
--= ["r"]
--= [[{"n": 1, "name": "A"}, {"n": 2, "name": "B"}]]

--# transform: with columns of the row
--: by hand
SELECT k, transform(a, x -> x * k) AS r FROM VALUES (2, array(1, 2)), (10, array(3)) AS t(k, a) ORDER BY k;
--= ["k", "r"]
--= [2, [2, 4]]
--= [10, [30]]

--# filter: those that hold
--: Spark docs, filter
SELECT filter(array(1, 2, 3), x -> x % 2 == 1) AS a, filter(array(0, 2, 3), (x, i) -> x > i) AS b, filter(array(0, NULL, 2, 3, NULL), x -> x IS NOT NULL) AS c, filter(array(1), x -> cast(NULL AS boolean)) AS d;
--= ["a", "b", "c", "d"]
--= [[1, 3], [2, 3], [0, 2, 3], []]

--# exists: whether any holds
--: Spark docs, exists
SELECT exists(array(1, 2, 3), x -> x % 2 == 0) AS a, exists(array(1, 2, 3), x -> x % 2 == 10) AS b, exists(array(1, NULL, 3), x -> x % 2 == 0) AS c, exists(array(0, NULL, 2, 3, NULL), x -> x IS NULL) AS d, exists(array(), x -> true) AS e;
--= ["a", "b", "c", "d", "e"]
--= [true, false, null, true, false]

--# forall: whether all hold
--: Spark docs, forall
SELECT forall(array(1, 2, 3), x -> x % 2 == 0) AS a, forall(array(2, 4, 8), x -> x % 2 == 0) AS b, forall(array(1, NULL, 3), x -> x % 2 == 0) AS c, forall(array(2, NULL, 8), x -> x % 2 == 0) AS d;
--= ["a", "b", "c", "d"]
--= [false, true, false, null]

--# aggregate: from a start value
--: Spark docs, aggregate
SELECT aggregate(array(1, 2, 3), 0, (acc, x) -> acc + x) AS a, aggregate(array(1, 2, 3), 0, (acc, x) -> acc + x, acc -> acc * 10) AS b, aggregate(array(), 5, (acc, x) -> acc + x) AS c;
--= ["a", "b", "c"]
--= [6, 60, 5]

--# reduce: is aggregate
--: Spark docs, reduce; Data Distiller docs
SELECT reduce(array(1, 2, 3), 0, (acc, x) -> acc + x) AS a, reduce(array('a', 'b'), '', (acc, x) -> concat(acc, x)) AS b, reduce(array(1, NULL), 0, (acc, x) -> acc + x) AS c;
--= ["a", "b", "c"]
--= [6, "ab", null]

--# reduce: inside transform
--: Data Distiller guide, FUNC 500
SELECT transform(sequence(1, 5), x -> reduce(sequence(1, x), 0, (acc, y) -> acc + y)) AS r;
--= ["r"]
--= [[1, 3, 6, 10, 15]]

--# aggregate: into a struct
--: Spark docs, aggregate with a struct
SELECT aggregate(array(1.0D, 2.0D, 3.0D), struct(0.0D AS total, 0 AS n), (acc, x) -> struct(acc.total + x AS total, acc.n + 1 AS n), acc -> acc.total / acc.n) AS r;
--= ["r"]
--= [2]

--# zip_with: pads with NULL
--: Spark docs, zip_with
SELECT zip_with(array(1, 2, 3), array('a', 'b', 'c'), (x, y) -> (y, x)) AS a, zip_with(array(1, 2), array(3, 4), (x, y) -> x + y) AS b, zip_with(array('a', 'b', 'c'), array('d', 'e', 'f'), (x, y) -> concat(x, y)) AS c, zip_with(array(1, 2), array(10), (x, y) -> x + y) AS d;
--= ["a", "b", "c", "d"]
--= [[{"y": "a", "x": 1}, {"y": "b", "x": 2}, {"y": "c", "x": 3}], [4, 6], ["ad", "be", "cf"], [11, null]]

--# map_filter: entries that hold
--: Spark docs, map_filter
SELECT map_filter(map(1, 0, 2, 2, 3, -1), (k, v) -> k > v) AS r;
--= ["r"]
--= [{"1": 0, "3": -1}]

--# transform_keys: and transform_values
--: Spark docs, transform_keys, transform_values
SELECT transform_keys(map_from_arrays(array(1, 2, 3), array(1, 2, 3)), (k, v) -> k + 1) AS a, transform_values(map_from_arrays(array(1, 2, 3), array(1, 2, 3)), (k, v) -> k + v) AS b;
--= ["a", "b"]
--= [{"2": 1, "3": 2, "4": 3}, {"1": 2, "2": 4, "3": 6}]

--# map_zip_with: both maps' keys
--: Spark docs, map_zip_with
SELECT map_zip_with(map(1, 'a', 2, 'b'), map(1, 'x', 2, 'y'), (k, v1, v2) -> concat(v1, v2)) AS a, map_zip_with(map('a', 1, 'b', 2), map('b', 3, 'c', 4), (k, v1, v2) -> coalesce(v1, 0) + coalesce(v2, 0)) AS b;
--= ["a", "b"]
--= [{"1": "ax", "2": "by"}, {"a": 1, "b": 5, "c": 4}]

--# lambda: inside a lambda sees the outer parameter
--: by hand
SELECT transform(array(array(1, 2), array(3)), (a, i) -> transform(a, x -> x * 10 + i)) AS a, filter(array(1, 2, 3), x -> exists(array(2, 3), y -> y = x)) AS b;
--= ["a", "b"]
--= [[[10, 20], [31]], [2, 3]]

--# lambda: a parameter hides a column of its name
--: by hand
SELECT transform(array(1, 2), x -> x + 1) AS r FROM VALUES (100) AS t(x);
--= ["r"]
--= [[2, 3]]

--# transform: two-letter pieces of a text
--: Data Distiller guide, FUNC 500
SELECT transform(filter(sequence(1, length(s) - 1), i -> i + 1 <= length(s)), i -> CASE WHEN length(substring(s, i, 2)) = 2 THEN substring(s, i, 2) ELSE NULL END) AS tokens FROM VALUES ('ipad') AS t(s);
--= ["tokens"]
--= [["ip", "pa", "ad"]]
