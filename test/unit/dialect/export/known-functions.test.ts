import { describe, expect, test } from 'vitest';
import { isKnownFunction } from '../../../../src/dialect/export/catalogue.ts';
import { exportStatement } from '../../../../src/dialect/export/export-statement.ts';
import { rules } from '../../../../src/dialect/export/rules/index.ts';
import { type ExportTarget, exportTargets } from '../../../../src/dialect/export/target.ts';
import { callsOf } from '../../../../src/dialect/export/target-text.ts';

/** The rules put the target's words in; the translator has no part in it. */
const translate = (text: string) => ({ text });

/** Arguments of many kinds, so that every text of every rule is asked for. */
const givens = [
  '',
  'a',
  'a, b',
  'a, b, c',
  'a, 2, 3, 4, 5, 6',
  "'month', a, b",
  "'week', a, b",
  "'hour', a, b",
  "'dow', a",
  "a, '%Y-%m-%d'",
  "a, '$.b[0]'",
  "a, 'x', 'y', 'g'",
  'x, y -> y + 1',
  'x, (y, z) -> y + z, 0',
];

const functions = [...rules.keys()].filter((name) => /^\w+$/.test(name) && name !== 'try_cast');

/** Syntax that looks like a call in the results of these rules. */
const syntax =
  /^(?:and|any|array|as|by|case|cast|count|distinct|exists|extract|filter|from|group|in|is|map|not|offset|or|order|over|row|safe_offset|safe_ordinal|select|struct|table|then|trim|try_cast|unnest|values|where|within)$/i;

function untold(query: string, target: ExportTarget): readonly string[] {
  const { text = '', notes } = exportStatement(query, target, translate);
  const told = new Set(notes.map(({ what }) => what.toLowerCase()));
  return callsOf(text, target)
    .filter(({ start }) => !text.slice(0, start).endsWith(' AS '))
    .map(({ name }) => name.toLowerCase())
    .filter((name) => !syntax.test(name) && !isKnownFunction(target, name) && !told.has(name));
}

describe.each(exportTargets)('$name', ({ id }) => {
  test.each(givens)('knows every function of the result for (%s), or is told of it', (given) => {
    const query = `SELECT ${functions.map((name) => `${name}(${given})`).join(', ')} FROM t`;
    expect(untold(query, id)).toEqual([]);
  });

  test('is told of functions that nobody knows', () => {
    const { notes } = exportStatement('SELECT frobnicate(a), sh_frob(b) FROM t', id, translate);
    expect(notes.map(({ severity, what }) => [severity, what])).toEqual([
      ['missing', 'frobnicate'],
      ['missing', 'sh_frob'],
    ]);
  });
});
