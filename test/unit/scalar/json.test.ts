import { describe, expect, test } from 'vitest';
import { callScalar } from './call-scalar.ts';

describe('get_json_object', () => {
  // The first two are in the documentation of Spark; the store is that of its test suite (JsonExpressionsSuite).
  const store = `{"store":{"fruit":[{"weight":8,"type":"apple"},{"weight":9,"type":"pear"}],"basket":[[1,2,{"b":"y","a":"x"}],[3,4],[5,6]],"book":[{"author":"Nigel Rees","title":"Sayings of the Century","category":"reference","price":8.95},{"author":"Herman Melville","title":"Moby Dick","category":"fiction","price":8.99,"isbn":"0-553-21311-3"},{"author":"J. R. R. Tolkien","title":"The Lord of the Rings","category":"fiction","reader":[{"age":25,"name":"bob"},{"age":26,"name":"jack"}],"price":22.99,"isbn":"0-395-19395-8"}],"bicycle":{"price":19.95,"color":"red"}},"email":"amy@only_for_json_udf_test.net","owner":"amy","zip code":"94025","fb:testid":"1234"}`;
  test.each([
    ['{"a":"b"}', '$.a', 'b'],
    ['[{"a":"b"},{"a":"c"}]', '$[*].a', '["b","c"]'],
    [store, '$.store.bicycle', '{"price":19.95,"color":"red"}'],
    [store, "$['store'].bicycle.price", '19.95'],
    [store, '$.store.fruit[0]', '{"weight":8,"type":"apple"}'],
    [store, '$.store.fruit[*].weight', '[8,9]'],
    [store, '$.store.fruit[*]', '[{"weight":8,"type":"apple"},{"weight":9,"type":"pear"}]'],
    [store, '$.store.fruit', '[{"weight":8,"type":"apple"},{"weight":9,"type":"pear"}]'],
    [store, '$.store.book[*].category', '["reference","fiction","fiction"]'],
    [store, '$.store.book[*].reader[*].age', '[25,26]'],
    [store, '$.store.book[*].reader[0].age', '25'],
    [store, '$.store.basket[0][*]', '[1,2,{"b":"y","a":"x"}]'],
    [store, '$.store.basket[*][0]', '[1,3,5]'],
    [store, '$.store.basket[*]', '[[1,2,{"b":"y","a":"x"}],[3,4],[5,6]]'],
    [store, '$.store.basket[0][2].b', 'y'],
    [store, '$.store.basket[*][*]', '[1,2,{"b":"y","a":"x"},3,4,5,6]'],
    [store, '$.zip code', '94025'],
    [store, '$.fb:testid', '1234'],
    [store, '$.non_exist_key', null],
    [store, '$.store.book[10]', null],
    [store, '$.store.book[*].non_exist_key', null],
    [store, '$', store],
    ['{"a":1}', 'a', null],
    ['{"a":1}', '$a', null],
    ['{"a":null}', '$.a', null],
    ['{"a":', '$.a', null],
    ["{'a':'b'}", '$.a', 'b'],
    ['{"a":12345678901234567890}', '$.a', '12345678901234567890'],
    ['{"a":"\\u00e9\\n\\""}', '$.a', 'é\n"'],
    ['{"a":{"b":"é\\n\\""}}', '$.a', '{"b":"é\\n\\""}'],
  ])('%.40s %s', (json, path, expected) => {
    expect(callScalar('sh_get_json_object', json, path)).toBe(expected);
  });
});

test('a very deep text is NULL and no crash', () => {
  expect(callScalar('sh_get_json_object', '['.repeat(200_000), '$[0]')).toBeNull();
});

test('json_tuple gives a field, texts without quotes', () => {
  expect(callScalar('sh_json_tuple', '{"a":1, "b":2}', 'b')).toBe('2');
  expect(callScalar('sh_json_tuple', '{"a":"x", "b":{"c": [1, 2]}}', 'a')).toBe('x');
  expect(callScalar('sh_json_tuple', '{"a":"x", "b":{"c": [1, 2]}}', 'b')).toBe('{"c":[1,2]}');
  expect(callScalar('sh_json_tuple', '{"a":null}', 'a')).toBeNull();
  expect(callScalar('sh_json_tuple', '[1]', 'a')).toBeNull();
});

// The documentation of Spark: json_array_length, json_object_keys, schema_of_json.
test('lengths, keys and schemas as documented', () => {
  expect(callScalar('sh_json_array_length', '[1,2,3,{"f1":1,"f2":[5,6]},4]')).toBe(5);
  expect(callScalar('sh_json_array_length', '[1,2')).toBeNull();
  expect(callScalar('sh_json_array_length', '{}')).toBeNull();
  expect(callScalar('sh_json_object_keys', '{}')).toBe('[]');
  expect(callScalar('sh_json_object_keys', '{"f1":"abc","f2":{"f3":"a", "f4":"b"}}')).toBe('["f1", "f2"]');
  expect(callScalar('sh_json_object_keys', '[1]')).toBeNull();
  expect(callScalar('sh_schema_of_json', '[{"col":0}]')).toBe('ARRAY<STRUCT<col: BIGINT>>');
  expect(callScalar('sh_schema_of_json', '[{"b":1.5,"a":null},{"a":[true],"b":2}]')).toBe(
    'ARRAY<STRUCT<a: ARRAY<BOOLEAN>, b: DOUBLE>>',
  );
  expect(callScalar('sh_schema_of_json', '[1,"a"]')).toBe('ARRAY<STRING>');
  expect(callScalar('sh_schema_of_json', '12345678901234567890')).toBe('DECIMAL(20,0)');
});

describe('from_json', () => {
  test.each([
    ['{"a":1, "b":0.8}', 'a INT, b DOUBLE', '{"a": "1", "b": "0.8"}'],
    ['{"a":"1"}', 'a INT, b STRING', '{"a": NULL, "b": NULL}'],
    ['{"a":1.0}', 'a INT', '{"a": NULL}'],
    ['{"a":3000000000}', 'STRUCT<a: INT>', '{"a": NULL}'],
    ['{"a":3000000000}', 'a LONG', '{"a": "3000000000"}'],
    ['{"a":{"b":[1,"x"]}}', 'a STRING', `{"a": '{"b":[1,"x"]}'}`],
    ['{"a":"2024-02-30"}', 'a DATE', '{"a": NULL}'],
    ['{"a":"2024-02-29T10:00:00+02:00"}', 'a TIMESTAMP', '{"a": "2024-02-29 08:00:00.000000"}'],
    ['{"a":"NaN"}', 'a DOUBLE', '{"a": "nan"}'],
    ['{"a":1', 'a INT', '{"a": NULL}'],
    ['[1, 2, null]', 'ARRAY<INT>', '["1", "2", NULL]'],
    ['{"k":1}', 'MAP<STRING, INT>', '{"k"="1"}'],
    ['{"a":1}', 'ARRAY<STRUCT<a INT>>', `['{"a": "1"}']`],
    ['oops', 'ARRAY<INT>', null],
    ['', 'a INT', null],
    ['{"a b":true}', '`a b` BOOLEAN NOT NULL', '{"a b": "true"}'],
    ['{"a":123.45}', 'a DECIMAL(5,2)', '{"a": "123.45"}'],
    ['{"a":12345}', 'a DECIMAL(5,2)', '{"a": NULL}'],
  ])('%s as %s', (json, schema, expected) => {
    expect(callScalar('sh_from_json', json, schema)).toBe(expected);
  });

  test('a schema that cannot be read is named', () => {
    expect(() => callScalar('sh_from_json', '{}', 'a WHATEVER')).toThrow('The schema "a WHATEVER" cannot be read');
  });
});
