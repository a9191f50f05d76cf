import { describe, expect, test } from 'vitest';
import { StillhouseError } from '../../../../../../src/core/error.ts';
import { findFunction, functionNames } from '../../../../../../src/dialect/distiller/functions/index.ts';
import { parseDistillerQuery } from '../../../../../../src/dialect/distiller/parse/index.ts';
import { translateDistillerQuery } from '../../../../../../src/dialect/distiller/translate/translate.ts';

function translate(source: string) {
  return translateDistillerQuery(parseDistillerQuery(source), {
    source,
    table: () => undefined,
    variable: () => undefined,
    parameter: () => undefined,
    function: findFunction,
    functionNames,
  });
}

/** The place and sentence of the fault in an expression. */
function fault(expression: string): string {
  const source = `SELECT ${expression}`;
  try {
    translate(source);
  } catch (error) {
    if (!(error instanceof StillhouseError)) throw error;
    const { range } = error;
    return `${source.slice(range?.start, range?.end)}: ${error.message}`;
  }
  return 'none';
}

describe('what cannot be meant is told at its place', () => {
  test.each([
    ["array_contains('a', 1)", "'a': “array_contains” takes an array here, not VARCHAR."],
    ['map_keys(array(1))', 'array(1): “map_keys” takes a map here, not INTEGER[].'],
    ['element_at(array(1), 0)', '0: Places in an array count from 1, or from -1 at the end: there is no place 0.'],
    ['slice(array(1), 0, 1)', '0: Places in an array count from 1, or from -1 at the end: there is no place 0.'],
    ['slice(array(1), 1, -1)', '-1: A slice cannot have fewer than 0 items.'],
    ['sequence(1, 5, -1)', '-1: A sequence from 1 to 5 cannot be walked in steps of -1.'],
    ['map(1, 2, 3)', 'map(1, 2, 3): A key lacks its value: map takes keys and values in turn.'],
    ["named_struct('a')", "named_struct('a'): “named_struct” takes at least 2 arguments, not 1."],
    ['named_struct(1, 2)', '1: A field’s name is a text that is written out, not INTEGER.'],
    ['transform(array(1), 2)', '2: “transform” takes a lambda here: x -> ….'],
    ['transform(array(1), (a, b, c) -> a)', '(a, b, c) -> a: This lambda may have 2 parameters, not 3.'],
    ['aggregate(array(1.5), 0, (s, x) -> s + x)', '0: The total begins as INTEGER and would lose its fractions.'],
    ['inline(array(1))', 'array(1): “inline” takes an array of structs, not of INTEGER.'],
    ['stack(0, 1)', '0: The number of rows is a whole number from 1 that is written out.'],
    ['count(DISTINCT *)', '*: * stands for columns, and there is no table here.'],
    ['first(1, 2)', '2: Here stands TRUE or FALSE: whether NULLs are passed over.'],
    [
      "window(now(), '1 month')",
      "'1 month': A length of time is written out in weeks or less: '10 minutes', '1 hour 30 minutes'.",
    ],
    [
      "window(now(), '5 minutes', '10 minutes')",
      "'10 minutes': Windows of time slide by more than nothing and by no more than their length.",
    ],
    [
      "window(now(), '1 month')",
      "'1 month': A length of time is written out in weeks or less: '10 minutes', '1 hour 30 minutes'.",
    ],
    ['row_number()', 'row_number(): “row_number” needs OVER (PARTITION BY … ORDER BY …).'],
    ['histogram_numeric(1, 1)', '1: The number of bins is a whole number from 2 that is written out.'],
    ["from_json('{}', 'a NONSENSE')", "'a NONSENSE': The schema cannot be read. There is no type “nonsense”."],
  ])('%s', (expression, expected) => {
    expect(fault(expression)).toBe(expected);
  });
});

describe('what is written reads as the engine’s own', () => {
  test.each([
    ['transform(l, x -> x + 1)', 'list_transform(l, lambda x: x + 1)'],
    ['filter(l, (x, i) -> i > 0)', 'list_filter(l, lambda x, i: CAST(i - 1 AS INTEGER) > 0)'],
    ['array(1, 2)', '[1, 2]'],
    ['struct(1 AS a)', "{'a': 1}"],
    ["map('a', 1)", "map(['a'], [1])"],
    ['collect_list(v)', 'coalesce(list(v) FILTER (WHERE v IS NOT NULL), [])'],
    [
      'first(v, true) OVER (PARTITION BY k ORDER BY t)',
      'first_value(v IGNORE NULLS) OVER (PARTITION BY k ORDER BY t NULLS FIRST)',
    ],
    ['aggregate(array(1D, 2D), 0D, (s, x) -> s + x)', 'lambda s, x: s + x, 0::DOUBLE)'],
    ['array_distinct(l)', 'list_filter(l, lambda _item1, _place1: list_position(l, _item1) = _place1)'],
  ])('%s', (expression, expected) => {
    expect(translate(`SELECT ${expression} AS value FROM t`).sql.text).toContain(expected);
  });
});
