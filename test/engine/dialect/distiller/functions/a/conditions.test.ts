import { describe } from 'vitest';
import { expressionCases } from './expression-cases.ts';

/** Expected: Spark SQL reference, the examples of each function; others by hand. */
describe('conditions', () => {
  expressionCases([
    ["nanvl(CAST('NaN' AS DOUBLE), 123)", '123'],
    ['nanvl(1.5D, 123)', '1.5'],
    ['assert_true(0 < 1)', null],
    ['coalesce(NULL, 1, NULL)', '1'],
    ['equal_null(3, 3)', 'true'],
    ['equal_null(NULL, 3)', 'false'],
    ["equal_null(NULL, 'abc')", 'false'],
    ["if(1 < 2, 'a', 'b')", 'a'],
    ['if(NULL, 1, 2.5)', '2.5'],
    ["ifnull(NULL, array('2'))", '["2"]'],
    ["nvl(NULL, 'x')", 'x'],
    ['nvl2(NULL, 2, 1)', '1'],
    ['nvl2(5, 2, 1)', '2'],
    ["isnan(CAST('NaN' AS DOUBLE))", 'true'],
    ['isnan(NULL)', 'false'],
    ['isnull(1)', 'false'],
    ['isnotnull(1)', 'true'],
    ['nullif(2, 2)', null],
    ["nullif(2, '2')", null],
    ['nullif(2, 3)', '2'],
  ]);
});
