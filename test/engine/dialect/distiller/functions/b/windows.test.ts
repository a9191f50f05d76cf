import { afterAll, beforeAll, describe } from 'vitest';
import { openDistiller } from './open-distiller.ts';

const distiller = openDistiller();
const { cases } = distiller;
beforeAll(() => distiller.open());
afterAll(() => distiller.close());

const rows = "FROM VALUES ('A1', 2), ('A1', 1), ('A2', 3), ('A1', 1) AS tab(a, b)";

describe('windows as the Spark documentation has them', () => {
  cases([
    [
      `SELECT a, b, cume_dist() OVER (PARTITION BY a ORDER BY b) ${rows} ORDER BY a, b`,
      '"A1" 1 0.6666666666666666',
      '"A1" 1 0.6666666666666666',
      '"A1" 2 1',
      '"A2" 3 1',
    ],
    [
      `SELECT a, b, dense_rank(b) OVER (PARTITION BY a ORDER BY b) ${rows} ORDER BY a, b`,
      '"A1" 1 1',
      '"A1" 1 1',
      '"A1" 2 2',
      '"A2" 3 1',
    ],
    [
      `SELECT a, b, rank() OVER (PARTITION BY a ORDER BY b) ${rows} ORDER BY a, b`,
      '"A1" 1 1',
      '"A1" 1 1',
      '"A1" 2 3',
      '"A2" 3 1',
    ],
    [
      `SELECT a, b, row_number() OVER (PARTITION BY a ORDER BY b) AS n ${rows} ORDER BY a, n`,
      '"A1" 1 1',
      '"A1" 1 2',
      '"A1" 2 3',
      '"A2" 3 1',
    ],
    [
      `SELECT a, b, percent_rank() OVER (PARTITION BY a ORDER BY b) ${rows} ORDER BY a, b`,
      '"A1" 1 0',
      '"A1" 1 0',
      '"A1" 2 1',
      '"A2" 3 0',
    ],
    [
      `SELECT a, b, ntile(2) OVER (PARTITION BY a ORDER BY b) AS n ${rows} ORDER BY a, n`,
      '"A1" 1 1',
      '"A1" 1 1',
      '"A1" 2 2',
      '"A2" 3 1',
    ],
    [
      `SELECT a, b, lag(b) OVER (PARTITION BY a ORDER BY b) AS n ${rows} ORDER BY a, n`,
      '"A1" 1 null',
      '"A1" 1 1',
      '"A1" 2 1',
      '"A2" 3 null',
    ],
    [
      `SELECT a, b, lead(b) OVER (PARTITION BY a ORDER BY b) AS n ${rows} ORDER BY a, b, n`,
      '"A1" 1 1',
      '"A1" 1 2',
      '"A1" 2 null',
      '"A2" 3 null',
    ],
    [
      `SELECT a, b, nth_value(b, 2) OVER (PARTITION BY a ORDER BY b) AS n ${rows} ORDER BY a, b, n`,
      '"A1" 1 1',
      '"A1" 1 1',
      '"A1" 2 1',
      '"A2" 3 null',
    ],
    [
      "SELECT a, window(b, '5 minutes').start AS start, window(b, '5 minutes').end, count(*) AS cnt FROM VALUES ('A1', timestamp '2021-01-01 00:00:00'), ('A1', timestamp '2021-01-01 00:04:30'), ('A1', timestamp '2021-01-01 00:06:00'), ('A2', timestamp '2021-01-01 00:01:00') AS tab(a, b) GROUP BY a, window(b, '5 minutes') ORDER BY a, start",
      '"A1" "2021-01-01T00:00:00" "2021-01-01T00:05:00" 2',
      '"A1" "2021-01-01T00:05:00" "2021-01-01T00:10:00" 1',
      '"A2" "2021-01-01T00:00:00" "2021-01-01T00:05:00" 1',
    ],
  ]);
});

const gaps = 'FROM VALUES (1, NULL), (2, 20), (3, NULL), (4, 40) AS t(k, v)';

describe('windows, worked out by hand', () => {
  cases([
    [`SELECT lag(v) IGNORE NULLS OVER (ORDER BY k) ${gaps} ORDER BY k`, 'null', 'null', '20', '20'],
    [`SELECT lead(v, 1, 0) OVER (ORDER BY k) ${gaps} ORDER BY k`, '20', 'null', '40', '0'],
    [`SELECT lag(k, 2, -1) OVER (ORDER BY k) ${gaps} ORDER BY k`, '-1', '-1', '1', '2'],
    [`SELECT first(v, true) OVER (ORDER BY k) ${gaps} ORDER BY k`, 'null', '20', '20', '20'],
    [`SELECT last(v, true) OVER (ORDER BY k) ${gaps} ORDER BY k`, 'null', '20', '20', '40'],
    [
      `SELECT last_value(v) IGNORE NULLS OVER (ORDER BY k ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) ${gaps} ORDER BY k`,
      '40',
      '40',
      '40',
      '40',
    ],
    [
      `SELECT nth_value(v, 2, true) OVER (ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) ${gaps} ORDER BY k`,
      '40',
      '40',
      '40',
      '40',
    ],
    [`SELECT collect_list(v) OVER (ORDER BY k) ${gaps} ORDER BY k`, '[]', '[20]', '[20]', '[20,40]'],
    [
      `SELECT sum(v) OVER (ORDER BY k), count(v) OVER (ORDER BY k) ${gaps} ORDER BY k`,
      'null 0',
      '20 1',
      '20 1',
      '60 2',
    ],
    [
      `SELECT max_by(k, v) OVER (ORDER BY k), count(DISTINCT v) OVER () ${gaps} ORDER BY k`,
      'null 2',
      '2 2',
      '2 2',
      '4 2',
    ],
    [`SELECT first(v) FILTER (WHERE v > 20) OVER (ORDER BY k) ${gaps} ORDER BY k`, 'null', 'null', 'null', '40'],
    [
      `SELECT array_distinct(collect_list(k % 2) OVER (ORDER BY k)) ${gaps} ORDER BY k`,
      '[1]',
      '[1,0]',
      '[1,0]',
      '[1,0]',
    ],
    [`SELECT skewness(k) OVER (), percentile(k, 0.5) OVER (), median(k) OVER () ${gaps} LIMIT 1`, '0 2.5 2.5'],
    [`SELECT k ${gaps} QUALIFY row_number() OVER (ORDER BY k DESC) = 1`, '4'],
    ["SELECT window(timestamp '1969-12-31 23:59:00', '10 minutes').end", '"1970-01-01T00:00:00"'],
    ["SELECT window(timestamp '2024-01-01 00:07:00', '1 hour', '1 hour', '15 minutes').start", '"2023-12-31T23:15:00"'],
    ["SELECT window_time(window(timestamp '2024-01-01 00:07:00', '10 minutes'))", '"2024-01-01T00:09:59.999999"'],
  ]);
});
