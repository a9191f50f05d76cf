--% Arrays of columns: orders, tests and limits

--# array_sort: comparisons of one key, with NULLs where they are named
--: Spark docs, array_sort, its example with NULLs first and the greatest first
SELECT array_sort(a, (l, r) -> CASE WHEN l IS NULL AND r IS NULL THEN 0 WHEN l IS NULL THEN -1 WHEN r IS NULL THEN 1 WHEN l < r THEN 1 WHEN l > r THEN -1 ELSE 0 END) AS r FROM (SELECT explode(array(array('bc', 'ab', 'dc'), array('b', 'd', NULL, 'c', 'a'), array())) AS a);
--= ["r"]
--~ [["dc", "bc", "ab"]]
--~ [[null, "d", "c", "b", "a"]]
--~ [[]]

--# array_sort: differences, up and down, NULLs last
--: by hand
SELECT array_sort(a, (x, y) -> x - y) AS up, array_sort(a, (x, y) -> y - x) AS down, array_sort(a, (x, y) -> CASE WHEN x IS NULL THEN 1 WHEN y IS NULL THEN -1 WHEN x > y THEN 1 WHEN x = y THEN 0 ELSE -1 END) AS last FROM (SELECT explode(array(array(3, -1, 2), array(-2147483648, 2147483647, 0))) AS a);
--= ["up", "down", "last"]
--~ [[-1, 2, 3], [3, 2, -1], [-1, 2, 3]]
--~ [[-2147483648, 0, 2147483647], [2147483647, 0, -2147483648], [-2147483648, 0, 2147483647]]

--# array_sort: by length, items of one length keep their order
--: by hand: Java's sort of lists is stable
SELECT array_sort(a, (x, y) -> length(x) - length(y)) AS up, array_sort(a, (x, y) -> length(y) - length(x)) AS down, array_sort(a, (x, y) -> CASE WHEN length(x) > length(y) THEN -1 WHEN length(x) < length(y) THEN 1 ELSE 0 END) AS cased FROM (SELECT split('ccc,a,bb,aa,c,b', ',') AS a);
--= ["up", "down", "cased"]
--= [["a", "c", "b", "bb", "aa", "ccc"], ["ccc", "bb", "aa", "a", "c", "b"], ["ccc", "bb", "aa", "a", "c", "b"]]

--# array_sort: structs by a field, of numbers, texts and fractions
--: by hand
SELECT transform(array_sort(a, (x, y) -> x.n - y.n), s -> s.t) AS n, transform(array_sort(a, (x, y) -> CASE WHEN x.t < y.t THEN 1 WHEN x.t > y.t THEN -1 ELSE 0 END), s -> s.t) AS t, transform(array_sort(a, (x, y) -> CASE WHEN x.d < y.d THEN -1 WHEN y.d < x.d THEN 1 ELSE 0 END), s -> s.t) AS d FROM (SELECT array(named_struct('n', 2, 't', 'b', 'd', 0.5D), named_struct('n', -1, 't', 'a', 'd', 2.5D), named_struct('n', 2, 't', 'c', 'd', -1D)) AS a);
--= ["n", "t", "d"]
--= [["a", "b", "c"], ["c", "b", "a"], ["c", "b", "a"]]

--# array_sort: by two keys
--: by hand
SELECT transform(array_sort(a, (x, y) -> CASE WHEN x.n < y.n THEN -1 WHEN x.n > y.n THEN 1 WHEN x.t < y.t THEN -1 WHEN x.t > y.t THEN 1 ELSE 0 END), s -> s.t) AS r FROM (SELECT array(named_struct('n', 2, 't', 'b'), named_struct('n', 1, 't', 'z'), named_struct('n', 2, 't', 'a')) AS a);
--= ["r"]
--= [["z", "a", "b"]]

--# array_contains: of columns, as a value and where NULL counts as false
--: Spark docs, array_contains: NULL where it is not found among NULLs
SELECT array_contains(a, v) AS value, CASE WHEN array_contains(a, v) THEN 'yes' ELSE 'no' END AS tested, NOT array_contains(a, v) AS other FROM (SELECT explode(array(array(1, 2), array(1, NULL), array(2, NULL), array(), NULL)) AS a, 1 AS v);
--= ["value", "tested", "other"]
--~ [true, "yes", false]
--~ [true, "yes", false]
--~ [null, "no", null]
--~ [false, "no", true]
--~ [null, "no", null]

--# array_contains: in WHERE, beside NOT, AND and OR
--: by hand, three-valued logic
SELECT count_if(array_contains(a, 1)) AS found, count_if(NOT array_contains(a, 1)) AS missed, count_if(array_contains(a, 1) OR array_contains(a, 2)) AS either, count_if(NOT (array_contains(a, 1) AND array_contains(a, 2))) AS both, count_if(array_contains(a, 1) IS NULL) AS unknown FROM (SELECT explode(array(array(1, 2), array(1, NULL), array(3, NULL), array(3))) AS a);
--= ["found", "missed", "either", "both", "unknown"]
--= [2, 1, 2, 1, 1]

--# array_contains: a NULL to look for
--: Spark docs, array_contains: NULL in gives NULL
SELECT array_contains(a, CAST(NULL AS INT)) AS r FROM (SELECT array(1) AS a);
--= ["r"]
--= [null]

--# exists: of columns, three-valued
--: Spark docs, exists, with three-valued logic
SELECT exists(a, x -> x = 2) AS equal, exists(a, x -> x > 2) AS more, exists(a, x -> x IS NULL) AS none, exists(a, x -> x % 2 = 0) AS even FROM (SELECT explode(array(array(1, 2), array(3, NULL), array(1, NULL), array(), NULL)) AS a);
--= ["equal", "more", "none", "even"]
--~ [true, false, false, true]
--~ [null, true, true, null]
--~ [null, null, true, null]
--~ [false, false, false, false]
--~ [null, null, null, null]

--# exists: where NULL counts as false
--: by hand, three-valued logic
SELECT count_if(exists(a, x -> x > 2)) AS found, count_if(NOT exists(a, x -> x > 2)) AS missed, count_if(exists(a, x -> x = 3) AND size(a) = 2) AS pairs FROM (SELECT explode(array(array(1), array(3, NULL), array(1, NULL), array())) AS a);
--= ["found", "missed", "pairs"]
--= [1, 2, 1]

--# forall: of columns, three-valued
--: Spark docs, forall, with three-valued logic
SELECT forall(a, x -> x < 2) AS less, forall(a, x -> x IS NOT NULL) AS known, forall(a, x -> x % 2 = 1) AS odd FROM (SELECT explode(array(array(1), array(3, NULL), array(1, NULL), array(), NULL)) AS a);
--= ["less", "known", "odd"]
--~ [true, true, true]
--~ [false, false, null]
--~ [null, false, null]
--~ [true, true, true]
--~ [null, null, null]

--# arrays_overlap: of columns, three-valued
--: Spark docs, arrays_overlap
SELECT arrays_overlap(a, b) AS r, CASE WHEN arrays_overlap(a, b) THEN 1 ELSE 0 END AS n FROM (SELECT inline(array(struct(array(1, 2) AS a, array(2, NULL) AS b), struct(array(1), array(2, NULL)), struct(array(1), array(2)), struct(array(), array(NULL)), struct(NULL, array(1)))));
--= ["r", "n"]
--~ [true, 1]
--~ [null, 0]
--~ [false, 0]
--~ [false, 0]
--~ [null, 0]

--# slice: from the end and by columns
--: Spark docs, slice; beyond the beginning it is empty
SELECT slice(a, -2, 2) AS last, slice(a, -3, 2) AS before, slice(a, n, 2) AS here, slice(a, -n, 1) AS there FROM (SELECT explode(array(array(1, 2, 3, 4), array(1, 2), array(), NULL)) AS a, 2 AS n);
--= ["last", "before", "here", "there"]
--~ [[3, 4], [2, 3], [2, 3], [3]]
--~ [[1, 2], [], [2], [1]]
--~ [[], [], [], []]
--~ [null, null, null, null]

--# arrays_zip: of columns, the shorter filled with NULL
--: Spark docs, arrays_zip
SELECT arrays_zip(a, b) AS r FROM (SELECT inline(array(struct(array(1, 2) AS a, array('x') AS b), struct(array(), array('y')), struct(NULL, array('z')))));
--= ["r"]
--~ [[{"a": 1, "b": "x"}, {"a": 2, "b": null}]]
--~ [[{"a": null, "b": "y"}]]
--~ [null]

--# sequence: between columns, up and down
--: Spark docs, sequence
SELECT sequence(a, b) AS plain, sequence(a, b, CASE WHEN a <= b THEN 2 ELSE -2 END) AS twos FROM (SELECT inline(array(struct(1 AS a, 4 AS b), struct(3, 1), struct(2, 2), struct(1, NULL))));
--= ["plain", "twos"]
--~ [[1, 2, 3, 4], [1, 3]]
--~ [[3, 2, 1], [3, 1]]
--~ [[2], [2]]
--~ [null, null]

--# sequence: long ones
--: by hand
SELECT size(sequence(1, 1000000)) AS literals, size(sequence(a, a * 100000)) AS columns, size(sequence(a, 1000000L, 10)) AS steps FROM (SELECT 1 AS a);
--= ["literals", "columns", "steps"]
--= [1000000, 100000, 100000]

--# sequence: too long, as written
--: Spark stops beyond 2,147,483,632 items; the limit of 50,000,000 is our own
SELECT size(sequence(1, 2147483648)) AS r;
--! 1:25 50,000,000 items

--# sequence: too long, as computed
--: Spark stops beyond 2,147,483,632 items; the limit of 50,000,000 is our own
SELECT size(sequence(a, a * 2000000000L)) AS r FROM (SELECT 1L AS a);
--! - 50,000,000 items

--# sequence: too long for some rows together
--: the limit of 50,000,000 is our own
SELECT sum(size(sequence(id, 1000000L + id))) AS r FROM (SELECT explode(sequence(1L, 100L)) AS id);
--! - 50,000,000 items

--# sequence: too many times
--: the limit of 50,000,000 is our own
SELECT size(sequence(t, t + INTERVAL 900 DAYS, INTERVAL 1 SECOND)) AS r FROM (SELECT TIMESTAMP '2024-01-01 00:00:00' AS t);
--! - 50,000,000 items

--# array_repeat: by a column, and too often
--: Spark docs, array_repeat; the limit of 50,000,000 is our own
SELECT array_repeat('x', n) AS r FROM (SELECT explode(array(2, 0, -1, NULL)) AS n);
--= ["r"]
--~ [["x", "x"]]
--~ [[]]
--~ [[]]
--~ [null]

--# array_repeat: too often
--: the limit of 50,000,000 is our own
SELECT size(array_repeat(1, 2147483647)) AS r;
--! 1:29 50,000,000 items

--# array_repeat: too often, arrays of arrays
--: the limit of 50,000,000 is our own
SELECT size(array_repeat(sequence(1, 10000), n)) AS r FROM (SELECT 60000 AS n);
--! - 50,000,000 items

--# repeat: by a column, and too long
--: Spark docs, repeat; the limit of 100,000,000 is our own
SELECT length(repeat('ab', n)) AS r FROM (SELECT 2000000000 AS n);
--! - 100,000,000 characters

--# repeat: long
--: by hand
SELECT length(repeat('ab', 1000000)) AS a, repeat('ab', n) AS b, repeat('ab', -n) AS c, repeat(CAST(NULL AS STRING), 1000000) AS d FROM (SELECT 2 AS n);
--= ["a", "b", "c", "d"]
--= [2000000, "abab", "", null]

--# space: too long
--: the limit of 100,000,000 is our own
SELECT length(space(2147483647)) AS r;
--! 1:21 100,000,000 characters

--# lpad: too long
--: the limit of 100,000,000 is our own
SELECT length(lpad('x', 2147483647, 'y')) AS r;
--! 1:25 100,000,000 characters

--# rpad: too long by a column
--: the limit of 100,000,000 is our own
SELECT length(rpad('x', n, 'y')) AS r FROM (SELECT 2147483647 AS n);
--! - 100,000,000 characters
