--% JSON

--# to_json: structs, arrays and maps
--: Spark docs, to_json
SELECT to_json(named_struct('a', 1, 'b', 2)) AS a, to_json(array(named_struct('a', 1, 'b', 2))) AS b, to_json(map('a', named_struct('b', 1))) AS c;
--= ["a", "b", "c"]
--= ["{\"a\":1,\"b\":2}", "[{\"a\":1,\"b\":2}]", "{\"a\":{\"b\":1}}"]

--# to_json: leaves NULL fields out, and escapes
--: Spark source, JacksonGenerator
SELECT to_json(struct(cast(NULL AS int) AS a, 'x"y\\z' AS b)) AS a, to_json(array(1, NULL)) AS b, to_json(struct('é\n' AS t)) AS c, to_json(cast(NULL AS struct<a: int>)) AS d;
--= ["a", "b", "c", "d"]
--= ["{\"b\":\"x\\\"y\\\\z\"}", "[1,null]", "{\"t\":\"é\\n\"}", null]

--# to_json: dates and timestamps
--: Spark docs, JSON options; in UTC
SELECT to_json(struct(DATE '2015-08-26' AS d, TIMESTAMP '2015-08-26 10:00:00' AS t, 1.5 AS n, true AS b)) AS r;
--= ["r"]
--= ["{\"d\":\"2015-08-26\",\"t\":\"2015-08-26T10:00:00.000Z\",\"n\":1.5,\"b\":true}"]

--# to_json: options
--: Spark docs, to_json; JSON options, by hand
SELECT to_json(named_struct('time', to_timestamp('2015-08-26', 'yyyy-MM-dd')), map('timestampFormat', 'dd/MM/yyyy')) AS a, to_json(named_struct('a', NULL, 'b', DATE '2020-01-02'), map('ignoreNullFields', 'false', 'dateFormat', 'd.M.yy')) AS b;
--= ["a", "b"]
--= ["{\"time\":\"26/08/2015\"}", "{\"a\":null,\"b\":\"2.1.20\"}"]

--# to_json: an option without effect is told
--: by hand
SELECT to_json(named_struct('a', 1), map('compression', 'gzip')) AS r;
--? compression
--= ["r"]
--= ["{\"a\":1}"]

--# to_json: an option that is not offered is refused
--: not as Spark, which writes it in several lines: see the README
SELECT to_json(named_struct('a', 1), map('pretty', 'true')) AS r;
--! 1:38 pretty

--# to_json: a struct as a key of a map
--: Spark docs, to_json
SELECT to_json(map(named_struct('a', 1), named_struct('b', 2))) AS r;
--= ["r"]
--= ["{\"[1]\":{\"b\":2}}"]

--# from_json: patterns of dates and timestamps
--: Spark docs, from_json; by hand for dateFormat
SELECT from_json('{"time":"26/08/2015"}', 'time Timestamp', map('timestampFormat', 'dd/MM/yyyy')) AS a, from_json('{"d":"26.8.15"}', 'd DATE', map('dateFormat', 'd.M.yy')).d AS b;
--= ["a", "b"]
--= [{"time": "2015-08-26 00:00:00"}, "2015-08-26"]

--# from_json: PERMISSIVE keeps what does not fit in a field of its own
--: Spark docs, JSON data source: columnNameOfCorruptRecord; by hand
SELECT from_json('{"a":"x","b":2}', 'a INT, b INT, bad STRING', map('columnNameOfCorruptRecord', 'bad')) AS a, from_json('{"a":', 'a INT, _corrupt_record STRING') AS b, from_json('{"a":1}', 'a INT, _corrupt_record STRING') AS c;
--= ["a", "b", "c"]
--= [{"a": null, "b": 2, "bad": "{\"a\":\"x\",\"b\":2}"}, {"a": null, "_corrupt_record": "{\"a\":"}, {"a": 1, "_corrupt_record": null}]

--# from_json: FAILFAST reads what fits
--: Spark docs, from_json and JSON data source: mode
SELECT from_json('{"a":1}', 'a INT', map('mode', 'FAILFAST')) AS r;
--= ["r"]
--= [{"a": 1}]

--# from_json: FAILFAST stops at what does not fit
--: Spark docs, JSON data source: mode
SELECT from_json('{"a":"x"}', 'a INT', map('mode', 'FAILFAST')) AS r;
--! - FAILFAST

--# from_json: by a schema
--: Spark docs, from_json
SELECT from_json('{"a":1, "b":0.8}', 'a INT, b DOUBLE') AS r;
--= ["r"]
--= [{"a": 1, "b": 0.8}]

--# from_json: nested values, NULL for what does not fit
--: Spark docs, from_json; PERMISSIVE mode by hand
SELECT from_json('{"a":"x","b":[1,2],"c":{"d":"e"}}', 'a INT, b ARRAY<INT>, c STRUCT<d: STRING>, z STRING') AS a, from_json('not json', 'a INT') AS b, from_json(NULL, 'a INT') AS c;
--= ["a", "b", "c"]
--= [{"a": null, "b": [1, 2], "c": {"d": "e"}, "z": null}, {"a": null}, null]

--# from_json: arrays and maps
--: Spark docs, from_json
SELECT from_json('[1, 2]', 'ARRAY<INT>') AS a, from_json('{"k":"v"}', 'MAP<STRING, STRING>') AS b, from_json('{"a":1}', 'a INT').a + 1 AS c;
--= ["a", "b", "c"]
--= [[1, 2], {"k": "v"}, 2]

--# get_json_object: a path
--: Spark docs, get_json_object
SELECT get_json_object('{"a":"b"}', '$.a') AS a, get_json_object('{"a":{"b":[1,2]}}', '$.a.b[1]') AS b, get_json_object('{"a":{"b":1}}', '$.a') AS c, get_json_object('{"a":1}', '$.x') AS d, get_json_object('x', '$.a') AS e;
--= ["a", "b", "c", "d", "e"]
--= ["b", "2", "{\"b\":1}", null, null]

--# get_json_object: all items
--: Spark source, GetJsonObject
SELECT get_json_object('{"a":[{"b":1},{"b":2}]}', '$.a[*].b') AS r;
--= ["r"]
--= ["[1,2]"]

--# json_tuple: several fields
--: Spark docs, json_tuple
SELECT json_tuple('{"a":1, "b":2}', 'a', 'b');
--= ["c0", "c1"]
--= ["1", "2"]

--# json_tuple: names of one's own, and NULL for missing fields
--: Spark docs, json_tuple
SELECT json_tuple('{"a":1,"s":{"t":true}}', 'a', 's', 'x') AS (a, s, x);
--= ["a", "s", "x"]
--= ["1", "{\"t\":true}", null]

--# schema_of_json: in Spark's words
--: Spark docs, schema_of_json
SELECT schema_of_json('[{"col":0}]') AS a, schema_of_json('{"a":1,"b":"x","c":[1.5]}') AS b;
--= ["a", "b"]
--= ["ARRAY<STRUCT<col: BIGINT>>", "STRUCT<a: BIGINT, b: STRING, c: ARRAY<DOUBLE>>"]

--# json_array_length: items of the outermost array
--: Spark docs, json_array_length
SELECT json_array_length('[1,2,3,4]') AS a, json_array_length('[1,2,3,{"f1":1,"f2":[5,6]},4]') AS b, json_array_length('[1,2') AS c, json_array_length('{"a":1}') AS d;
--= ["a", "b", "c", "d"]
--= [4, 5, null, null]

--# json_object_keys: of the outermost object
--: Spark docs, json_object_keys
SELECT json_object_keys('{}') AS a, json_object_keys('{"f1":"abc","f2":{"f3":"a", "f4":"b"}}') AS b, json_object_keys('[1]') AS c;
--= ["a", "b", "c"]
--= [[], ["f1", "f2"], null]

--# get_json_object: numbers, booleans and NULL as they are written
--: Spark source, GetJsonObject
SELECT get_json_object('{"a":1.5,"b":true,"c":null,"d":"x\\"y"}', '$.a') AS a, get_json_object('{"b":true}', '$.b') AS b, get_json_object('{"c":null}', '$.c') AS c, get_json_object('{"d":[{"e":"f"}]}', '$.d[0].e') AS d, get_json_object(NULL, '$.a') AS e, get_json_object('{"a":1}', '$') AS f;
--= ["a", "b", "c", "d", "e", "f"]
--= ["1.5", "true", null, "f", null, "{\"a\":1}"]

--# to_json: of an empty struct's array and of maps with numbers as keys
--: Spark source, JacksonGenerator
SELECT to_json(array()) AS a, to_json(map(1, 'x')) AS b, to_json(struct(array(struct(1 AS a)) AS l, map('k', cast(NULL AS int)) AS m)) AS c;
--= ["a", "b", "c"]
--= ["[]", "{\"1\":\"x\"}", "{\"l\":[{\"a\":1}],\"m\":{\"k\":null}}"]

--# from_json: there and back
--: by hand
SELECT to_json(from_json('{"a":[1,2],"b":{"c":"é \\"q\\""}}', 'a ARRAY<INT>, b STRUCT<c: STRING>')) AS r;
--= ["r"]
--= ["{\"a\":[1,2],\"b\":{\"c\":\"é \\\"q\\\"\"}}"]

--# schema_of_json: an option that would change what is read is refused
--: by hand
SELECT schema_of_json('[{"col":01}]', map('allowNumericLeadingZeros', 'true'));
--! 1:39 allowNumericLeadingZeros
