import { describe, expect, test } from 'vitest';
import { createEdits } from '../../../../src/dialect/export/edits.ts';
import { exportStatement } from '../../../../src/dialect/export/export-statement.ts';
import { exportSummary, noteLine, placeWords } from '../../../../src/dialect/export/note-words.ts';
import { dateFormat } from '../../../../src/dialect/export/rules/date-format.ts';
import { jsonSteps } from '../../../../src/dialect/export/rules/json.ts';
import { exportedScript } from '../../../../src/dialect/export/script-text.ts';
import { callsOf, closingBracket, onOneLine, splitArguments } from '../../../../src/dialect/export/target-text.ts';
import { readAnswer } from '../../../../src/dialect/export/translation.ts';

describe('edits', () => {
  test('wrap pieces inside each other, and lead places back', () => {
    const edits = createEdits('a + b[1]');
    edits.wrap(4, 8, 'f(', ')');
    edits.wrap(0, 8, 'g(', ')');
    edits.wrap(4, 5, 'h(', ')');
    edits.replace(2, 3, ',');
    const { text, toSource } = edits.apply();
    expect(text).toBe('g(a , f(h(b)[1]))');
    expect(toSource(text.indexOf('b'))).toBe(4);
    expect(toSource(text.indexOf('1'))).toBe(6);
  });
});

describe('texts of targets', () => {
  test('are read with their own quotes and escapes', () => {
    expect(callsOf("f('g(') || `h(`(1) /* i( */", 'spark').map(({ name }) => name)).toEqual(['f']);
    expect(splitArguments("'it\\'s, ', b", 'spark')).toEqual(["'it\\'s, '", 'b']);
    expect(splitArguments("'a\\', b", 'postgresql')).toEqual(["'a\\'", 'b']);
    expect(splitArguments('CAST(a AS STRUCT<x INT64, y ARRAY<STRING>>), a < b', 'bigquery')).toHaveLength(2);
    expect(splitArguments('a < b, c > d', 'trino')).toEqual(['a < b', 'c > d']);
    expect(closingBracket("f(')', (1))", 1, 'trino')).toBe(10);
  });

  test('are drawn together unless they hold a query or a line break of their own', () => {
    expect(onOneLine('(\n  a\n  + 1\n)', 'trino')).toBe('(a + 1)');
    expect(onOneLine("(\n  'a\nb'\n)", 'trino')).toBe("('a\nb')");
    expect(onOneLine('(\n  SELECT 1\n)', 'trino')).toBe('(\n  SELECT 1\n)');
  });
});

describe('formats of dates', () => {
  test.each([
    ['spark', '%Y-%m-%dT%H:%M:%S.%f', "yyyy-MM-dd'T'HH:mm:ss.SSSSSS"],
    ['snowflake', '%d.%m.%y %I:%M %p', 'DD.MM.YY HH12:MI AM'],
    ['postgresql', '%A, %-d. %B %Y', 'FMDay, FMDD. FMMonth YYYY'],
    ['trino', '%F %T %W', undefined],
    ['trino', '%F %T', '%Y-%m-%d %H:%i:%s'],
    ['bigquery', '%S.%f', '%E6S'],
    ['redshift', '%-d', undefined],
  ] as const)('%s: %s', (target, format, said) => {
    expect(dateFormat(format, target)).toBe(said);
  });
});

describe('paths of JSON', () => {
  test.each([
    ['$.a.b[0]."c d"', ['a', 'b', 0, 'c d']],
    ['/a/0', ['a', 0]],
    ['a.b', ['a.b']],
    ['$[*]', undefined],
  ])('%s', (path, steps) => {
    expect(jsonSteps(path)).toEqual(steps);
  });
});

describe('what is told', () => {
  test.each([
    ["regexp_replace(a, 'x', 'y')", 'spark', /first match only/],
    ["regexp_replace(a, 'x', 'y', 'g')", 'spark', undefined],
    ["regexp_replace(a, 'x', 'y')", 'postgresql', undefined],
    ['flatten(a)', 'bigquery', /nothing like it/],
  ] as const)('%s in %s', (call, target, told) => {
    const { notes } = exportStatement(`SELECT ${call} AS r FROM t`, target, (text) => ({ text }));
    expect(notes.map(({ advice }) => advice)).toEqual(told === undefined ? [] : [expect.stringMatching(told)]);
  });

  test('names places in the text that was given', () => {
    const query = "SELECT 'é😀',\n  list_sum(l)\nFROM t";
    const { notes } = exportStatement(query, 'redshift', (text) => ({ text }));
    const [note] = notes;
    expect(note).toBeDefined();
    if (note === undefined) return;
    const places = note.ranges.map((range) => placeWords(query, range));
    expect(places).toEqual(['line 2, column 3']);
    expect(noteLine(note, places)).toMatch(
      /^Not translated: list_sum \(line 2, column 3\): Redshift has nothing like it/,
    );
  });

  test('is summed up in a sentence', () => {
    const note = { severity: 'missing', what: 'x', advice: 'y', ranges: [] } as const;
    const check = { ...note, severity: 'check' } as const;
    expect(exportSummary([], 'trino')).toBe('Trino knows everything in it.');
    expect(exportSummary([check], 'trino')).toBe('Translated for Trino; 1 thing may differ there.');
    expect(exportSummary([note, note, check], 'bigquery')).toBe(
      '2 things could not be translated for BigQuery, and 1 more may differ.',
    );
  });

  test("holds the translator's offsets in UTF-16, and leads them back", () => {
    expect(readAnswer("'😀' x", { success: false, error: 'no', errorStart: 4, errorEnd: 5 })).toEqual({
      failure: 'no',
      range: { start: 5, end: 6 },
    });
    const { notes } = exportStatement('SELECT upper(a) b c', 'trino', (text) => ({
      failure: 'Parse error at line 1, column 3: Unexpected token: c',
      range: { start: text.length - 1, end: text.length },
    }));
    expect(notes).toMatchObject([{ what: 'c', ranges: [{ start: 18, end: 19 }] }]);
    expect(notes[0]?.advice).toContain('(Unexpected token: c)');
  });

  test('stands as a comment where a statement cannot be said', () => {
    const exported = [
      { text: 'SELECT 1', notes: [] },
      { text: undefined, notes: [] },
    ];
    expect(exportedScript(['SELECT 1', 'SUMMARIZE\nt'], exported, 'spark')).toBe(
      'SELECT 1;\n\n-- Not said in Spark SQL:\n-- SUMMARIZE\n-- t\n',
    );
  });
});
