import { afterAll, beforeAll, describe } from 'vitest';
import { openDistiller } from './open-distiller.ts';

const distiller = openDistiller();
const { cases } = distiller;
beforeAll(() => distiller.open());
afterAll(() => distiller.close());

describe('lambdas as the Spark documentation has them', () => {
  cases([
    ['aggregate(array(1, 2, 3), 0, (acc, x) -> acc + x)', '6'],
    ['aggregate(array(1, 2, 3), 0, (acc, x) -> acc + x, acc -> acc * 10)', '60'],
    ['reduce(array(1, 2, 3), 0, (acc, x) -> acc + x)', '6'],
    ['exists(array(1, 2, 3), x -> x % 2 == 0)', 'true'],
    ['exists(array(1, 2, 3), x -> x % 2 == 10)', 'false'],
    ['exists(array(1, null, 3), x -> x % 2 == 0)', 'null'],
    ['exists(array(0, null, 2, 3, null), x -> x IS NULL)', 'true'],
    ['exists(array(1, 2, 3), x -> x IS NULL)', 'false'],
    ['filter(array(1, 2, 3), x -> x % 2 == 1)', '[1,3]'],
    ['filter(array(0, 2, 3), (x, i) -> x > i)', '[2,3]'],
    ['filter(array(0, null, 2, 3, null), x -> x IS NOT NULL)', '[0,2,3]'],
    ['forall(array(1, 2, 3), x -> x % 2 == 0)', 'false'],
    ['forall(array(2, 4, 8), x -> x % 2 == 0)', 'true'],
    ['forall(array(1, null, 3), x -> x % 2 == 0)', 'false'],
    ['forall(array(2, null, 8), x -> x % 2 == 0)', 'null'],
    ['transform(array(1, 2, 3), x -> x + 1)', '[2,3,4]'],
    ['transform(array(1, 2, 3), (x, i) -> x + i)', '[1,3,5]'],
    [
      "zip_with(array(1, 2, 3), array('a', 'b', 'c'), (x, y) -> struct(y, x))",
      '[{"y":"a","x":1},{"y":"b","x":2},{"y":"c","x":3}]',
    ],
    ['zip_with(array(1, 2), array(3, 4), (x, y) -> x + y)', '[4,6]'],
    ["zip_with(array('a', 'b', 'c'), array('d', 'e', 'f'), (x, y) -> concat(x, y))", '["ad","be","cf"]'],
  ]);
});

describe('lambdas, worked out by hand', () => {
  cases([
    ["aggregate(array('a', 'bb'), 0, (n, s) -> n + length(s))", '3'],
    ["aggregate(array(1, 2), '', (s, x) -> concat(s, x))", '"12"'],
    ['aggregate(array(1, 2, 3), CAST(0 AS DOUBLE), (s, x) -> s + x / 2)', '3'],
    ['aggregate(array(3, 1), array(0), (all, x) -> concat(all, array(x)))', '[0,3,1]'],
    [
      "aggregate(array(1, 2, 3, 4), named_struct('sum', 0, 'n', 0), (a, x) -> named_struct('sum', a.sum + x, 'n', a.n + 1), a -> a.sum / a.n)",
      '2.5',
    ],
    ['aggregate(CAST(null AS ARRAY<INT>), 0, (a, x) -> a + x)', 'null'],
    ['aggregate(array(), 5, (a, x) -> a)', '5'],
    ['aggregate(array(1, null), 0, (a, x) -> a + x)', 'null'],
    ['aggregate(array(1, null), 0, (a, x) -> a + coalesce(x, 10))', '11'],
    ['aggregate(array(array(1, 2), array(3)), 0, (a, x) -> a + aggregate(x, 0, (b, y) -> b + y))', '6'],
    ['transform(array(array(1, 2), array(3)), x -> aggregate(x, 0L, (s, y) -> s + y * size(x)))', '[6,3]'],
    ['transform(array(1, 2), x -> transform(array(10, 20), (y, i) -> x * y + i))', '[[10,21],[20,41]]'],
    ['transform(array(1, 2), x -> transform(array(x), x -> x + 1)[0])', '[2,3]'],
    ['SELECT transform(array(1), x -> x + t.x) FROM (SELECT 10 AS x) t', '[11]'],
    ['SELECT transform(array(struct(1 AS a)), t -> t.a) FROM (SELECT 10 AS a) t', '[1]'],
    [
      'SELECT k, filter(array(1, 2, 3), x -> x > k) FROM (SELECT 1 AS k UNION ALL SELECT 2) ORDER BY k',
      '1 [2,3]',
      '2 [3]',
    ],
    ['zip_with(array(1, 2, 3), array(1), (x, y) -> x + coalesce(y, 0))', '[2,2,3]'],
    ['zip_with(array(1), CAST(null AS ARRAY<INT>), (x, y) -> x)', 'null'],
    ['filter(array(1, null, 3), x -> x > 1)', '[3]'],
    ["filter(array(struct('a' AS k, 1 AS v), struct('b' AS k, 2 AS v)), e -> e.k = 'b')[0].v", '2'],
    ['exists(CAST(null AS ARRAY<INT>), x -> x > 1)', 'null'],
    ['exists(array(), x -> true)', 'false'],
    ['forall(array(), x -> false)', 'true'],
    ['transform(array_sort(array(3, 1, 2), (a, b) -> b - a), x -> x * 2)', '[6,4,2]'],
    [
      'SELECT array_distinct(v), count(*) FROM (SELECT array(1, 1) AS v UNION ALL SELECT array(1)) GROUP BY array_distinct(v)',
      '[1] 2',
    ],
    [
      "SELECT transform_values(v, (k, x) -> x + 1), count(*) FROM (SELECT map('a', 1) AS v) GROUP BY transform_values(v, (k, x) -> x + 1)",
      '{"a":2} 1',
    ],
  ]);
});
