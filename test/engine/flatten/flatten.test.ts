import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { identifier, joinSql, literal, sql } from '../../../src/core/sql.ts';
import { collect, rows } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { textAt } from '../../../src/engine/text.ts';
import type { FlattenChoice, FlattenOutput } from '../../../src/flatten/choice.ts';
import { flattenSql } from '../../../src/flatten/flatten-sql.ts';
import { flattenPaths, type NestedPath } from '../../../src/flatten/paths.ts';

let engine: Engine;
let session: Session;
beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  await session.exec(`CREATE TABLE events AS
SELECT 1 AS id, {'a': 1, 'b c': {'d"e': 2, 'order': 3}} AS s,
  [{'sku': 'x', 'sizes': [1, 2], 'select': 9}, NULL, {'sku': NULL, 'sizes': [], 'select': 8}] AS items,
  MAP {'k1': DATE '2024-01-01', 'k2': NULL} AS labels, ['a', NULL, 'b, c'] AS tags, [1, 2, 3]::INTEGER[3] AS point,
  union_value(num := 3) AS u, [[1], []] AS nested
UNION ALL
SELECT 2, NULL, [], MAP {}, [], NULL, NULL, []
UNION ALL
SELECT 3, {'a': NULL, 'b c': NULL}, NULL, NULL, NULL, [4, 5, NULL]::INTEGER[3], union_value(num := 4), NULL`);
});
afterAll(() => engine.close());

async function pathsOf(table: string): Promise<readonly NestedPath[]> {
  const found = await rows(session, sql`SELECT column_name, column_type FROM (DESCRIBE ${identifier(table)})`.text);
  return flattenPaths(found.map((row) => ({ name: row.column_name as string, sqlType: row.column_type as string }))); // DESCRIBE gives texts
}

const source = async (table: string, outputs: readonly FlattenOutput[], rest: Partial<FlattenChoice> = {}) => ({
  source: ['main', table],
  columns: (await pathsOf(table)).flatMap(({ steps: [step, ...more] }) =>
    step?.kind === 'field' && more.length === 0 ? [step.name] : [],
  ),
  outputs,
  ...rest,
});

/** The rows of a statement as texts, sorted. */
async function texts(statement: string) {
  const { batches } = await collect(session, statement);
  return batches
    .flatMap((batch) =>
      Array.from({ length: batch.rowCount }, (_, row) => batch.columns.map((column) => textAt(column, row))),
    )
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

/** Flattens events: paths by their labels, `label:form` where a form is wanted. */
async function flat(labels: readonly string[], explode?: { list: string; keepEmpty: boolean; position?: boolean }) {
  const paths = await pathsOf('events');
  const at = (label: string) => {
    const found = paths.find((path) => path.label === label);
    if (found === undefined) throw new Error(`There is no path ${label}.`);
    return found;
  };
  const outputs = labels.map((text): FlattenOutput => {
    const [label = '', form] = text.split(':');
    return { path: at(label), ...((form === 'count' || form === 'text') && { form }) };
  });
  const unfold = explode && { explode: { position: false, ...explode, list: at(explode.list) } };
  return texts(flattenSql(await source('events', outputs, unfold)).text);
}

describe('flat tables of awkward rows', () => {
  test('fields of NULL structs are NULL', async () => {
    expect(
      await flat(['id', 's.a', 's.b c.d"e', 's.b c.order', 'u.num'].map((label) => label.replace('d"e', '"d""e"'))),
    ).toEqual([
      ['1', '1', '2', '3', '3'],
      ['2', null, null, null, null],
      ['3', null, null, null, '4'],
    ]);
  });

  test('lists and maps by number and as text', async () => {
    expect(
      await flat(['id', 'tags:count', 'tags:text', 'labels:count', 'labels:text', 'point:text', 'items:count']),
    ).toEqual([
      ['1', '3', 'a, b, c', '2', '{k1=2024-01-01, k2=NULL}', '1, 2, 3', '3'],
      ['2', '0', null, '0', '{}', null, '0'],
      ['3', null, null, null, null, '4, 5', null],
    ]);
  });

  test('rows of a list of structs, with and without empty ones', async () => {
    const all = [
      ['1', '1', 'x', '9', '2'],
      ['1', '2', null, null, null],
      ['1', '3', null, '8', '0'],
    ];
    const labels = ['id', 'items[].sku', 'items[].select', 'items[].sizes:count'];
    const placed = async (keepEmpty: boolean) =>
      (await flat(labels, { list: 'items', keepEmpty, position: true })).map((row) => [
        row[0],
        row[4],
        ...row.slice(1, 4),
      ]);
    expect(await placed(false)).toEqual(expect.arrayContaining(all));
    expect(await placed(false)).toHaveLength(3);
    expect(await placed(true)).toEqual(
      expect.arrayContaining([...all, ['2', null, null, null, null], ['3', null, null, null, null]]),
    );
    expect(await placed(true)).toHaveLength(5);
  });

  test('rows of a list in a list, of a list of lists, of a map and of an array', async () => {
    expect(await flat(['id', 'items[].sku', 'items[].sizes[]'], { list: 'items[].sizes', keepEmpty: false })).toEqual([
      ['1', 'x', '1'],
      ['1', 'x', '2'],
    ]);
    expect(await flat(['id', 'items[].sizes[]'], { list: 'items[].sizes', keepEmpty: true })).toEqual([
      ['1', '1'],
      ['1', '2'],
      ['1', null],
      ['1', null],
      ['2', null],
      ['3', null],
    ]);
    expect(await flat(['id', 'nested[][]'], { list: 'nested[]', keepEmpty: false })).toEqual([['1', '1']]);
    expect(await flat(['id', 'labels[].key', 'labels[].value'], { list: 'labels', keepEmpty: true })).toEqual([
      ['1', 'k1', '2024-01-01'],
      ['1', 'k2', null],
      ['2', null, null],
      ['3', null, null],
    ]);
    expect(await flat(['id', 'point[]'], { list: 'point', keepEmpty: true })).toEqual([
      ['1', '1'],
      ['1', '2'],
      ['1', '3'],
      ['2', null],
      ['3', '4'],
      ['3', '5'],
      ['3', null],
    ]);
  });

  test('into a table', async () => {
    const [id] = await pathsOf('events');
    if (id === undefined) throw new Error('There is a column.');
    await session.exec(flattenSql(await source('events', [{ path: id }], { into: ['main', 'My "flat" table'] })).text);
    expect(await texts('FROM "My ""flat"" table"')).toEqual([['1'], ['2'], ['3']]);
  });
});

describe('names', () => {
  test('of every keyword, as columns, fields and relations', async () => {
    const words = (await rows(session, 'SELECT DISTINCT keyword_name AS word FROM duckdb_keywords() ORDER BY ALL')).map(
      ({ word }) => word as string, // a text in the engine's own table
    );
    const odd = [
      'Main',
      'item',
      'unfolded',
      'position',
      'source',
      'a.b',
      'ä',
      '1st',
      "it's",
      ' ',
      'a\nb',
      'rowid',
      ...words,
    ];
    const names = [...new Map(odd.map((word) => [word.toLowerCase(), word])).values()];
    const fields = names.map((word, index) => sql`${literal(word)}: ${literal(index)}`);
    const columns = names.map((word) => sql`[{${joinSql(fields, ', ')}}] AS ${identifier(word)}`);
    await session.exec(sql`CREATE TABLE "table" AS\nSELECT ${joinSql(columns.slice(0, 12), ', ')}`.text);
    const paths = await pathsOf('table');
    const lists = paths.filter(({ shape }) => shape === 'list');
    expect(lists).toHaveLength(12);
    const [list] = lists;
    if (list === undefined) throw new Error('There is a list.');
    const outputs = paths.filter((path) => path.shape === 'value' && path.lists[0] === list).map((path) => ({ path }));
    expect(outputs).toHaveLength(names.length);
    const choice = await source('table', outputs, { explode: { list, keepEmpty: true, position: false } });
    expect(await texts(flattenSql(choice).text)).toEqual([names.map((_, index) => String(index))]);
  });

  test('of every keyword as a struct, however the relation is called', async () => {
    const words = (await rows(session, 'SELECT DISTINCT keyword_name AS word FROM duckdb_keywords() ORDER BY ALL')).map(
      ({ word }) => word as string, // a text in the engine's own table
    );
    const names = [...new Set([...words, 'main', 'current_date', 'user', 'source'])];
    const columns = names.map((word, index) => sql`{'main': ${literal(index)}, 'source': -1} AS ${identifier(word)}`);
    await session.exec(sql`CREATE TABLE source AS\nSELECT ${joinSql(columns, ', ')}`.text);
    const outputs = (await pathsOf('source'))
      .filter(({ steps }) => steps.at(-1)?.kind === 'field' && steps.length === 2)
      .filter((_, index) => index % 2 === 0)
      .map((path) => ({ path }));
    expect(await texts(flattenSql(await source('source', outputs)).text)).toEqual([
      names.map((_, index) => String(index)),
    ]);
  });
});
