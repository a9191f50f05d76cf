import { describe, expect, test } from 'vitest';
import { readCases } from './read-cases.ts';
import { sameValue } from './result-value.ts';
import { readExpectedRow } from './expected-line.ts';

const head = '--% Topic\n\n';
const whole = '--# f: is shown\n--: by hand\nSELECT 1 AS a;\n--= ["a"]\n--= [1]\n';

test('a case is read with all its parts', () => {
  const text = `${head}--# f: is shown\n--: by hand\n--@ fresh\n--@ sample movies\nSELECT 1 AS a;\n\n-- a comment\nSELECT 2;\n--? words\n--= ["a"]\n--~ [12345678901234567890, "x", null]\n`;
  expect(() => readCases('t.sql', text)).toThrow('t.sql:13: a row has 1 values');
  const topic = readCases('t.sql', text.replace(', "x", null', ''));
  expect(topic).toEqual({
    file: 't.sql',
    title: 'Topic',
    cases: [
      {
        file: 't.sql',
        line: 3,
        construct: 'f',
        title: 'f: is shown',
        source: 'by hand',
        fresh: true,
        samples: ['movies'],
        sql: 'SELECT 1 AS a;\n\n-- a comment\nSELECT 2;',
        notices: ['words'],
        expected: { kind: 'rows', columns: ['a'], rows: [[{ digits: '12345678901234567890' }]], ordered: false },
      },
    ],
  });
});

test('an expected error has a place and words', () => {
  const { cases } = readCases('t.sql', `${head}--# f: fails\n--: by hand\nSELEC;\n--! 1:1 SELECT\n`);
  expect(cases[0]?.expected).toEqual({ kind: 'error', place: '1:1', words: 'SELECT' });
});

describe('a malformed file is refused at its line', () => {
  test.each([
    ['SELECT 1;', 't.sql:1: the first line must be'],
    [`${head}SELECT 1;\n${whole}`, 't.sql:3: a case begins with'],
    [`${head}${whole.replace('f: is shown', 'f')}`, 't.sql:3: a title is "construct: what is shown"'],
    [`${head}${whole.replace('--: by hand\n', '')}`, 't.sql:3: a case has one line "--: "'],
    [`${head}${whole.replace('SELECT 1 AS a;\n', '')}`, 't.sql:3: a case has SQL'],
    [`${head}${whole.replace('--= ["a"]\n--= [1]\n', '')}`, 't.sql:3: a case has an expectation'],
    [`${head}${whole.replace('--: by hand', '--: ')}`, 't.sql:4: "--:" says nothing'],
    [`${head}${whole.replace('SELECT', '--@ stale\nSELECT')}`, '"--@ stale" is neither'],
    [`${head}${whole}SELECT 2;\n`, 't.sql:8: a case is title, source, directives, SQL, expectations'],
    [`${head}${whole.replace('--= ["a"]', '--~ ["a"]')}`, 't.sql:6: column names stand behind'],
    [`${head}${whole.replace('--= ["a"]', '--= [1]')}`, 't.sql:6: this is no JSON array'],
    [`${head}${whole.replace('[1]', '[1')}`, 't.sql:7: this is no JSON array'],
    [`${head}${whole}--~ [2]\n`, 't.sql:6: rows are all'],
    [`${head}${whole.replace('--= ["a"]\n--= [1]', '--! SELECT')}`, 't.sql:6: an error is one line'],
    [`${head}${whole}--% again\n`, 't.sql:8: "--%" stands in the first line alone'],
    [`${head}${whole}\n${whole}`, 't.sql:9: the title "f: is shown" is taken'],
  ])('%j', (text, words) => {
    expect(() => readCases('t.sql', text)).toThrow(words);
  });
});

describe('values are compared', () => {
  test.each([
    ['[1]', '[1.0]', true],
    ['[9007199254740993]', '[9007199254740992]', false],
    ['[0.30000000000000004]', '[0.3]', true],
    ['[0.3001]', '[0.3]', false],
    ['["1"]', '[1]', false],
    ['[{"a": 1, "b": [null]}]', '[{"b": [null], "a": 1}]', true],
    ['[{"a": 1}]', '[{"a": 1, "b": null}]', false],
    ['[5]', '["…"]', true],
    ['[null]', '["…"]', false],
  ])('%s and %s', (left, right, same) => {
    expect(sameValue(readExpectedRow(left), readExpectedRow(right))).toBe(same);
  });
});
