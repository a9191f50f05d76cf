import { describe, expect, it } from 'vitest';
import { emptyCatalog } from '../../../../../src/dialect/catalog-shape.ts';
import { complete } from '../../../../../src/dialect/completion/complete.ts';
import { checkDistillerScript } from '../../../../../src/dialect/distiller/editor/check-script.ts';
import { fillTemplate, findDistillerParameters } from '../../../../../src/dialect/distiller/editor/parameters.ts';
import { readableText } from '../../../../../src/dialect/distiller/editor/readable-text.ts';
import { distillerShape } from '../../../../../src/dialect/distiller/editor/vocabulary.ts';
import { formatStatement } from '../../../../../src/dialect/format/format.ts';
import { formatDistiller } from '../../../../../src/dialect/format/format-distiller.ts';
import { statementsOf } from '../../../../../src/dialect/sql-dialect.ts';
import type { ParameterValue } from '../../../../../src/dialect/parameters/value.ts';

describe('readable text', () => {
  it.each([
    ['SELECT `order` FROM t', 'SELECT "order" FROM t'],
    ["SELECT \"it\\\"s\", 'a''b'", "SELECT 'it  s', 'a  b'"],
    ['SELECT 1 -- `x`\n, 2', 'SELECT 1       \n, 2'],
    ['$$ BEGIN SET @v = SELECT 1; END $$', ';  BEGIN SET _v = SELECT 1; END ; '],
    ['SELECT `open', 'SELECT "open'],
    ['#a OR #`b c` -- #d', '_a OR __b_c_      '],
  ])('of %j has the same length', (text, readable) => {
    expect(readableText(text)).toBe(readable);
    expect(readableText(text)).toHaveLength(text.length);
  });
});

it('offers the functions of the dialect with their signatures, and none of the engine’s', () => {
  const shape = distillerShape(emptyCatalog);
  const { items } = complete('SELECT sess_t', 13, shape);
  expect(items.map(({ label }) => label)).toContain('sess_timeout');
  const filter = shape.functions.find(({ name }) => name === 'zip_with');
  expect(filter?.signatures[0]?.parameters.length).toBe(3);
  expect(shape.functions.some(({ name }) => name === 'list_transform')).toBe(false);
});

it('marks the first fault of each statement at its place', () => {
  const markers = checkDistillerScript('SELECT a,, b FROM t;\nSELECT 1;\nSELECT [1];', []);
  expect(markers.map(({ range }) => range.start)).toEqual([9, 38]);
  expect(markers[0]?.severity).toBe('error');
});

it('cuts scripts by dialect: a block is one statement', () => {
  const script = '$$ BEGIN SELECT 1; SELECT 2; END $$; SELECT 3';
  expect(statementsOf(script, 'distiller')).toHaveLength(2);
});

describe('templates', () => {
  const values = new Map<string, ParameterValue>([
    ['from', { kind: 'date', text: '2024-01-31' }],
    ['name', { kind: 'text', text: "O'Neil\\" }],
    ['n', { kind: 'integer', text: '7' }],
  ]);

  it.each([
    ['SELECT $n + ${n}', 'SELECT 7 + 7'],
    ["SELECT '$name' FROM t WHERE d >= $from", "SELECT 'O\\'Neil\\\\' FROM t WHERE d >= DATE '2024-01-31'"],
    ["SELECT 'costs $n a day'", "SELECT 'costs $n a day'"],
  ])('%j', (template, filled) => {
    expect(fillTemplate(template, values).text).toBe(filled);
  });

  it('names its parameters once, and says which has no value', () => {
    expect(findDistillerParameters("SELECT $a, ${b}, '$a', $1")).toEqual(['a', 'b']);
    expect(() => fillTemplate('SELECT $missing', values)).toThrow(/The parameter \$missing has no value yet/);
  });
});

describe('formatting', () => {
  it('lays a query out', () => {
    expect(formatDistiller('select `a`,b from t where c rlike "x"')).toBe(
      'SELECT\n  `a`,\n  b\nFROM\n  t\nWHERE\n  c RLIKE "x"',
    );
  });

  it.each(['$$ BEGIN SELECT 1; END $$', 'SELECT * FROM t SNAPSHOT AS OF 3', 'SELECT a FROM -- why\n t'])(
    'never changes what %j says',
    (text) => {
      expect(formatDistiller(formatDistiller(text))).toBe(formatDistiller(text));
    },
  );

  it('leaves DuckDB’s own to its own', () => {
    expect(formatStatement('select [1, 2]')).toContain('[');
  });
});
