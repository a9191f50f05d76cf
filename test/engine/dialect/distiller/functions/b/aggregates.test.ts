import { afterAll, beforeAll, describe } from 'vitest';
import { openDistiller } from './open-distiller.ts';

const distiller = openDistiller();
const { cases } = distiller;
beforeAll(() => distiller.open());
afterAll(() => distiller.close());

const col = (values: string) => `FROM VALUES ${values} AS tab(col)`;

describe('aggregates as the Spark documentation has them', () => {
  cases([
    [`SELECT any_value(col) ${col('(10), (5), (20)')}`, '10'],
    [`SELECT any_value(col, true) ${col('(NULL), (5), (20)')}`, '5'],
    [`SELECT approx_count_distinct(col) ${col('(1), (1), (2), (2), (3)')}`, '3'],
    [`SELECT approx_percentile(col, array(0.5, 0.4, 0.1), 100) ${col('(0), (1), (2), (10)')}`, '[1,1,0]'],
    [`SELECT approx_percentile(col, 0.5, 100) ${col('(0), (6), (7), (9), (10)')}`, '7'],
    [`SELECT array_agg(col) ${col('(1), (2), (1)')}`, '[1,2,1]'],
    [`SELECT avg(col) ${col('(1), (2), (3)')}`, '2'],
    [`SELECT avg(col) ${col('(1), (2), (NULL)')}`, '1.5'],
    [`SELECT mean(col) ${col('(1), (2), (NULL)')}`, '1.5'],
    [`SELECT bit_and(col) ${col('(3), (5)')}`, '1'],
    [`SELECT bit_or(col) ${col('(3), (5)')}`, '7'],
    [`SELECT bit_xor(col) ${col('(3), (5)')}`, '6'],
    [`SELECT bool_and(col) ${col('(true), (true), (true)')}`, 'true'],
    [`SELECT bool_and(col) ${col('(NULL), (true), (true)')}`, 'true'],
    [`SELECT every(col) ${col('(true), (false), (true)')}`, 'false'],
    [`SELECT bool_or(col) ${col('(true), (false), (false)')}`, 'true'],
    [`SELECT any(col) ${col('(NULL), (true), (false)')}`, 'true'],
    [`SELECT some(col) ${col('(false), (false), (NULL)')}`, 'false'],
    [`SELECT collect_list(col) ${col('(1), (2), (1)')}`, '[1,2,1]'],
    [`SELECT sort_array(collect_set(col)) ${col('(1), (2), (1)')}`, '[1,2]'],
    [
      'SELECT CAST(corr(c1, c2) AS DECIMAL(20, 14)) FROM VALUES (3, 2), (3, 3), (6, 4) AS tab(c1, c2)',
      '0.86602540378444',
    ],
    [`SELECT count(*) ${col('(NULL), (5), (5), (20)')}`, '4'],
    [`SELECT count(col) ${col('(NULL), (5), (5), (20)')}`, '3'],
    [`SELECT count(DISTINCT col) ${col('(NULL), (5), (5), (10)')}`, '2'],
    [`SELECT count_if(col % 2 = 0) ${col('(NULL), (0), (1), (2), (3)')}`, '2'],
    [`SELECT count_if(col IS NULL) ${col('(NULL), (0), (1), (2), (3)')}`, '1'],
    ['SELECT covar_pop(c1, c2) FROM VALUES (1, 1), (2, 2), (3, 3) AS tab(c1, c2)', '0.6666666666666666'],
    ['SELECT covar_samp(c1, c2) FROM VALUES (1, 1), (2, 2), (3, 3) AS tab(c1, c2)', '1'],
    [`SELECT first(col) ${col('(10), (5), (20)')}`, '10'],
    [`SELECT first(col) ${col('(NULL), (5), (20)')}`, 'null'],
    [`SELECT first(col, true) ${col('(NULL), (5), (20)')}`, '5'],
    [`SELECT first_value(col, true) ${col('(NULL), (5), (20)')}`, '5'],
    [`SELECT kurtosis(col) ${col('(-10), (-20), (100), (1000)')}`, '-0.7014368047529627'],
    [`SELECT kurtosis(col) ${col('(1), (10), (100), (10), (1)')}`, '0.19432323191699075'],
    [`SELECT last(col) ${col('(10), (5), (20)')}`, '20'],
    [`SELECT last(col) ${col('(10), (5), (NULL)')}`, 'null'],
    [`SELECT last_value(col, true) ${col('(10), (5), (NULL)')}`, '5'],
    [`SELECT max(col) ${col('(10), (50), (20)')}`, '50'],
    ["SELECT max_by(x, y) FROM VALUES ('a', 10), ('b', 50), ('c', 20) AS tab(x, y)", '"b"'],
    ["SELECT min_by(x, y) FROM VALUES ('a', 10), ('b', 50), ('c', 20) AS tab(x, y)", '"a"'],
    [`SELECT median(col) ${col('(0), (10)')}`, '5'],
    [`SELECT min(col) ${col('(10), (-1), (20)')}`, '-1'],
    [`SELECT mode(col) ${col('(0), (10), (10)')}`, '10'],
    [`SELECT mode(col) ${col('(0), (10), (10), (null), (null), (null)')}`, '10'],
    [`SELECT percentile(col, 0.3) ${col('(0), (10)')}`, '3'],
    [`SELECT percentile(col, array(0.25, 0.75)) ${col('(0), (10)')}`, '[2.5,7.5]'],
    ['SELECT regr_avgx(y, x) FROM VALUES (1, 2), (2, 2), (2, 3), (2, 4) AS tab(y, x)', '2.75'],
    ['SELECT regr_avgy(y, x) FROM VALUES (1, 2), (2, 2), (2, 3), (2, 4) AS tab(y, x)', '1.75'],
    ['SELECT regr_count(y, x) FROM VALUES (1, 2), (2, null), (2, 3), (2, 4) AS tab(y, x)', '3'],
    ['SELECT regr_slope(y, x) FROM VALUES (1, 1), (2, 2), (3, 3) AS tab(y, x)', '1'],
    ['SELECT regr_intercept(y, x) FROM VALUES (1, 1), (2, 2), (3, 3) AS tab(y, x)', '0'],
    [
      'SELECT CAST(regr_sxx(y, x) AS DECIMAL(20, 14)) FROM VALUES (1, 2), (2, 2), (2, 3), (2, 4) AS tab(y, x)',
      '2.75000000000000',
    ],
    [
      'SELECT CAST(regr_sxy(y, x) AS DECIMAL(20, 14)) FROM VALUES (1, 2), (2, 2), (2, 3), (2, 4) AS tab(y, x)',
      '0.75000000000000',
    ],
    [
      'SELECT CAST(regr_syy(y, x) AS DECIMAL(20, 14)) FROM VALUES (1, 2), (2, 2), (2, 3), (2, 4) AS tab(y, x)',
      '0.75000000000000',
    ],
    [`SELECT CAST(skewness(col) AS DECIMAL(20, 12)) ${col('(-10), (-20), (100), (1000)')}`, '1.113565746902'],
    [`SELECT CAST(skewness(col) AS DECIMAL(20, 12)) ${col('(-1000), (-100), (10), (20)')}`, '-1.113565746902'],
    [`SELECT stddev(col) ${col('(1), (2), (3)')}`, '1'],
    [`SELECT stddev_pop(col) ${col('(1), (2), (3)')}`, '0.816496580927726'],
    [`SELECT sum(col) ${col('(5), (10), (15)')}`, '30'],
    [`SELECT sum(col) ${col('(NULL), (10), (15)')}`, '25'],
    [`SELECT sum(col) ${col('(NULL), (NULL)')}`, 'null'],
    [`SELECT try_sum(col) ${col('(9223372036854775807L), (1L)')}`, 'null'],
    [`SELECT var_pop(col) ${col('(1), (2), (3)')}`, '0.6666666666666666'],
    [`SELECT variance(col) ${col('(1), (2), (3)')}`, '1'],
    [
      `SELECT histogram_numeric(col, 5) ${col('(0), (1), (2), (10)')}`,
      '[{"x":0,"y":1},{"x":1,"y":1},{"x":2,"y":1},{"x":10,"y":1}]',
    ],
  ]);
});

describe('aggregates, worked out by hand', () => {
  cases([
    // Conditions with OR keep together.
    [
      'SELECT count_if(a OR b) FILTER (WHERE k = 1), collect_list(a OR b), count(a OR b, k), first(a OR b, true) FROM VALUES (1, false, true), (2, true, false), (2, null, false) AS t(k, a, b)',
      '1 [true,true] 2 true',
    ],
    [
      'SELECT percentile_cont(0.25) WITHIN GROUP (ORDER BY v), percentile_cont(0.25) WITHIN GROUP (ORDER BY v DESC), percentile_disc(0.5) WITHIN GROUP (ORDER BY v) FROM VALUES (0), (10), (NULL) AS t(v)',
      '2.5 7.5 0',
    ],
    ['SELECT count(a, b), count(DISTINCT a, b) FROM VALUES (1, 2), (1, 2), (1, NULL), (2, 2) AS t(a, b)', '3 2'],
    [`SELECT sum(col) ${col('(9223372036854775807L), (1L)')}`, '-9223372036854775808'],
    [`SELECT sum(col), avg(col) ${col('(CAST(1.50 AS DECIMAL(10,2))), (2.25)')}`, '3.75 1.875000'],
    [`SELECT sum(col) ${col("('1'), ('2.5'), ('x')")}`, '3.5'],
    [`SELECT collect_list(col) ${col('(CAST(NULL AS INT))')}`, '[]'],
    [`SELECT collect_list(col) FILTER (WHERE col > 1) ${col('(1), (2), (NULL), (3)')}`, '[2,3]'],
    [`SELECT size(collect_set(col)), array_distinct(collect_list(col)) ${col("('b'), ('a'), ('b')")}`, '2 ["b","a"]'],
    ['SELECT max_by(x, y), min_by(x, y) FROM VALUES (NULL, 5), (1, 2), (3, NULL) AS t(x, y)', 'null 1'],
    [`SELECT corr(col, col) ${col('(1), (1)')}`, 'null'],
    [`SELECT skewness(col), kurtosis(col) ${col('(2), (2), (2)')}`, 'null null'],
    [`SELECT skewness(col), kurtosis(col) ${col('(1), (2)')}`, '0 -2'],
    [`SELECT skewness(col), stddev(col), var_pop(col) ${col('(1)')}`, 'null null 0'],
    ['SELECT percentile(x, 0.5, n) FROM VALUES (1, 3), (10, 1), (NULL, 5), (7, 0) AS t(x, n)', '1'],
    ['SELECT percentile(x, array(0.5, 1), n) FROM VALUES (1, 1), (10, 3) AS t(x, n)', '[10,10]'],
    [`SELECT percentile_approx(col, 0.5) ${col("(DATE '2024-01-01'), (DATE '2024-01-05')")}`, '"2024-01-01"'],
    [`SELECT percentile(col, 0.5) FILTER (WHERE col > 1) ${col('(1), (2), (4)')}`, '3'],
    [`SELECT count_if(col > 1) FILTER (WHERE col < 3), count(1) FILTER (WHERE col < 3) ${col('(1), (2), (4)')}`, '1 2'],
    [`SELECT listagg(col, '-') ${col("('a'), (NULL), ('b')")}`, '"a-b"'],
    [
      'SELECT g, max(v), grouping(g) FROM VALUES (1, 5), (1, 6) AS t(g, v) GROUP BY g WITH ROLLUP ORDER BY g',
      'null 6 1',
      '1 6 0',
    ],
    [
      'SELECT g, h, grouping_id(g, h) AS id FROM VALUES (1, 5) AS t(g, h) GROUP BY g, h WITH CUBE ORDER BY id',
      '1 5 0',
      '1 null 1',
      'null 5 2',
      'null null 3',
    ],
    [
      'SELECT monotonically_increasing_id(), spark_partition_id(), input_file_name() FROM VALUES (5), (6) AS t(a)',
      '0 0 ""',
      '1 0 ""',
    ],
    // Two bins hold the values best that lie nearest to each other: 1 and 2 meet in 1.5.
    [`SELECT histogram_numeric(col, 2) ${col('(1.0D), (2.0D), (10.0D), (NULL)')}`, '[{"x":1.5,"y":2},{"x":10,"y":1}]'],
    [`SELECT histogram_numeric(col, 3) ${col('(CAST(NULL AS INT))')}`, 'null'],
  ]);
});
