import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadNodeBindings } from '../../electron/node/bindings.ts';
import { createNodeFileStore, databaseName } from '../../electron/node/file-store.ts';
import type { Connection } from '../../src/duckdb/bindings.ts';
import { openInstance } from '../../src/duckdb/instance.ts';
import { createDyingStore, type DyingStore } from '../support/dying-store.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-crash-'));
afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

/** Opens the database file in a process that dies at its n-th change. */
async function open(databasePath: string, dieAt: number): Promise<{ connection: Connection; store: DyingStore }> {
  const store = createDyingStore(createNodeFileStore({ databasePath }), dieAt);
  await store.prepareDatabase(databaseName);
  const { bindings } = await openInstance(loadNodeBindings, store, databaseName);
  return { connection: bindings.connect(), store };
}

/** Writes as the app does, each one acknowledged after its checkpoint. Gives the number acknowledged. */
function writeUntilDeath(connection: Connection): number {
  let acknowledged = 0;
  const writes = [
    'CREATE TABLE kept AS SELECT range AS i, md5(range::VARCHAR) AS t FROM range(3000)',
    'INSERT INTO kept SELECT range, NULL FROM range(3000, 3500)',
    'DELETE FROM kept WHERE i % 5 = 0',
    "UPDATE kept SET t = 'changed' WHERE i % 3 = 0",
    'INSERT INTO kept SELECT range, t FROM range(100), (SELECT any_value(t) AS t FROM kept)',
  ];
  try {
    for (const write of writes) {
      connection.query(write);
      connection.query('CHECKPOINT');
      acknowledged++;
    }
  } catch {
    return acknowledged;
  }
  return acknowledged;
}

/** What the table must hold after so many writes. */
const expected = ['0', '3000/0', '3500/500', '2800/400', '2800/267', '2900/267'];

function content(connection: Connection): string {
  const tables = connection.query("SELECT count(*)::VARCHAR FROM duckdb_tables() WHERE table_name = 'kept'");
  if (String(tables.getChildAt(0)?.get(0)) === '0') return '0';
  return String(
    connection.query("SELECT count(*) || '/' || count(*) FILTER (t IS NULL) FROM kept").getChildAt(0)?.get(0),
  );
}

describe('a process killed at any write to the disk', () => {
  test('loses nothing acknowledged, and the database opens', async () => {
    const whole = await open(path.join(folder, 'whole.duckdb'), Infinity);
    expect(writeUntilDeath(whole.connection)).toBe(expected.length - 1);
    expect(content(whole.connection)).toBe(expected.at(-1));
    const { changes } = whole.store;
    expect(changes).toBeGreaterThan(20);

    for (let dieAt = 1; dieAt <= changes; dieAt++) {
      const databasePath = path.join(folder, `${dieAt}.duckdb`);
      const acknowledged = await open(databasePath, dieAt).then(
        ({ connection }) => writeUntilDeath(connection),
        () => 0,
      );
      const found = content((await open(databasePath, Infinity)).connection);
      const allowed = expected.slice(acknowledged, acknowledged + 2);
      expect(allowed, `died at change ${dieAt} after ${acknowledged} acknowledged writes`).toContain(found);
      fs.rmSync(databasePath);
    }
  });

  test('a second crash while recovering from the first loses nothing either', async () => {
    const original = path.join(folder, 'twice.duckdb');
    const { connection } = await open(original, Infinity);
    connection.query('CREATE TABLE kept AS SELECT range AS i, NULL::VARCHAR AS t FROM range(10)');
    connection.query('CHECKPOINT');
    connection.query("INSERT INTO kept SELECT range, 'logged' FROM range(5)");
    expect(fs.statSync(`${original}.wal`).size).toBeGreaterThan(0);

    for (let dieAt = 1; dieAt < 9; dieAt++) {
      const copy = path.join(folder, `twice-${dieAt}.duckdb`);
      fs.copyFileSync(original, copy);
      fs.copyFileSync(`${original}.wal`, `${copy}.wal`);
      await open(copy, dieAt).catch(() => undefined);
      expect(content((await open(copy, Infinity)).connection), `died at change ${dieAt} of the recovery`).toBe('15/10');
    }
  });
});
