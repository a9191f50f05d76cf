import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNodeEngine } from '../../../../electron/node/engine.ts';
import { queryRows } from '../../../../src/catalog/store/execute.ts';
import { rawSql } from '../../../../src/core/sql.ts';
import { findFunction, functionNames } from '../../../../src/dialect/distiller/functions/index.ts';
import { parseDistillerQuery } from '../../../../src/dialect/distiller/parse/index.ts';
import { translateDistillerQuery } from '../../../../src/dialect/distiller/translate/translate.ts';
import type { KnownColumn } from '../../../../src/dialect/distiller/translate/typed.ts';
import { parseType } from '../../../../src/dialect/type-tree.ts';
import type { Engine, Session } from '../../../../src/engine/engine.ts';

let engine: Engine;
let session: Session;

const tables: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  events: [
    ['id', 'VARCHAR'],
    ['ts', 'TIMESTAMP'],
    ['page', 'VARCHAR'],
    ['n', 'INTEGER'],
    ['items', 'STRUCT(sku VARCHAR, price DOUBLE)[]'],
    ['ids', 'MAP(VARCHAR, STRUCT(id VARCHAR)[])'],
    ['place', 'STRUCT(city STRUCT("name" VARCHAR))'],
  ],
  people: [
    ['id', 'VARCHAR'],
    ['age', 'INTEGER'],
  ],
};

beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  await session.exec(`CREATE TABLE events AS
SELECT * FROM (VALUES
  ('a', TIMESTAMP '2024-01-01 10:00:00', 'home', 1, [{'sku': 's1', 'price': 1.5}, {'sku': 's2', 'price': 2.5}], MAP {'ECID': [{'id': 'e1'}]}, {'city': {'name': 'Bern'}}),
  ('a', TIMESTAMP '2024-01-01 10:00:58', 'cart', 2, [], MAP {}, {'city': {'name': 'Bern'}}),
  ('a', TIMESTAMP '2024-01-01 12:00:00', 'home', NULL, NULL, NULL, NULL),
  ('b', TIMESTAMP '2024-01-02 09:00:00', NULL, 4, [{'sku': 's3', 'price': 9.0}], MAP {'ECID': [{'id': 'e2'}, {'id': 'e3'}]}, {'city': {'name': 'Zug'}})
) AS t(id, ts, page, n, items, ids, place)`);
  await session.exec(`CREATE TABLE people AS SELECT * FROM (VALUES ('a', 30), ('b', 40), ('c', NULL)) AS t(id, age)`);
});

afterAll(() => engine.close());

const columnsOf = (name: string): readonly KnownColumn[] | undefined =>
  tables[name]?.map(([column, type]) => ({ name: column, type: parseType(type) }));

function translate(text: string) {
  return translateDistillerQuery(parseDistillerQuery(text), {
    source: text,
    table({ name }) {
      const columns = columnsOf(name.at(-1)?.text ?? '');
      return columns === undefined ? undefined : { columns };
    },
    variable: () => undefined,
    parameter: () => undefined,
    function: findFunction,
    functionNames,
  });
}

const rowsOf = async (text: string) => {
  const rows = await queryRows(session, rawSql(translate(text).sql.text));
  return rows.map((row) => Object.values(row).map((value) => (typeof value === 'bigint' ? Number(value) : value)));
};

it.each([
  ['SELECT items[0].sku FROM events WHERE id = "a" AND n = 1', [['s1']]],
  ['SELECT items.sku[1] AS second FROM events e WHERE e.n = 1', [['s2']]],
  ["SELECT ids['ECID'][0].id FROM events WHERE n IN (1, 4) ORDER BY n DESC", [['e2'], ['e1']]],
  ['SELECT place.city.name, e.place.city.name AS c2 FROM events e WHERE n = 4', [['Zug', 'Zug']]],
  ['SELECT n FROM events ORDER BY n', [[null], [1], [2], [4]]],
  ['SELECT n FROM events ORDER BY n DESC LIMIT 2', [[4], [2]]],
  ['SELECT 1 / 0, 7 DIV 2, 5 % 0, 5 / 2', [[null, 3, null, 2.5]]],
  ["SELECT CAST(2.7D AS INT), CAST('abc' AS INT), CAST('12.9' AS INT), '5' + 1", [[2, null, 12, 6]]],
  ["SELECT CASE WHEN n > 1 THEN n ELSE 'none' END FROM events WHERE id = 'a' ORDER BY ts", [['none'], ['2'], ['none']]],
  ['WITH p AS (SELECT id, age FROM people) SELECT p.id FROM p LEFT ANTI JOIN events e ON p.id = e.id', [['c']]],
  ['SELECT id FROM people MINUS SELECT id FROM events', [['c']]],
  ["SELECT 'a' RLIKE '^a$', NULL <=> NULL, !true, 'A_b' LIKE 'A\\\\_b'", [[true, true, false, true]]],
  [
    `SELECT id, ts, SESS_TIMEOUT(ts, 60 * 30) OVER (PARTITION BY id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS session
     FROM events`,
    undefined,
  ],
  [
    `SELECT s.session.num, s.session.depth, s.session.timestamp_diff, s.session.is_new FROM (
       SELECT id, ts, SESS_TIMEOUT(ts, 1800) OVER (PARTITION BY id ORDER BY ts) session FROM events) s ORDER BY s.id, s.ts`,
    [
      [1, 1, 0, true],
      [1, 2, 58, false],
      [2, 1, 7142, true],
      [1, 1, 0, true],
    ],
  ],
  [
    `SELECT e.id, p.age, PREVIOUS(e.page) OVER (PARTITION BY e.id ORDER BY ts) prev, ATTRIBUTION_LAST_TOUCH_EXP_IF(ts, 'page', page, n = 2, true) OVER (PARTITION BY e.id ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) t FROM events e JOIN people p ON e.id = p.id WHERE p.age > 20`,
    undefined,
  ],
])('%s', async (text, expected) => {
  if (expected === undefined) expect((await rowsOf(text)).length).toBeGreaterThan(0);
  else expect(await rowsOf(text)).toEqual(expected);
});

it.each([
  ['SELECT pgae FROM events', 'There is no column “pgae” here.', 7],
  ['SELECT e.pgae FROM events e', 'There is no column “pgae” in “e”.', 9],
  ['SELECT place.town FROM events', 'There is no field “town” in this struct.', 13],
  ['SELECT nothing(1)', 'Data Distiller has no function “nothing”.', 7],
])('%s fails at its place', (text, message, start) => {
  expect(() => translate(text)).toThrow(
    expect.objectContaining({ message, range: expect.objectContaining({ start }) as unknown }),
  );
});
