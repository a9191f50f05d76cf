import { describe, expect, test } from 'vitest';
import { guessParameterKinds } from '../../../src/dialect/parameters/guess-kind.ts';
import { findParameters, substituteParameters } from '../../../src/dialect/parameters/parameters.ts';
import { parameterProblem, type ParameterValue } from '../../../src/dialect/parameters/value.ts';
import { sampleCatalog } from './sample-catalog.ts';

const text = (value: string): ParameterValue => ({ kind: 'text', text: value });
const integer = (value: string): ParameterValue => ({ kind: 'integer', text: value });
const list = (...texts: string[]): ParameterValue => ({ kind: 'text-list', texts });
const values = (entries: Readonly<Record<string, ParameterValue>>) => new Map(Object.entries(entries));
const substituted = (statement: string, entries: Readonly<Record<string, ParameterValue>>) =>
  substituteParameters(statement, values(entries)).statement.text;

describe('findParameters', () => {
  test.each([
    ['SELECT $a, $b, $a', ['a', 'b']],
    ['SELECT $1, $2', ['1', '2']],
    ['SELECT ?, ?', ['1', '2']],
    ['SELECT \'$a\', "$b", $$ $c $$ -- $d\n/* $e */', []],
    ['SELECT list_transform(l, x -> x + $x)', ['x']],
    ['PREPARE p AS SELECT $1', []],
    ['SELECT a$b FROM t', []],
  ])('%s', (statement, names) => {
    expect(findParameters(statement).map((parameter) => parameter.name)).toEqual(names);
  });

  test('tells every place of use', () => {
    expect(findParameters('SELECT $a + $a')).toEqual([
      {
        name: 'a',
        uses: [
          { start: 7, end: 9 },
          { start: 12, end: 14 },
        ],
      },
    ]);
  });
});

describe('substituteParameters', () => {
  test.each<[string, Readonly<Record<string, ParameterValue>>, string]>([
    ['WHERE a = $x', { x: text("it's; DROP TABLE t --") }, "WHERE a = 'it''s; DROP TABLE t --'"],
    ['WHERE a = $x', { x: { kind: 'null' } }, 'WHERE a = NULL'],
    ['SELECT 3-$x', { x: integer('-5') }, 'SELECT 3-(-5)'],
    ['SELECT $x', { x: integer('+900719925474099300000') }, 'SELECT 900719925474099300000'],
    ['SELECT $x', { x: { kind: 'decimal', text: '12.50' } }, 'SELECT 12.50'],
    ['SELECT $x', { x: { kind: 'date', text: '2024-02-29' } }, "SELECT DATE '2024-02-29'"],
    ['SELECT $x', { x: { kind: 'timestamp', text: '2024-02-29T10:30' } }, "SELECT TIMESTAMP '2024-02-29 10:30'"],
    ['SELECT $x', { x: { kind: 'boolean', value: true } }, 'SELECT true'],
    ['SELECT $x', { x: list('a', "b'c") }, "SELECT CAST(['a', 'b''c'] AS VARCHAR[])"],
    ['WHERE a IN ($x)', { x: list('a', 'b') }, "WHERE a IN ('a', 'b')"],
    ['WHERE a NOT IN ($x)', { x: list() }, 'WHERE a NOT IN (SELECT unnest(CAST([] AS VARCHAR[])) AS "value")'],
    ['SELECT $x', { x: text('a\0b') }, "SELECT ('a' || chr(0) || 'b')"],
    ['SELECT ?, ?', { 1: integer('1'), 2: text('$1') }, "SELECT 1, '$1'"],
    ["SELECT '$x', $x -- $x", { x: integer('1') }, "SELECT '$x', 1 -- $x"],
  ])('%s', (statement, entries, expected) => {
    expect(substituted(statement, entries)).toBe(expected);
  });

  test('a name that begins another one is not mistaken for it', () => {
    expect(substituted('$a + $ab + $abc', { a: integer('1'), ab: integer('2'), abc: integer('3') })).toBe('1 + 2 + 3');
  });

  test('without a value, or with one that does not fit, it says which parameter and where', () => {
    expect(() => substituted('SELECT $from', {})).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message: 'The parameter $from has no value yet.',
        range: { start: 7, end: 12 },
      }),
    );
    expect(() => substituted('SELECT $n', { n: integer('1.5') })).toThrow(
      /\$n does not fit: "1.5" is not a whole number/,
    );
  });

  test('maps places of the new text back to the old one', () => {
    const statement = 'SELECT $x, nope, $y FROM t';
    const result = substituteParameters(statement, values({ x: text('long text'), y: integer('1') }));
    const mapped = (word: string) => {
      const start = result.statement.text.indexOf(word);
      const range = result.toSource({ start, end: start + word.length });
      return statement.slice(range.start, range.end);
    };
    expect(mapped('nope')).toBe('nope');
    expect(mapped("'long text'")).toBe('$x');
    expect(mapped('text')).toBe('$x');
    expect(mapped('FROM t')).toBe('FROM t');
    expect(mapped('SELECT')).toBe('SELECT');
    expect(result.toSource({ start: 0, end: result.statement.text.length })).toEqual({
      start: 0,
      end: statement.length,
    });
  });
});

describe('parameterProblem', () => {
  test.each<[ParameterValue, boolean]>([
    [integer(' 12 '), true],
    [integer('1e3'), false],
    [integer(''), false],
    [{ kind: 'decimal', text: '-.5' }, true],
    [{ kind: 'decimal', text: '1,5' }, false],
    [{ kind: 'date', text: '2023-02-29' }, false],
    [{ kind: 'date', text: '2024-02-29' }, true],
    [{ kind: 'date', text: '29.02.2024' }, false],
    [{ kind: 'timestamp', text: '2024-02-29 23:59:59.5' }, true],
    [{ kind: 'timestamp', text: '2024-02-29 24:00' }, false],
    [{ kind: 'timestamp', text: '2024-02-29' }, false],
    [text('anything'), true],
  ])('%j', (value, fits) => {
    expect(parameterProblem(value) === undefined).toBe(fits);
  });
});

describe('guessParameterKinds', () => {
  test.each([
    ['SELECT * FROM orders WHERE ordered_at >= $x', 'timestamp'],
    ['SELECT * FROM orders o WHERE o.amount > $x', 'decimal'],
    ['SELECT * FROM orders WHERE $x < customer_id', 'integer'],
    ['SELECT * FROM orders WHERE id BETWEEN 1 AND $x', 'integer'],
    ['SELECT * FROM orders WHERE amount NOT BETWEEN $x AND 5', 'decimal'],
    ['SELECT * FROM orders WHERE address.geo.lat = $x', 'decimal'],
    ['SELECT * FROM customers WHERE country IN ($x)', 'text-list'],
    ['SELECT * FROM customers WHERE country = $x', 'text'],
    ['SELECT $x::DATE', 'date'],
    ['SELECT * FROM orders LIMIT $x', 'integer'],
    ['SELECT $x', 'text'],
    ['SELECT $x, * FROM orders WHERE id = $x', 'integer'],
  ])('%s', (statement, kind) => {
    expect(guessParameterKinds(statement, { start: 0, end: statement.length }, sampleCatalog).get('x')).toBe(kind);
  });
});
