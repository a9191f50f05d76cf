import { afterAll, beforeAll, describe } from 'vitest';
import { openDistiller } from './open-distiller.ts';

const distiller = openDistiller();
const { cases } = distiller;
beforeAll(() => distiller.open());
afterAll(() => distiller.close());

describe('maps as the Spark documentation has them', () => {
  cases([
    ["map(1.0, '2', 3.0, '4')", '{"1.0":"2","3.0":"4"}'],
    ["map_concat(map(1, 'a', 2, 'b'), map(3, 'c'))", '{"1":"a","2":"b","3":"c"}'],
    ["map_contains_key(map(1, 'a', 2, 'b'), 1)", 'true'],
    ["map_contains_key(map(1, 'a', 2, 'b'), 3)", 'false'],
    ["map_entries(map(1, 'a', 2, 'b'))", '[{"key":1,"value":"a"},{"key":2,"value":"b"}]'],
    ['map_filter(map(1, 0, 2, 2, 3, -1), (k, v) -> k > v)', '{"1":0,"3":-1}'],
    ["map_from_arrays(array(1.0, 3.0), array('2', '4'))", '{"1.0":"2","3.0":"4"}'],
    ["map_from_entries(array(struct(1, 'a'), struct(2, 'b')))", '{"1":"a","2":"b"}'],
    ["map_keys(map(1, 'a', 2, 'b'))", '[1,2]'],
    ["map_values(map(1, 'a', 2, 'b'))", '["a","b"]'],
    ["map_zip_with(map(1, 'a', 2, 'b'), map(1, 'x', 2, 'y'), (k, v1, v2) -> concat(v1, v2))", '{"1":"ax","2":"by"}'],
    ["str_to_map('a:1,b:2,c:3', ',', ':')", '{"a":"1","b":"2","c":"3"}'],
    ["str_to_map('a')", '{"a":null}'],
    ['transform_keys(map_from_arrays(array(1, 2, 3), array(1, 2, 3)), (k, v) -> k + 1)', '{"2":1,"3":2,"4":3}'],
    ['transform_keys(map_from_arrays(array(1, 2, 3), array(1, 2, 3)), (k, v) -> k + v)', '{"2":1,"4":2,"6":3}'],
    ['transform_values(map_from_arrays(array(1, 2, 3), array(1, 2, 3)), (k, v) -> v + 1)', '{"1":2,"2":3,"3":4}'],
    ['transform_values(map_from_arrays(array(1, 2, 3), array(1, 2, 3)), (k, v) -> k + v)', '{"1":2,"2":4,"3":6}'],
  ]);
});

describe('maps, worked out by hand', () => {
  cases([
    ['map()', '{}'],
    ["map('a', 1, 'b', null)['b']", 'null'],
    ['map_from_arrays(array(1), CAST(null AS ARRAY<INT>))', 'null'],
    ["map_from_entries(array(struct(1 AS k, 'a' AS v), null))", 'null'],
    ["map_concat(map(1, 'a'), CAST(null AS MAP<INT, STRING>))", 'null'],
    ["map_contains_key(map('a', 1), null)", 'null'],
    ["str_to_map('x=1;;y=2=3', ';+', '=')", '{"x":"1","y":"2=3"}'],
    ["str_to_map('a.b,c.d', ',', '\\\\.')", '{"a":"b","c":"d"}'],
    ['str_to_map(CAST(null AS STRING))', 'null'],
    ["map_zip_with(map('a', 1), map('b', 2), (k, x, y) -> coalesce(x, 0) + coalesce(y, 0))", '{"a":1,"b":2}'],
    [
      "transform_values(map('a', map('x', 1)), (k, v) -> transform_values(v, (k2, v2) -> concat(k, k2)))",
      '{"a":{"x":"ax"}}',
    ],
    [
      "transform_values(map('a', map('x', 1)), (k, v) -> transform_values(v, (k, v) -> concat(k, k)))",
      '{"a":{"x":"xx"}}',
    ],
    ['map_filter(CAST(null AS MAP<INT, INT>), (k, v) -> k > v)', 'null'],
    ['transform_values(CAST(null AS MAP<INT, INT>), (k, v) -> k > v)', 'null'],
    ["element_at(map_concat(map('a', 1), map('b', 2)), 'b') + 1", '3'],
  ]);
});

describe('structs', () => {
  cases([
    // Spark documentation.
    ["named_struct('a', 1, 'b', 2, 'c', 3)", '{"a":1,"b":2,"c":3}'],
    ['struct(1, 2, 3)', '{"col1":1,"col2":2,"col3":3}'],
    // By hand.
    ["struct(1 AS x, 'a', 2 AS `two words`)", '{"x":1,"col2":"a","two words":2}'],
    ["SELECT struct(a, b.c) FROM (SELECT 1 AS a, named_struct('c', 2) AS b)", '{"a":1,"c":2}'],
    ["named_struct('a', struct(1 AS b)).a.b", '1'],
    ["array(struct(1 AS a, 'x' AS b), struct(2 AS a, 'y' AS b)).b[1]", '"y"'],
  ]);
});
