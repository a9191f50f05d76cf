--% Arrays

--# array: of values, also of none
--: Spark docs, array
SELECT array(1, 2, 3) AS a, array() AS b, array(1, NULL) AS c, array('a', 1) AS d, array(1, 2.5) AS e;
--= ["a", "b", "c", "d", "e"]
--= [[1, 2, 3], [], [1, null], ["a", "1"], [1, 2.5]]

--# subscript: arrays count from 0, and outside is NULL
--: Data Distiller docs
SELECT array(10, 20, 30)[0] AS a, array(10, 20, 30)[2] AS b, array(10, 20, 30)[3] AS c, array(10, 20, 30)[-1] AS d, array(10)[NULL] AS e;
--= ["a", "b", "c", "d", "e"]
--= [10, 30, null, null, null]

--# subscript: by a column
--: by hand
SELECT i, a[i] AS r FROM VALUES (0, array('x', 'y')), (1, array('x', 'y')), (0, array()), (0, NULL) AS t(i, a);
--= ["i", "r"]
--~ [0, "x"]
--~ [1, "y"]
--~ [0, null]
--~ [0, null]

--# element_at: counts from 1, or from the end
--: Spark docs, element_at
SELECT element_at(array(1, 2, 3), 2) AS a, element_at(array(1, 2, 3), -1) AS b, element_at(array(1, 2, 3), 5) AS c, element_at(cast(NULL AS array<int>), 1) AS d;
--= ["a", "b", "c", "d"]
--= [2, 3, null, null]

--# element_at: 0 is an error
--: Spark source, ElementAt
SELECT element_at(array(1, 2, 3), 0);
--! - 0

--# try_element_at: NULL outside
--: Spark docs, try_element_at
SELECT try_element_at(array(1, 2, 3), 2) AS a, try_element_at(array(1, 2, 3), 9) AS b, try_element_at(map(1, 'a', 2, 'b'), 2) AS c;
--= ["a", "b", "c"]
--= [2, null, "b"]

--# get: counts from 0
--: Spark docs, get
SELECT get(array(1, 2, 3), 0) AS a, get(array(1, 2, 3), 3) AS b, get(array(1, 2, 3), -1) AS c;
--= ["a", "b", "c"]
--= [1, null, null]

--# size: -1 for NULL
--: Spark docs, size; Data Distiller docs
SELECT size(array('b', 'd', 'c', 'a')) AS a, size(map('a', 1, 'b', 2)) AS b, size(NULL) AS c, size(array()) AS d, size(cast(NULL AS array<int>)) AS e;
--= ["a", "b", "c", "d", "e"]
--= [4, 2, -1, 0, -1]

--# cardinality: -1 for NULL
--: Spark docs, cardinality
SELECT cardinality(array('b', 'd', 'c', 'a')) AS a, cardinality(map('a', 1, 'b', 2)) AS b, cardinality(cast(NULL AS array<int>)) AS c;
--= ["a", "b", "c"]
--= [4, 2, -1]

--# array_size: NULL for NULL
--: Spark docs, array_size
SELECT array_size(array('b', 'd', 'c', 'a')) AS a, array_size(cast(NULL AS array<int>)) AS b;
--= ["a", "b"]
--= [4, null]

--# array_contains: three-valued
--: Spark docs, array_contains
SELECT array_contains(array(1, 2, 3), 2) AS a, array_contains(array(1, 2), 3) AS b, array_contains(array(1, NULL), 3) AS c, array_contains(array(1, NULL), 1) AS d, array_contains(cast(NULL AS array<int>), 1) AS e;
--= ["a", "b", "c", "d", "e"]
--= [true, false, null, true, null]

--# array_distinct: keeps the first of each, NULL too
--: Spark docs, array_distinct
SELECT array_distinct(array(1, 2, 3, NULL, 3)) AS a, array_distinct(array()) AS b, array_distinct(array('b', 'a', 'b')) AS c, array_distinct(array(NULL, 1, NULL)) AS d;
--= ["a", "b", "c", "d"]
--= [[1, 2, 3, null], [], ["b", "a"], [null, 1]]

--# array_except: in the order of the first
--: Spark docs, array_except
SELECT array_except(array(1, 2, 3), array(1, 3, 5)) AS a, array_except(array(3, 3, NULL, 1), array(1)) AS b, array_except(array(1), cast(NULL AS array<int>)) AS c;
--= ["a", "b", "c"]
--= [[2], [3, null], null]

--# array_intersect: in the order of the first, without duplicates
--: Spark docs, array_intersect
SELECT array_intersect(array(1, 2, 3), array(1, 3, 5)) AS a, array_intersect(array(3, 1, 3, NULL), array(NULL, 3)) AS b, array_intersect(array(1), array(2)) AS c;
--= ["a", "b", "c"]
--= [[1, 3], [3, null], []]

--# array_union: in the order of first appearance
--: Spark docs, array_union; Data Distiller docs
SELECT array_union(array(1, 2, 3), array(1, 3, 5)) AS a, array_union(array(NULL, 2), array(NULL, 1)) AS b, array_union(array(1), cast(NULL AS array<int>)) AS c;
--= ["a", "b", "c"]
--= [[1, 2, 3, 5], [null, 2, 1], null]

--# array_join: passes over NULLs unless they are replaced
--: Spark docs, array_join
SELECT array_join(array('hello', 'world'), ' ') AS a, array_join(array('hello', NULL, 'world'), ' ') AS b, array_join(array('hello', NULL, 'world'), ' ', ',') AS c, array_join(array(), ',') AS d, array_join(array(1, 2), '-') AS e;
--= ["a", "b", "c", "d", "e"]
--= ["hello world", "hello world", "hello , world", "", "1-2"]

--# array_max: and array_min pass over NULLs
--: Spark docs, array_max, array_min
SELECT array_max(array(1, 20, NULL, 3)) AS a, array_min(array(1, 20, NULL, 3)) AS b, array_max(array()) AS c, array_min(array(NULL, cast(NULL AS int))) AS d;
--= ["a", "b", "c", "d"]
--= [20, 1, null, null]

--# array_position: from 1, 0 where there is none
--: Spark docs, array_position
SELECT array_position(array(312, 773, 708, 708), 708) AS a, array_position(array(312, 773, 708, 708), 414) AS b, array_position(array(1), cast(NULL AS int)) AS c;
--= ["a", "b", "c"]
--= [3, 0, null]

--# array_remove: all that are equal
--: Spark docs, array_remove
SELECT array_remove(array(1, 2, 3, NULL, 3), 3) AS a, array_remove(array(1, NULL), 1) AS b, array_remove(array(1), cast(NULL AS int)) AS c;
--= ["a", "b", "c"]
--= [[1, 2, null], [null], null]

--# array_repeat: so many times
--: Spark docs, array_repeat
SELECT array_repeat('123', 2) AS a, array_repeat(NULL, 2) AS b, array_repeat('x', 0) AS c, array_repeat('x', -1) AS d;
--= ["a", "b", "c", "d"]
--= [["123", "123"], [null, null], [], []]

--# array_sort: NULLs last
--: Spark docs, array_sort
SELECT array_sort(array('b', 'd', NULL, 'c', 'a')) AS a, array_sort(array(5, 6, 1)) AS b, array_sort(cast(NULL AS array<int>)) AS c;
--= ["a", "b", "c"]
--= [["a", "b", "c", "d", null], [1, 5, 6], null]

--# array_sort: with a comparator
--: Spark docs, array_sort
SELECT array_sort(array(5, 6, 1), (left, right) -> CASE WHEN left < right THEN -1 WHEN left > right THEN 1 ELSE 0 END) AS a, array_sort(array('bc', 'ab', 'dc'), (left, right) -> CASE WHEN left IS NULL AND right IS NULL THEN 0 WHEN left IS NULL THEN -1 WHEN right IS NULL THEN 1 WHEN left < right THEN 1 WHEN left > right THEN -1 ELSE 0 END) AS b;
--= ["a", "b"]
--= [[1, 5, 6], ["dc", "bc", "ab"]]

--# sort_array: NULLs first, and last when descending
--: Spark docs, sort_array
SELECT sort_array(array('b', 'd', NULL, 'c', 'a'), true) AS a, sort_array(array('b', 'd', NULL, 'c', 'a'), false) AS b, sort_array(array(3, 1)) AS c;
--= ["a", "b", "c"]
--= [[null, "a", "b", "c", "d"], ["d", "c", "b", "a", null], [1, 3]]

--# arrays_overlap: three-valued
--: Spark docs, arrays_overlap
SELECT arrays_overlap(array(1, 2, 3), array(3, 4, 5)) AS a, arrays_overlap(array(1), array(2)) AS b, arrays_overlap(array(1, NULL), array(2)) AS c, arrays_overlap(array(), array(NULL)) AS d;
--= ["a", "b", "c", "d"]
--= [true, false, null, false]

--# arrays_zip: fills up with NULL
--: Spark docs, arrays_zip
SELECT arrays_zip(array(1, 2, 3), array(2, 3, 4)) AS a, arrays_zip(array(1, 2), array('x')) AS b;
--= ["a", "b"]
--= [[{"0": 1, "1": 2}, {"0": 2, "1": 3}, {"0": 3, "1": 4}], [{"0": 1, "1": "x"}, {"0": 2, "1": null}]]

--# arrays_zip: takes the names of columns
--: Spark source, ArraysZip
SELECT arrays_zip(ids, names) AS r FROM VALUES (array(1, 2), array('a', 'b')) AS t(ids, names);
--= ["r"]
--= [[{"ids": 1, "names": "a"}, {"ids": 2, "names": "b"}]]

--# flatten: one level
--: Spark docs, flatten
SELECT flatten(array(array(1, 2), array(3, 4))) AS a, flatten(array(array(1), NULL)) AS b, flatten(array(array(array(1)), array(array(2)))) AS c;
--= ["a", "b", "c"]
--= [[1, 2, 3, 4], null, [[1], [2]]]

--# reverse: of an array
--: Spark docs, reverse
SELECT reverse(array(2, 1, 4, 3)) AS a, reverse(array()) AS b;
--= ["a", "b"]
--= [[3, 4, 1, 2], []]

--# slice: a start and a length
--: Spark docs, slice; Data Distiller docs
SELECT slice(array(1, 2, 3, 4), 2, 2) AS a, slice(array(1, 2, 3, 4), -2, 2) AS b, slice(array(1, 2), 5, 1) AS c, slice(array(1, 2, 3), 2, 9) AS d, slice(array(1, 2, 3), 1, 0) AS e;
--= ["a", "b", "c", "d", "e"]
--= [[2, 3], [3, 4], [], [2, 3], []]

--# sequence: numbers, with a step, downwards
--: Spark docs, sequence
SELECT sequence(1, 5) AS a, sequence(5, 1) AS b, sequence(1, 10, 4) AS c, sequence(3, 3) AS d, sequence(10, 1, -4) AS e;
--= ["a", "b", "c", "d", "e"]
--= [[1, 2, 3, 4, 5], [5, 4, 3, 2, 1], [1, 5, 9], [3], [10, 6, 2]]

--# sequence: dates by an interval
--: Spark docs, sequence
SELECT sequence(to_date('2018-01-01'), to_date('2018-03-01'), interval 1 month) AS a, sequence(to_date('2024-02-28'), to_date('2024-03-01')) AS b;
--= ["a", "b"]
--= [["2018-01-01", "2018-02-01", "2018-03-01"], ["2024-02-28", "2024-02-29", "2024-03-01"]]

--# sequence: timestamps by an interval
--: by hand
SELECT sequence(TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-01-01 01:00:00', INTERVAL 30 minutes) AS r;
--= ["r"]
--= [["2024-01-01 00:00:00", "2024-01-01 00:30:00", "2024-01-01 01:00:00"]]

--# shuffle: the same items
--: by hand
SELECT sort_array(shuffle(array(1, 20, 3, 5))) AS r;
--= ["r"]
--= [[1, 3, 5, 20]]

--# concat: of arrays
--: Spark docs, concat
SELECT concat(array(1, 2, 3), array(4, 5), array(6)) AS a, concat(array(1), NULL) AS b;
--= ["a", "b"]
--= [[1, 2, 3, 4, 5, 6], null]

--# array_append: and array_prepend
--: Spark docs, array_append, array_prepend
SELECT array_append(array('b', 'd', 'c', 'a'), 'd') AS a, array_append(array(1, 2, 3, NULL), NULL) AS b, array_prepend(array('b', 'd'), 'x') AS c;
--= ["a", "b", "c"]
--= [["b", "d", "c", "a", "d"], [1, 2, 3, null, null], ["x", "b", "d"]]

--# array_insert: at a place, also from the end
--: Spark docs, array_insert
SELECT array_insert(array(1, 2, 3, 4), 5, 5) AS a, array_insert(array(5, 4, 3, 2), -1, 1) AS b, array_insert(array(1, 3), 2, 2) AS c;
--= ["a", "b", "c"]
--= [[1, 2, 3, 4, 5], [5, 4, 3, 2, 1], [1, 2, 3]]

--# array_compact: without NULLs
--: Spark docs, array_compact
SELECT array_compact(array(1, 2, 3, NULL)) AS a, array_compact(array('a', NULL, 'b')) AS b;
--= ["a", "b"]
--= [[1, 2, 3], ["a", "b"]]

--# array: compared and nested
--: by hand
SELECT array(1, 2) = array(1, 2) AS a, array(array(1), array(2, 3))[1][0] AS b, array(1, 2) < array(1, 3) AS c;
--= ["a", "b", "c"]
--= [true, 2, true]

--# arrays_zip: array_zip is another name for it
--: Data Distiller docs
SELECT array_zip(array(1), array('x')) AS r;
--= ["r"]
--= [[{"0": 1, "1": "x"}]]

--# array_contains: of texts, dates and structs
--: by hand
SELECT array_contains(array('a', 'b'), 'b') AS a, array_contains(array(DATE '2024-01-01'), DATE '2024-01-01') AS b, array_contains(array(struct(1 AS x)), struct(1 AS x)) AS c;
--= ["a", "b", "c"]
--= [true, true, true]

--# array: NULLs all the way through
--: by hand
SELECT array_max(cast(NULL AS array<int>)) AS a, array_distinct(cast(NULL AS array<int>)) AS b, flatten(cast(NULL AS array<array<int>>)) AS c, slice(cast(NULL AS array<int>), 1, 1) AS d, array_join(cast(NULL AS array<string>), ',') AS e, sort_array(cast(NULL AS array<int>)) AS f, reverse(cast(NULL AS array<int>)) AS g, array_repeat(1, cast(NULL AS int)) AS h;
--= ["a", "b", "c", "d", "e", "f", "g", "h"]
--= [null, null, null, null, null, null, null, null]
