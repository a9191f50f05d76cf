import { describe, expect, it, test } from 'vitest';
import { StillhouseError } from '../../../../../src/core/error.ts';
import { readyStatement } from '../../../../../src/dialect/distiller/editor/ready-statement.ts';
import { checkDistillerScript } from '../../../../../src/dialect/distiller/editor/check-script.ts';
import { expandTemplates } from '../../../../../src/dialect/distiller/editor/expand-templates.ts';
import { namedTexts, templateChoices, templateNamedAt } from '../../../../../src/dialect/distiller/editor/templates.ts';
import { parseDistiller } from '../../../../../src/dialect/distiller/parse/index.ts';
import { splitDistiller } from '../../../../../src/dialect/distiller/parse/split.ts';

const files = {
  revenue_max: "SELECT max(revenue) FROM revenue_table WHERE order_date > '01-06-2023';\n",
  members: '-- who stays\nSELECT * FROM june_2023_loyalty_members; -- all of them\n',
  is_european: "country = 'DE' OR country = 'FR'",
  columns: 'id, name',
  steps: 'CREATE TABLE a AS SELECT 1 AS n;\nCREATE TABLE b AS #copy;',
  copy: 'SELECT * FROM a',
  nested: 'SELECT count(*) AS people FROM #members AS m WHERE #is_european AND m.n > $least',
  one: 'SELECT #two',
  two: '#one + 1',
  lost: 'SELECT #nowhere',
  nothing: ' ; -- later',
  'two words': 'SELECT 2',
};
const templates = [
  ...Object.entries(files).map(([name, text]) => ({ name, text: `-- dialect: distiller\n${text}` })),
  { name: 'elsewhere', text: 'SELECT [1, 2]' },
];
const expanded = (statement: string) => expandTemplates(statement, templates).text;

function failure(work: () => unknown): { readonly message: string; readonly range: unknown } {
  try {
    work();
  } catch (error) {
    if (error instanceof StillhouseError) return { message: error.message, range: error.range };
    throw error;
  }
  throw new Error('This did not fail.');
}

describe('a saved query in the place of its name', () => {
  test.each([
    ['#members;', 'SELECT * FROM june_2023_loyalty_members;'],
    [
      "SELECT count(*) FROM customer WHERE region = 'NA' AND revenue > #revenue_max",
      "SELECT count(*) FROM customer WHERE region = 'NA' AND revenue > (SELECT max(revenue) FROM revenue_table WHERE order_date > '01-06-2023')",
    ],
    ['SELECT #columns FROM t', 'SELECT id, name FROM t'],
    ['SELECT * FROM t WHERE #is_european', "SELECT * FROM t WHERE country = 'DE' OR country = 'FR'"],
    ['SELECT * FROM t WHERE a AND #is_european', "SELECT * FROM t WHERE a AND (country = 'DE' OR country = 'FR')"],
    ['SELECT * FROM t WHERE id IN (#copy)', 'SELECT * FROM t WHERE id IN (SELECT * FROM a)'],
    ['SELECT * FROM #copy AS s', 'SELECT * FROM (SELECT * FROM a) AS s'],
    ['#copy UNION ALL #copy', '(SELECT * FROM a) UNION ALL (SELECT * FROM a)'],
    ['CREATE TABLE t AS #copy', 'CREATE TABLE t AS SELECT * FROM a'],
    ['INSERT INTO t #copy', 'INSERT INTO t (SELECT * FROM a)'],
    ['DECLARE c CURSOR FOR #copy', 'DECLARE c CURSOR FOR (SELECT * FROM a)'],
    ['EXPLAIN #copy', 'EXPLAIN SELECT * FROM a'],
    ['WITH x AS (#copy) #copy', 'WITH x AS (SELECT * FROM a) (SELECT * FROM a)'],
    ['SELECT #`two words` AS n', 'SELECT (SELECT 2) AS n'],
    ['SELECT * FROM #COPY AS s', 'SELECT * FROM (SELECT * FROM a) AS s'],
    [
      '$$ BEGIN #steps; SELECT 1; END $$',
      '$$ BEGIN CREATE TABLE a AS SELECT 1 AS n;\nCREATE TABLE b AS SELECT * FROM a; SELECT 1; END $$',
    ],
  ])('%s', (statement, text) => {
    expect(expanded(statement)).toBe(text);
    if (!text.includes('id, name')) expect(() => parseDistiller(text)).not.toThrow();
  });

  it('may name others, whose parameters are its reader’s', () => {
    const parameters = new Map([['least', { kind: 'integer' as const, text: '3' }]]);
    const ready = readyStatement('#nested', { templates, parameters });
    expect(ready.text).toBe(
      "SELECT count(*) AS people FROM (SELECT * FROM june_2023_loyalty_members) AS m WHERE (country = 'DE' OR country = 'FR') AND m.n > 3",
    );
    expect(failure(() => readyStatement('#nested', { templates, parameters: new Map() }))).toEqual({
      message: 'In the saved query “nested”: The parameter $least has no value yet.',
      range: { start: 0, end: 7 },
    });
  });

  it('leaves texts, comments and quoted names alone', () => {
    const statement = "SELECT '#members', `#members` -- #members\n/* #members */ # members\n";
    expect(expanded(statement)).toBe(statement);
  });
});

test.each([
  ['SELECT 1 + #revnue_max', 'There is no saved query “revnue_max”.'],
  ['SELECT #lost', 'There is no saved query “nowhere” (named in “lost”).'],
  ['SELECT #one', 'The saved query “one” names itself: #one → #two → #one.'],
  ['SELECT #elsewhere', 'The saved query “elsewhere” is written in DuckDB’s SQL.'],
  ['SELECT #nothing', 'The saved query “nothing” is empty.'],
  ['#steps', 'The saved query “steps” holds 2 statements, and one belongs here.'],
])('%s is refused at its place', (statement, message) => {
  const start = statement.indexOf('#');
  expect(failure(() => expanded(statement))).toEqual({ message, range: { start, end: statement.length } });
});

test('an error within says where it lies', () => {
  const ready = readyStatement('SELECT 1 + #revenue_max AS r', { templates, parameters: new Map() });
  const start = ready.text.indexOf('revenue_table');
  const error = ready.located(new StillhouseError('sql-name', 'No such table.', { range: { start, end: start + 13 } }));
  expect(error.message).toBe('In the saved query “revenue_max”: No such table.');
  expect(error.range).toEqual({ start: 11, end: 23 });
  const behind = ready.text.lastIndexOf(' r');
  expect(ready.toSource({ start: behind, end: behind + 2 })).toEqual({ start: 26, end: 28 });
});

test.each([
  ['#name;', 1],
  ['#name', 1],
  ['SELECT 1 WHERE\n  #name AND TRUE', 1],
  ['SELECT 1 WHERE\n  #name and true', 1],
  ['#name of a step\nSELECT 1', 1],
  ['# name\n;', 0],
  ['#Step 1: load;\n', 0],
  ['#name of nothing', 0],
  ['#2', 0],
])('a line that begins with # is a comment unless it can only be a name: %j', (script, statements) => {
  expect(splitDistiller(script)).toHaveLength(statements);
});

test('without a project the name is refused', () => {
  expect(() => parseDistiller('SELECT #members')).toThrow('“#members” stands for a saved query');
});

describe('while writing', () => {
  test('faults lie at the names', () => {
    const markers = checkDistillerScript('SELECT 1;\n#members;\nSELECT #lots;\nSELECT #columns FROM FROM', templates);
    expect(markers.map(({ range }) => range)).toEqual([
      { start: 27, end: 32 },
      { start: 55, end: 59 },
    ]);
  });

  test.each(["country = 'DE' OR $all", 'a IN (1, 2)', 'NOT #is_european'])(
    '%s alone is a condition to be named',
    (text) => {
      expect(checkDistillerScript(text, templates)).toEqual([]);
    },
  );

  test.each(['SELEC', 'total(n)', 'a = 1; b = 2'])('%s is no statement', (text) => {
    expect(checkDistillerScript(text, templates)).not.toEqual([]);
  });

  test('the parameters of saved queries are known', () => {
    expect(namedTexts('SELECT #nested, #two, #nowhere', templates)).toHaveLength(6);
  });

  test.each([
    ['SELECT #rev|', 7, 11],
    ['SELECT #rev|enue FROM t', 7, 15],
    ['#`two| words` ', 0, 12],
    ['SELECT #|', 7, 8],
  ])('saved queries of the dialect are offered behind %j', (marked, start, end) => {
    const found = templateChoices(marked.replace('|', ''), marked.indexOf('|'), templates);
    expect(found?.replace).toEqual({ start, end });
    expect(found?.choices.map(({ insert }) => insert)).toContain('#`two words`');
    expect(found?.choices.some(({ name }) => name === 'elsewhere')).toBe(false);
  });

  test('and nowhere else', () => {
    expect(templateChoices('SELECT rev', 10, templates)).toBeUndefined();
    expect(templateChoices("SELECT '#rev'", 12, templates)).toBeUndefined();
  });

  test('pointing at a name shows what it stands for', () => {
    expect(templateNamedAt('SELECT #copy', 9, templates)).toEqual({ range: { start: 7, end: 12 }, text: files.copy });
    expect(templateNamedAt('SELECT #copied', 9, templates)).toBeUndefined();
  });
});
