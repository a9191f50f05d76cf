import { afterAll, beforeAll, describe } from 'vitest';
import { openDistiller } from './open-distiller.ts';

const distiller = openDistiller();
const { cases } = distiller;
beforeAll(() => distiller.open());
afterAll(() => distiller.close());

const people = "FROM VALUES ('A', 'c1'), ('A', 'c2'), ('B', 'c2'), ('B', 'c3'), ('B', NULL) AS t(g, v)";

/** Few values are counted without error, so that what is expected is the exact count. */
describe('sketches', () => {
  cases([
    [`SELECT g, hll_estimate(hll_build_agg(v)) ${people} GROUP BY g ORDER BY g`, '"A" 2', '"B" 2'],
    [`SELECT hll_merge_count_agg(s) FROM (SELECT hll_build_agg(v) AS s ${people} GROUP BY g)`, '3'],
    [
      `SELECT sketch_estimate(hll_merge_agg(s, true)) FROM (SELECT hll_build_agg(v, 10) AS s ${people} GROUP BY g)`,
      '3',
    ],
    [`SELECT hll_estimate(hll_build_agg(v) FILTER (WHERE g = 'A')) ${people}`, '2'],
    [`SELECT hll_build_agg(v) = hll_build_agg(concat(v, '')), length(hll_build_agg(v)) > 8 ${people}`, 'true true'],
    ['SELECT hll_estimate(hll_build_agg(v)) FROM VALUES (1), (1), (2) AS t(v)', '2'],
    ['SELECT hll_estimate(hll_build_agg(v)) FROM VALUES (1L), (9007199254740993L), (9007199254740992L) AS t(v)', '3'],
    ['SELECT hll_estimate(hll_build_agg(v)) FROM VALUES (1.5D), (1.5D), (2.5D) AS t(v)', '2'],
  ]);
});
