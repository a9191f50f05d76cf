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

--# to_json: tells that options have no effect
--: not as Spark, which follows the pattern: see the README
SELECT to_json(named_struct('time', to_timestamp('2015-08-26', 'yyyy-MM-dd')), map('timestampFormat', 'dd/MM/yyyy')) AS r;
--? options
--= ["r"]
--= ["{\"time\":\"2015-08-26T00:00:00.000Z\"}"]

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
