import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadNodeBindings } from '../../electron/node/bindings.ts';
import { openNodeEngine } from '../../electron/node/engine.ts';
import { createNodeFileStore } from '../../electron/node/file-store.ts';
import { openInstance } from '../../src/duckdb/instance.ts';
import { rows, scalar } from '../../src/engine/collect.ts';
import type { Engine, Session } from '../../src/engine/engine.ts';

let engine: Engine;
let session: Session;
beforeAll(async () => {
  engine = await openNodeEngine({});
  session = await engine.openSession();
  await session.exec('CREATE TABLE numbers AS SELECT range AS i FROM range(10)');
});
afterAll(() => engine.close());

test('what a torn-off call leaves on the stack is given back', async () => {
  const { bindings, unwind } = await openInstance(loadNodeBindings, createNodeFileStore({}), ':memory:');
  const whole = bindings.mod.stackSave();
  bindings.mod.stackAlloc(10_000_000);
  unwind();
  expect(bindings.mod.stackSave()).toBe(whole);
  expect(bindings.connect().query('SELECT 7').getChildAt(0)?.get(0)).toBe(7);
});

const repeated = (count: number, piece: (index: number) => string, between: string) =>
  Array.from({ length: count }, (_, index) => piece(index)).join(between);
const unions = (count: number) => repeated(count, (index) => `SELECT i + ${index} AS i FROM numbers`, '\nUNION ALL ');
const chain = (count: number) => `WITH step0 AS (FROM numbers),
${repeated(count, (index) => `step${index + 1} AS (FROM step${index})`, ',\n')}
SELECT count(*) FROM step${count}`;

/** What a stack too small would have overwritten: constants that planning, storing and closing need. */
async function isWell(): Promise<void> {
  await session.exec('CREATE OR REPLACE TABLE more AS SELECT i, md5(i::VARCHAR) AS h FROM numbers');
  expect(await scalar(session, 'SELECT count(DISTINCT h) FROM more')).toBe(10n);
}

test('statements as deep as the engine allows run, and leave it whole', async () => {
  expect(await rows(session, `SELECT count(*)::INT AS n FROM (${unions(990)})`)).toEqual([{ n: 9900 }]);
  await isWell();
  expect(await scalar(session, chain(700))).toBe(10n);
  await isWell();
});

test.each([unions(1100), `${'SELECT * FROM ('.repeat(1500)}SELECT 1${')'.repeat(1500)}`])(
  'deeper ones are refused in words: %#',
  async (statement) => {
    await expect(rows(session, statement)).rejects.toMatchObject({
      message: 'The statement is nested too deeply: take it apart with tables between.',
    });
    await isWell();
  },
);
