import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolveStatement } from '../../../src/dialect/analysis.ts';
import { nameText } from '../../../src/dialect/keywords.ts';
import { lintScript } from '../../../src/dialect/lint/lint.ts';
import { formatStatement } from '../../../src/dialect/format/format.ts';
import { readScript } from '../../../src/dialect/script.ts';
import { parseType, typeText } from '../../../src/dialect/type-tree.ts';
import { rows } from '../../../src/engine/collect.ts';
import { cellText, openSampleDatabase, type SampleDatabase, validQueries } from './sample-database.ts';

let database: SampleDatabase;
beforeAll(async () => {
  database = await openSampleDatabase();
});
afterAll(() => database.engine.close());

async function described(query: string): Promise<{ name: string; type: string }[]> {
  const found = await rows(database.session, `DESCRIBE ${query}`);
  return found.map((row) => ({ name: cellText(row.column_name), type: cellText(row.column_type) }));
}

function inferred(query: string) {
  const script = readScript(query);
  const [statement] = script.statements;
  const resolver = resolveStatement(script, statement ?? { start: 0, end: 0 }, database.catalog);
  const [root] = resolver.structure.roots;
  return root === undefined ? { columns: [], complete: false } : resolver.outputsOf(root);
}

const normal = (type: string) => typeText(parseType(type));

describe('what is told without the engine is what the engine says', () => {
  test.each(validQueries)('%s', async (query) => {
    const truth = await described(query);
    const { columns, complete } = inferred(query);
    const names = truth.map((column) => column.name);
    if (complete && columns.length === names.length) expect(columns.map((column) => column.name)).toEqual(names);
    for (const column of columns) {
      const real = truth.find((candidate) => candidate.name === column.name);
      if (real === undefined || column.sqlType === undefined) continue;
      expect(`${column.name} ${normal(column.sqlType)}`).toBe(`${column.name} ${normal(real.type)}`);
    }
  });

  test('for most queries all columns are known', async () => {
    let known = 0;
    for (const query of validQueries) {
      const names = (await described(query)).map((column) => column.name);
      const own = inferred(query).columns.map((column) => column.name);
      if (own.length === names.length && own.every((name, index) => name === names[index])) known++;
    }
    expect(known / validQueries.length).toBeGreaterThan(0.6);
  });
});

describe('checks', () => {
  test.each(validQueries)('nothing to complain about in %s', (query) => {
    expect(lintScript(query, database.catalog)).toEqual([]);
  });

  test.each([
    ['SELECT nmae FROM customers', 'nmae'],
    ['SELECT c.nmae FROM customers c', 'nmae'],
    ['SELECT * FROM custmers', 'custmers'],
    ['SELECT x FROM (SELECT id FROM customers)', 'x'],
  ])('the engine refuses what is marked in %s', async (query, marked) => {
    const [marker] = lintScript(query, database.catalog);
    expect(query.slice(marker?.range.start, marker?.range.end)).toBe(marked);
    await expect(described(query)).rejects.toMatchObject({ code: 'sql-name' });
  });
});

describe('formatting', () => {
  test.each(validQueries)('keeps the meaning of %s', async (query) => {
    expect(await described(formatStatement(query))).toEqual(await described(query));
  });

  test('nearly all of them are formatted', () => {
    const changed = validQueries.filter((query) => formatStatement(query) !== query);
    expect(changed.length / validQueries.length).toBeGreaterThan(0.9);
  });
});

test('every keyword of the engine is quoted as a name exactly where it must be', async () => {
  const found = await rows(database.session, 'SELECT keyword_name AS word FROM duckdb_keywords()');
  const wrong: string[] = [];
  for (const row of found) {
    const word = cellText(row.word);
    const accepted = await database.session
      .exec(`CREATE OR REPLACE TEMP TABLE ${nameText(word)} AS SELECT 1 AS ${nameText(word)}`)
      .then(
        () => rows(database.session, `SELECT t.${nameText(word)} FROM ${nameText(word)} AS t`).then(() => true),
        () => false,
      );
    if (!accepted) wrong.push(word);
  }
  expect(wrong).toEqual([]);
});
