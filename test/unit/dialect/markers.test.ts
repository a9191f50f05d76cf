import { expect, test } from 'vitest';
import { StillhouseError } from '../../../src/core/error.ts';
import { errorMarker } from '../../../src/dialect/markers.ts';
import { substituteParameters } from '../../../src/dialect/parameters/parameters.ts';

const script = 'SELECT 1;\n  SELECT $a, nope FROM t;';
const statement = { start: 12, end: 34 };
const marked = (error: StillhouseError, substituted?: ReturnType<typeof substituteParameters>) => {
  const { range } = errorMarker(error, script, statement, substituted);
  return script.slice(range.start, range.end);
};

test('an error is marked where the engine points, counted in the whole script', () => {
  expect(marked(new StillhouseError('sql-name', 'x', { range: { start: 11, end: 15 } }))).toBe('nope');
});

test('an error in a text with literals is marked in the text with parameters', () => {
  const substituted = substituteParameters(
    script.slice(statement.start, statement.end),
    new Map([['a', { kind: 'text', text: 'a long text' }]]),
  );
  const start = substituted.statement.text.indexOf('nope');
  expect(marked(new StillhouseError('sql-name', 'x', { range: { start, end: start + 4 } }), substituted)).toBe('nope');
});

test('an error without a place is marked at the first word', () => {
  expect(marked(new StillhouseError('sql-failed', 'x'))).toBe('SELECT');
});

test('a place outside the statement is drawn into it', () => {
  expect(marked(new StillhouseError('sql-syntax', 'x', { range: { start: 22, end: 30 } }))).toBe('t');
});

test('the message says what to do', () => {
  expect(errorMarker(new StillhouseError('capability', 'No.', { remedy: 'Do this.' }), script, statement).message).toBe(
    'No. Do this.',
  );
});
