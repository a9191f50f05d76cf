--% Maps and structs

--# map: from pairs
--: Spark docs, map; Data Distiller docs
SELECT map(1.0, '2', 3.0, '4') AS a, map('a', 1, 'b', NULL) AS b, map() AS c;
--= ["a", "b", "c"]
--= [{"1.0": "2", "3.0": "4"}, {"a": 1, "b": null}, {}]

--# map: a value by its key
--: Data Distiller docs
SELECT map('a', 1, 'b', 2)['b'] AS a, map('a', 1)['x'] AS b, element_at(map(1, 'a', 2, 'b'), 2) AS c, element_at(map(1, 'a'), 3) AS d, map('a', 1).a AS e;
--= ["a", "b", "c", "d", "e"]
--= [2, null, "b", null, 1]

--# map_from_arrays: keys and values
--: Spark docs, map_from_arrays
SELECT map_from_arrays(array(1.0, 3.0), array('2', '4')) AS a, map_from_arrays(cast(NULL AS array<int>), array(1)) AS b;
--= ["a", "b"]
--= [{"1.0": "2", "3.0": "4"}, null]

--# map_from_entries: of structs
--: Spark docs, map_from_entries
SELECT map_from_entries(array(struct(1, 'a'), struct(2, 'b'))) AS a, map_from_entries(array(struct('k' AS x, 7 AS y)))['k'] AS b;
--= ["a", "b"]
--= [{"1": "a", "2": "b"}, 7]

--# map_concat: several maps
--: Spark docs, map_concat
SELECT map_concat(map(1, 'a', 2, 'b'), map(3, 'c')) AS a, map_concat(map('a', 1), cast(NULL AS map<string, int>)) AS b;
--= ["a", "b"]
--= [{"1": "a", "2": "b", "3": "c"}, null]

--# map_keys: map_values and map_entries
--: Spark docs, map_keys, map_values, map_entries
SELECT map_keys(map(1, 'a', 2, 'b')) AS a, map_values(map(1, 'a', 2, 'b')) AS b, map_entries(map(1, 'a', 2, 'b')) AS c;
--= ["a", "b", "c"]
--= [[1, 2], ["a", "b"], [{"key": 1, "value": "a"}, {"key": 2, "value": "b"}]]

--# map_contains_key: whether it is there
--: Spark docs, map_contains_key
SELECT map_contains_key(map(1, 'a', 2, 'b'), 1) AS a, map_contains_key(map(1, 'a', 2, 'b'), 3) AS b;
--= ["a", "b"]
--= [true, false]

--# str_to_map: delimiters of pairs and of keys
--: Spark docs, str_to_map
SELECT str_to_map('a:1,b:2,c:3', ',', ':') AS a, str_to_map('a') AS b, str_to_map('a=1&b=2', '&', '=') AS c, str_to_map(NULL) AS d;
--= ["a", "b", "c", "d"]
--= [{"a": "1", "b": "2", "c": "3"}, {"a": null}, {"a": "1", "b": "2"}, null]

--# str_to_map: delimiters are regular expressions
--: Spark source, StringToMap
SELECT str_to_map('a:1;;b:2;c:3', ';+', ':') AS r;
--= ["r"]
--= [{"a": "1", "b": "2", "c": "3"}]

--# struct: names from columns, aliases or places
--: Spark docs, struct; Data Distiller docs
SELECT struct(1, 2, 3) AS a, struct(1 AS x, 'y' AS z) AS b, struct(t.n, n + 1) AS c FROM VALUES (5) AS t(n);
--= ["a", "b", "c"]
--= [{"col1": 1, "col2": 2, "col3": 3}, {"x": 1, "z": "y"}, {"n": 5, "col2": 6}]

--# named_struct: names first
--: Spark docs, named_struct
SELECT named_struct('a', 1, 'b', 2, 'c', 3) AS r;
--= ["r"]
--= [{"a": 1, "b": 2, "c": 3}]

--# struct: fields by a dot, whatever their case
--: Data Distiller docs
SELECT s.a AS a, s.B AS b, s.inner.c AS c, named_struct('k', 'v').k AS d FROM (SELECT struct(1 AS a, 2 AS b, struct(3 AS c) AS inner) AS s);
--= ["a", "b", "c", "d"]
--= [1, 2, 3, "v"]

--# struct: NULL fields and a NULL struct
--: by hand
SELECT s.a AS a, s IS NULL AS b FROM VALUES (named_struct('a', cast(NULL AS int))), (NULL) AS t(s);
--= ["a", "b"]
--~ [null, false]
--~ [null, true]

--# struct: all fields by a star
--: Spark docs, star of a struct
SELECT s.* FROM (SELECT struct(1 AS a, 'x' AS b) AS s);
--= ["a", "b"]
--= [1, "x"]

--# struct: grouped and compared
--: by hand
SELECT struct(a, b) AS s, count(*) AS n FROM VALUES (1, 'x'), (1, 'x'), (2, 'y') AS t(a, b) GROUP BY struct(a, b) ORDER BY s;
--= ["s", "n"]
--= [{"a": 1, "b": "x"}, 2]
--= [{"a": 2, "b": "y"}, 1]
