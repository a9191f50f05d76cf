import { afterAll, beforeAll, describe } from 'vitest';
import { openDistiller } from './open-distiller.ts';

const distiller = openDistiller();
const { cases } = distiller;
beforeAll(() => distiller.open());
afterAll(() => distiller.close());

const lists =
  'FROM VALUES (1, array(1, 2, 2, null), 2), (2, null, 1), (3, array(), 3), (4, array(3, 1), null) AS t(id, l, v) ORDER BY id';

/** Each function over rows with items, NULL, no items and a NULL beside it; worked out by hand. */
describe('over rows', () => {
  cases(
    (
      [
        ['array_append(l, v)', '[1,2,2,null,2]', 'null', '[3]', '[3,1,null]'],
        ['array_compact(l)', '[1,2,2]', 'null', '[]', '[3,1]'],
        ['array_contains(l, v)', 'true', 'null', 'false', 'null'],
        ['array_contains(l, 5)', 'null', 'null', 'false', 'false'],
        ['array_distinct(l)', '[1,2,null]', 'null', '[]', '[3,1]'],
        ['array_except(l, array(v))', '[1,null]', 'null', '[]', '[3,1]'],
        ['array_insert(l, 2, v)', '[1,2,2,2,null]', 'null', '[null,3]', '[3,null,1]'],
        ['array_insert(l, v, 9)', '[1,9,2,2,null]', 'null', '[null,null,9]', 'null'],
        ['array_intersect(l, array(2, 3))', '[2]', 'null', '[]', '[3]'],
        ["array_join(l, '-')", '"1-2-2"', 'null', '""', '"3-1"'],
        ["array_join(l, CAST(v AS STRING), '?')", '"122222?"', 'null', '""', 'null'],
        ['array_max(l)', '2', 'null', 'null', '3'],
        ['array_position(l, v)', '2', 'null', '0', 'null'],
        ['array_remove(l, v)', '[1,null]', 'null', '[]', 'null'],
        ['array_repeat(id, v)', '[1,1]', '[2]', '[3,3,3]', 'null'],
        ['array_sort(l)', '[1,2,2,null]', 'null', '[]', '[1,3]'],
        ['array_sort(l, (a, b) -> coalesce(b, 0) - coalesce(a, 0))', '[2,2,1,null]', 'null', '[]', '[3,1]'],
        ['array_union(l, array(v))', '[1,2,null]', 'null', '[3]', '[3,1,null]'],
        ['arrays_overlap(l, array(7, 3))', 'null', 'null', 'false', 'true'],
        [
          'arrays_zip(l, array(id))',
          '[{"l":1,"1":1},{"l":2,"1":null},{"l":2,"1":null},{"l":null,"1":null}]',
          'null',
          '[{"l":null,"1":3}]',
          '[{"l":3,"1":4},{"l":1,"1":null}]',
        ],
        ['concat(l, array(v))', '[1,2,2,null,2]', 'null', '[3]', '[3,1,null]'],
        ['element_at(l, v)', '2', 'null', 'null', 'null'],
        ['element_at(l, -1)', 'null', 'null', 'null', '1'],
        ['flatten(array(l, array(v)))', '[1,2,2,null,2]', 'null', '[3]', '[3,1,null]'],
        ['get(l, v)', '2', 'null', 'null', 'null'],
        ['reverse(l)', '[null,2,2,1]', 'null', '[]', '[1,3]'],
        ['sequence(id, v)', '[1,2]', '[2,1]', '[3]', 'null'],
        ['size(l)', '4', '-1', '0', '2'],
        ['slice(l, -2, v)', '[2,null]', 'null', '[]', 'null'],
        ['slice(l, v, 2)', '[2,2]', 'null', '[]', 'null'],
        ['sort_array(l, id = 1)', '[null,1,2,2]', 'null', '[]', '[3,1]'],
        ['aggregate(l, 0, (a, x) -> a + coalesce(x, 10))', '15', 'null', '0', '4'],
        [
          "aggregate(l, '', (a, x) -> concat(a, coalesce(x, '?')), a -> concat(a, id))",
          '"122?1"',
          'null',
          '"3"',
          '"314"',
        ],
        ['exists(l, x -> x > v)', 'null', 'null', 'false', 'null'],
        ['forall(l, x -> x > 0)', 'null', 'null', 'true', 'true'],
        ['filter(l, (x, i) -> i > 0 AND x > 1)', '[2,2]', 'null', '[]', '[]'],
        ['transform(l, (x, i) -> x * i + id)', '[1,3,5,null]', 'null', '[]', '[4,5]'],
        [
          'zip_with(l, array(10), (x, y) -> coalesce(x, 0) + coalesce(y, v))',
          '[11,4,4,2]',
          'null',
          '[10]',
          '[13,null]',
        ],
        [
          'map_from_arrays(array_compact(array_distinct(l)), array_compact(array_distinct(l)))',
          '{"1":1,"2":2}',
          'null',
          '{}',
          '{"3":3,"1":1}',
        ],
        ['to_json(l)', '"[1,2,2,null]"', 'null', '"[]"', '"[3,1]"'],
        [
          'to_json(struct(l, v))',
          String.raw`"{\"l\":[1,2,2,null],\"v\":2}"`,
          String.raw`"{\"v\":1}"`,
          String.raw`"{\"l\":[],\"v\":3}"`,
          String.raw`"{\"l\":[3,1]}"`,
        ],
      ] as const
    ).map(([expression, ...expected]) => [`SELECT ${expression} ${lists}`, ...expected] as const),
  );
});

const maps =
  "FROM VALUES (1, map('a', 1, 'b', null), 'b'), (2, null, 'a'), (3, map(), 'a'), (4, map('c', 3), null) AS t(id, m, k) ORDER BY id";

describe('over rows of maps', () => {
  cases(
    (
      [
        ['size(m)', '2', '-1', '0', '1'],
        ['element_at(m, k)', 'null', 'null', 'null', 'null'],
        ['m[k]', 'null', 'null', 'null', 'null'],
        ['map_contains_key(m, k)', 'true', 'null', 'false', 'null'],
        ['map_keys(m)', '["a","b"]', 'null', '[]', '["c"]'],
        ["map_concat(m, map('z', id))", '{"a":1,"b":null,"z":1}', 'null', '{"z":3}', '{"c":3,"z":4}'],
        ['map_filter(m, (key, value) -> value IS NOT NULL)', '{"a":1}', 'null', '{}', '{"c":3}'],
        ['transform_keys(m, (key, value) -> concat(key, id))', '{"a1":1,"b1":null}', 'null', '{}', '{"c4":3}'],
        ['transform_values(m, (key, value) -> value + id)', '{"a":2,"b":null}', 'null', '{}', '{"c":7}'],
        [
          "map_zip_with(m, map('a', 5), (key, x, y) -> coalesce(x, 0) + coalesce(y, id))",
          '{"a":6,"b":1}',
          'null',
          '{"a":5}',
          '{"c":7,"a":5}',
        ],
        ['map_from_entries(map_entries(m))', '{"a":1,"b":null}', 'null', '{}', '{"c":3}'],
        ['to_json(m)', String.raw`"{\"a\":1,\"b\":null}"`, 'null', '"{}"', String.raw`"{\"c\":3}"`],
      ] as const
    ).map(([expression, ...expected]) => [`SELECT ${expression} ${maps}`, ...expected] as const),
  );
});
