import { afterAll, beforeAll, describe } from 'vitest';
import { openDistiller } from './open-distiller.ts';

const distiller = openDistiller();
const { cases } = distiller;
beforeAll(() => distiller.open());
afterAll(() => distiller.close());

describe('reading JSON', () => {
  cases([
    // Spark documentation.
    [`from_json('{"a":1, "b":0.8}', 'a INT, b DOUBLE')`, '{"a":1,"b":0.8}'],
    [
      `from_json('{"teacher": "Alice", "student": [{"name": "Bob", "rank": 1}, {"name": "Charlie", "rank": 2}]}', 'STRUCT<teacher: STRING, student: ARRAY<STRUCT<name: STRING, rank: INT>>>')`,
      '{"teacher":"Alice","student":[{"name":"Bob","rank":1},{"name":"Charlie","rank":2}]}',
    ],
    [`get_json_object('{"a":"b"}', '$.a')`, '"b"'],
    [`SELECT json_tuple('{"a":1, "b":2}', 'a', 'b')`, '"1" "2"'],
    ["json_array_length('[1,2,3,4]')", '4'],
    [`json_array_length('[1,2,3,{"f1":1,"f2":[5,6]},4]')`, '5'],
    ["json_array_length('[1,2')", 'null'],
    [`json_object_keys('{"f1":"abc","f2":{"f3":"a", "f4":"b"}}')`, '["f1","f2"]'],
    [`schema_of_json('[{"col":0}]')`, '"ARRAY<STRUCT<col: BIGINT>>"'],
    // By hand.
    [String.raw`from_json('{"a": "it''s, {x} \\"y\\""}', 'a STRING').a`, String.raw`"it's, {x} \"y\""`],
    [`from_json('{"a": null, "m": {"k": [1, null]}}', 'a STRING, m MAP<STRING, ARRAY<INT>>').m['k'][0] + 1`, '2'],
    [`from_json('{"x": {"y": [1, 2]}}', schema_of_json('{"x": {"y": [0]}}')).x.y[1]`, '2'],
    ["from_json(CAST(null AS STRING), 'a INT')", 'null'],
    [
      `SELECT id, a, b FROM VALUES (1, '{"a": 1}'), (2, null) AS t(id, j) LATERAL VIEW json_tuple(j, 'a', 'b') AS a, b ORDER BY id`,
      '1 "1" null',
      '2 null null',
    ],
    [`to_json(from_json('{"a":1,"b":["x"]}', 'a INT, b ARRAY<STRING>'))`, String.raw`"{\"a\":1,\"b\":[\"x\"]}"`],
  ]);
});

describe('to_json', () => {
  cases([
    // Spark documentation.
    ["to_json(named_struct('a', 1, 'b', 2))", String.raw`"{\"a\":1,\"b\":2}"`],
    ["to_json(array(named_struct('a', 1, 'b', 2)))", String.raw`"[{\"a\":1,\"b\":2}]"`],
    ["to_json(map('a', named_struct('b', 1)))", String.raw`"{\"a\":{\"b\":1}}"`],
    ["to_json(map(named_struct('a', 1), named_struct('b', 2)))", String.raw`"{\"[1]\":{\"b\":2}}"`],
    ["to_json(map('a', 1))", String.raw`"{\"a\":1}"`],
    ["to_json(array(map('a', 1)))", String.raw`"[{\"a\":1}]"`],
    // By hand.
    [
      "to_json(struct(1.0E7D AS a, CAST('NaN' AS DOUBLE) AS b, CAST('-Infinity' AS DOUBLE) AS c, CAST(0.1 AS FLOAT) AS d))",
      String.raw`"{\"a\":1.0E7,\"b\":\"NaN\",\"c\":\"-Infinity\",\"d\":0.1}"`,
    ],
    [
      "to_json(named_struct('a', CAST(null AS INT), 'b', array(1, null), 'c', map('k', CAST(null AS INT))))",
      String.raw`"{\"b\":[1,null],\"c\":{\"k\":null}}"`,
    ],
    ["to_json(named_struct('a', CAST(null AS INT)))", '"{}"'],
    ['to_json(array())', '"[]"'],
    ['to_json(map())', '"{}"'],
    ['to_json(CAST(null AS STRUCT<a: INT>))', 'null'],
    ['to_json(CAST(null AS ARRAY<INT>))', 'null'],
    [
      "to_json(struct(DATE '2024-02-29' AS d, TIMESTAMP '2024-01-01 10:00:00.1234' AS t, true AS b))",
      String.raw`"{\"d\":\"2024-02-29\",\"t\":\"2024-01-01T10:00:00.123Z\",\"b\":true}"`,
    ],
    ['to_json(struct(1.50BD AS d, 9223372036854775807L AS n))', String.raw`"{\"d\":1.50,\"n\":9223372036854775807}"`],
    ["to_json(struct(X'00FF' AS b))", String.raw`"{\"b\":\"AP8=\"}"`],
    [String.raw`to_json(struct('a"b\\c\n\t\u0001é/' AS s))`, String.raw`"{\"s\":\"a\\\"b\\\\c\\n\\t\\u0001é/\"}"`],
    [String.raw`to_json(map('k"', 1))`, String.raw`"{\"k\\\"\":1}"`],
    ["to_json(struct(array(struct('x' AS a), null) AS l))", String.raw`"{\"l\":[{\"a\":\"x\"},null]}"`],
    ["to_json(struct(array(array('x'), array()) AS l))", String.raw`"{\"l\":[[\"x\"],[]]}"`],
    ['to_json(struct(1 AS `say "hi"`))', String.raw`"{\"say \\\"hi\\\"\":1}"`],
    ["SELECT to_json(struct(s)) FROM VALUES ('a'), (NULL) AS t(s)", String.raw`"{\"s\":\"a\"}"`, '"{}"'],
  ]);
});
