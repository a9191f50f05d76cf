import { describe, expect, test } from 'vitest';
import { StillhouseError } from '../../../../../src/core/error.ts';
import { parseDistiller, parseDistillerExpression } from '../../../../../src/dialect/distiller/parse/index.ts';
import type { Expression } from '../../../../../src/dialect/distiller/syntax/expression.ts';
import { renderExpression } from './render-expression.ts';

interface Refusal {
  readonly message: string;
  readonly remedy: string | undefined;
  /** The text that the error points at. */
  readonly at: string;
}

function refusal(text: string): Refusal {
  try {
    parseDistiller(text);
  } catch (error) {
    if (!(error instanceof StillhouseError)) throw error;
    expect(error.code).toBe('sql-syntax');
    expect(error.statement).toBe(text);
    return { message: error.message, remedy: error.remedy, at: text.slice(error.range?.start, error.range?.end) };
  }
  throw new Error(`“${text}” was read`);
}

const end = 'the end of the statement or a comma';

describe('errors say what stands where, and the fix', () => {
  test.each<[text: string, at: string, message: string, remedy: string | undefined]>([
    ['SELCT 1', 'SELCT', '“SELCT” stands where a statement is expected.', 'Did you mean SELECT?'],
    ['SELECT a FORM t', 't', `“t” stands where ${end} is expected.`, 'Did you mean FROM instead of “FORM”?'],
    ['SELECT a FROM t WERE b', 'b', `“b” stands where ${end} is expected.`, 'Did you mean WHERE instead of “WERE”?'],
    [
      'SELECT a FROM t ODER BY a',
      'BY',
      `“BY” stands where ${end} is expected.`,
      'Did you mean ORDER instead of “ODER”?',
    ],
    ['SELECT a b c FROM t', 'c', `“c” stands where ${end} is expected.`, 'Is a comma missing before “c”?'],
    ['SELECT f(a b)', 'b', '“b” stands where “,” or “)” is expected.', 'Is a comma missing before “b”?'],
    [
      'SELECT a, FROM t',
      ',',
      'Behind this comma a select item is missing.',
      'Remove the comma, or write a column behind it.',
    ],
    ['SELECT f(a, )', ')', '“)” stands where an expression behind “,” is expected.', 'Remove the comma before it.'],
    [
      'SELECT a) FROM t',
      ')',
      `“)” stands where ${end} is expected.`,
      'This bracket has no opening one: remove it, or open one before.',
    ],
    [
      'SELECT count(a FROM t WHERE (b)',
      '(',
      'The bracket “(” opened here is never closed: “FROM” stands where “,” or “)” is expected.',
      'Close it with ).',
    ],
    [
      'SELECT a[1',
      '[',
      'The bracket “[” opened here is never closed: the statement ends where “]” is expected.',
      'Close it with ].',
    ],
    ['SELECT', 'SELECT', 'The statement ends where an expression behind SELECT is expected.', undefined],
    ['SELECT a FROM', 'FROM', 'The statement ends where a table name behind FROM is expected.', undefined],
    [
      'SELECT order FROM t',
      'order',
      '“order” stands where an expression behind SELECT is expected.',
      'ORDER is a reserved word: as a name it needs back-ticks, `order`.',
    ],
    [
      'SELECT a FROM group',
      'group',
      '“group” stands where a table name behind FROM is expected.',
      'GROUP is a reserved word: as a name it needs back-ticks, `group`.',
    ],
    [
      'SELECT a FROM "t"',
      '"t"',
      '“"t"” stands where a table name behind FROM is expected.',
      'Write a name in back-ticks: `t`.',
    ],
    [
      'SELECT "a"."b"',
      '.',
      `“.” stands where ${end} is expected.`,
      'Double quotes make a text here: write the name in back-ticks, `a`.',
    ],
    [
      'SELECT a AS "b c"',
      '"b c"',
      '“"b c"” stands where a column name behind AS is expected.',
      'Write a name in back-ticks: `b c`.',
    ],
    [
      "SELECT 'abc",
      "'",
      'A string begins here and is never closed.',
      "Close it with '; a quote inside is written twice.",
    ],
    [
      "SELECT a WHERE b = 'it's'",
      "'",
      'A string begins here and is never closed.',
      "Close it with '; a quote inside is written twice.",
    ],
    ['SELECT `abc', '`', 'A name in back-ticks begins here and is never closed.', 'Close it with `.'],
    ['SELECT 1 /* a', '/*', 'A comment begins here and is never closed.', 'Close it with */.'],
    ['SELECT ‘a’', '‘', '‘ is a typographic quote, not a quotation mark of SQL.', "Write '…' round texts."],
    [
      'SELECT “a”',
      '“',
      '“ is a typographic quote, not a quotation mark of SQL.',
      "Write '…' round texts and `…` round names.",
    ],
    ['SELECT 1 – 2', '–', '– is a typographic dash, not a minus sign.', 'Write - instead.'],
    ['SELECT a § b', '§', '“§” means nothing here.', 'Remove it, or put it in quotes if it is text.'],
    ["SELECT X'1G'", "X'1G'", "X'…' holds hexadecimal digits only.", "For example X'1F'; a text is written '…'."],
    ['', '', 'The statement is empty.', 'Write a query such as SELECT * FROM table.'],
    ['SELECT 1; SELECT 2', 'SELECT', 'A second statement begins here.', 'Run the statements one by one.'],
    [
      'CREATE TABEL t',
      'TABEL',
      '“TABEL” stands where TABLE, VIEW, DATABASE, SCHEMA, AUDIENCE, NAMESPACE or MODEL behind CREATE is expected.',
      'Did you mean TABLE?',
    ],
    ['SELECT CASE WHEN a THEN 1', 'CASE', 'The CASE that begins here is never closed.', 'Close it with END.'],
    ['SELECT a FROM t LEFT b', 'b', '“b” stands where JOIN behind LEFT is expected.', undefined],
    [
      'SELECT a BETWEEN 1',
      '1',
      'The statement ends where AND between the two bounds of BETWEEN is expected.',
      undefined,
    ],
    [
      'SELECT INTERVAL 5 dais',
      'dais',
      '“dais” stands where a unit such as DAY behind the number of the interval is expected.',
      'Did you mean DAYS?',
    ],
    [
      "SELECT INTERVAL 'a'",
      "'a'",
      'The interval lacks a unit.',
      "For example INTERVAL '7' DAY, INTERVAL 2 HOURS, INTERVAL '1 day 2 hours'.",
    ],
    ['$$ BEGIN SELECT 1; SELECT 2', '$$', 'The block that begins here is never closed.', 'Close it with END $$;.'],
    ['$$ BEGIN SELECT 1; END', 'END', 'The statement ends where $$ behind END of the block is expected.', undefined],
    [
      '$$ BEGIN SELECT 1 SELECT 2; END $$',
      'SELECT',
      '“SELECT” stands where “;” behind the statement is expected.',
      undefined,
    ],
    [
      'SELECT * FROM t SNAPSHOT OF 1',
      'OF',
      '“OF” stands where SINCE, AS OF or BETWEEN behind SNAPSHOT is expected.',
      undefined,
    ],
    [
      'WITH my_name AS SELECT 1',
      'SELECT',
      '“SELECT” stands where “(” behind “my_name” of WITH is expected.',
      undefined,
    ],
    ['SELECT a WHERE b NOT c', 'NOT', `“NOT” stands where ${end} is expected.`, undefined],
    ['SELECT CAST(a AS)', ')', '“)” stands where a type is expected.', undefined],
    ['INSERT t SELECT 1', 't', '“t” stands where INTO or OVERWRITE behind INSERT is expected.', undefined],
  ])('%s', (text, at, message, remedy) => {
    expect(refusal(text)).toEqual({ message, remedy, at });
  });
});

describe('constructs of other dialects are refused with what stands for them', () => {
  test.each<[text: string, at: string, remedy: string]>([
    ['SELECT [1, 2]', '[', 'A list is written array(1, 2).'],
    ['SELECT ARRAY[1, 2]', '[', 'Write array(1, 2).'],
    ["SELECT {'a': 1}", '{', "A structure is written named_struct('a', 1), a map is written map('a', 1)."],
    ['SELECT * EXCLUDE (a) FROM t', 'EXCLUDE', 'Write * EXCEPT (…).'],
    ["SELECT a ->> 'b' FROM t", '->>', "A field of JSON is read by get_json_object(text, '$.field')."],
    ["SELECT a ~ 'b'", '~', "Regular expressions are matched by RLIKE: name RLIKE '^a'."],
    ['SELECT a // b', '/', 'Whole division is written a DIV b.'],
    ['SELECT a ** b', '*', 'Powers are written power(a, b).'],
    ['SELECT a[1:2]', ':', 'Write slice(list, start, length); the start counts from 1.'],
    ['SELECT f(x => 1)', '=>', 'Remove the name and “=>”.'],
    ['FROM t SELECT a', 'FROM', 'Write SELECT … FROM ….'],
    [
      'SELECT DISTINCT ON (a) b FROM t',
      'DISTINCT',
      'Number the rows in a subquery by row_number() OVER (PARTITION BY … ORDER BY …) and keep those numbered 1.',
    ],
    ['SELECT * FROM a ASOF JOIN b', 'ASOF', 'Join ON a condition of your own.'],
    [
      'SELECT * FROM t PIVOT (sum(a) FOR b IN (1))',
      'PIVOT',
      'Write one sum(CASE WHEN … THEN … END) for each column, or stack(…) for each row.',
    ],
    ['SELECT 1 UNION BY NAME SELECT 2', 'BY', 'Name the columns in the same order on both sides.'],
    ['SELECT a LIMIT 1, 2', ',', 'Write LIMIT count OFFSET start.'],
    ['SELECT a FROM $t', '$t', 'Write the name of the table itself.'],
    [
      'SELECT f(a).*',
      '*',
      'Give the structure a name in a subquery first, then write name.* as a select item of its own.',
    ],
    ['SELECT 1 + t.*', '*', 'Write it as a select item of its own.'],
    ['SELECT a:b FROM t', ':', "A field of JSON is read by get_json_object(text, '$.field')."],
    ['SELECT $$a$$', '$$', "Write the text in plain quotes: '…'."],
    ['SELECT a FROM t FETCH FIRST 5 ROWS ONLY', 'FETCH', 'Write LIMIT count.'],
    ['FETCH PRIOR FROM c', 'PRIOR', 'Write FETCH 10 FROM name.'],
  ])('%s', (text, at, remedy) => {
    expect(refusal(text)).toMatchObject({ at, remedy });
  });
});

describe('what stands too deep is refused, not crashed on', () => {
  test.each([
    '(',
    'NOT ',
    '- ',
    '! ',
    'f(',
    'substring(',
    'CASE WHEN ',
    'CAST(',
    'a[',
    '(SELECT ',
    'x IN (',
    'EXISTS(',
    'x -> ',
    'INTERVAL (',
  ])('SELECT %s…', (opening) => {
    expect(() => parseDistiller(`SELECT ${opening.repeat(10_000)}`)).toThrow(StillhouseError);
    expect(() => parseDistiller(`SELECT f(${opening.repeat(10_000)}1)`)).toThrow(StillhouseError);
  });

  test.each([
    'SELECT CAST(a AS ' + 'ARRAY<'.repeat(10_000),
    'SELECT CAST(a AS ' + 'STRUCT<a:'.repeat(10_000),
    'SELECT 1 FROM ' + '('.repeat(10_000),
    'SELECT 1 FROM ' + 'a JOIN ('.repeat(10_000),
    'SELECT 1 GROUP BY ' + 'ROLLUP('.repeat(10_000),
    'EXPLAIN '.repeat(10_000),
    'PREPARE a AS '.repeat(10_000),
    '$$ BEGIN '.repeat(10_000),
    '$$ BEGIN ' + 'BEGIN '.repeat(10_000),
    'WITH a AS ('.repeat(10_000),
    '('.repeat(10_000),
  ])('nesting %#', (text) => {
    expect(() => parseDistiller(text)).toThrow(StillhouseError);
  });

  test.each([
    'SELECT 1' + ' + 1'.repeat(2000),
    'SELECT a' + '[0]'.repeat(2000),
    'SELECT 1' + ' UNION SELECT 1'.repeat(2000),
    'SELECT 1' + ' INTERSECT SELECT 1'.repeat(2000),
    'SELECT 1 FROM a' + ' JOIN b'.repeat(2000),
    'SELECT a::int' + '[]'.repeat(2000),
  ])('chain %#', (text) => {
    expect(refusal(text).message).toBe(
      'Here 1000 operators, joins or queries follow each other, more than can be read.',
    );
  });

  test('long chains of AND and OR are read as balanced trees', () => {
    const depth = (node: Expression): number =>
      node.kind === 'binary' ? 1 + Math.max(depth(node.left), depth(node.right)) : 0;
    const chain = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`).join(' OR ');
    expect(depth(parseDistillerExpression(chain(64)))).toBe(63);
    expect(depth(parseDistillerExpression(chain(4096)))).toBe(12);
    const leaves = renderExpression(parseDistillerExpression(chain(4096))).match(/a\d+/g);
    expect(leaves).toEqual(Array.from({ length: 4096 }, (_, index) => `a${index}`));
  });

  test('one hundred brackets are not too deep', () => {
    expect(parseDistiller(`SELECT ${'('.repeat(100)}1${')'.repeat(100)}`).kind).toBe('query');
    expect(parseDistiller(`SELECT ${'replace('.repeat(100)}a${", 'x')".repeat(100)}`).kind).toBe('query');
  });
});
