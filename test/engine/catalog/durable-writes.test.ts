import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { relation } from '../../../src/core/sql.ts';
import { count, type Fixture, openFixture, readRows, run, temporaryDatabase } from './workspace-fixture.ts';

let fixture: Fixture;
let database: ReturnType<typeof temporaryDatabase>;
let heard: string[];
let hold: Promise<void>;
let onHeard: () => void;

const start = Date.UTC(2024, 0, 1);
const open = async () => {
  let opened = false;
  const made = await openFixture(database.path, start, async () => {
    const tables = () => fixture.workspace.datasets.map(({ name, rowCount }) => `${name} ${rowCount}`);
    heard.push(opened ? tables().join(', ') : '(opening)');
    onHeard();
    await hold;
  });
  opened = true;
  return made;
};

beforeEach(async () => {
  database = temporaryDatabase();
  heard = [];
  hold = Promise.resolve();
  onHeard = () => undefined;
  fixture = await open();
});
afterEach(async () => {
  await fixture.close();
  database.remove();
});

describe('onWritten', () => {
  test('hears every write, whatever its road, and no read', async () => {
    expect(heard).toEqual([]);
    const { session, workspace } = fixture;
    await run(session, 'CREATE TABLE t AS SELECT range AS i FROM range(3)');
    await run(session, 'INSERT INTO t VALUES (9)');
    await run(session, 'FROM t');
    await run(session, 'CREATE TEMP TABLE aside AS FROM t');
    const staging = workspace.stagingTable();
    await fixture.engineSession.exec(`CREATE TABLE ${relation(staging).text} AS SELECT 1 AS j`);
    await workspace.publish([{ staging, schema: 'main', name: 'u', mode: 'create' }], { source: 'u.csv' });
    await workspace.restore('t', 1);
    expect(heard).toEqual(['t 3', 't 4', 't 4, u 1', 't 3, u 1']);
    await expect(run(session, 'INSERT INTO t SELECT error(1::VARCHAR)')).rejects.toThrow();
    expect(heard).toHaveLength(4);
    await run(session, 'CREATE VIEW v AS FROM t');
    expect(heard).toHaveLength(5);
  });

  test('hears a transaction once, at COMMIT, and a rolled back one never', async () => {
    const { session } = fixture;
    for (const end of ['ROLLBACK', 'COMMIT']) {
      await run(session, 'BEGIN');
      await run(session, 'CREATE TABLE t AS SELECT 1 AS i');
      await run(session, 'INSERT INTO t VALUES (2)');
      expect(heard).toEqual([]);
      await run(session, end);
    }
    expect(heard).toEqual(['t 2']);
  });

  test('hears it when the file holds the write, and before the writer does', async () => {
    let letGo: () => void = () => undefined;
    hold = new Promise((resolve) => {
      letGo = resolve;
    });
    const written = new Promise<void>((resolve) => {
      onHeard = resolve;
    });
    let acknowledged = false;
    const done = run(fixture.session, 'CREATE TABLE t AS SELECT range AS i FROM range(3)').then(() => {
      acknowledged = true;
    });
    await written;
    const copy = `${database.path}.copy`;
    fs.copyFileSync(database.path, copy);
    const engine = await openNodeEngine({ databasePath: copy });
    expect(await count(await engine.openSession(), 'SELECT count(*) FROM t')).toBe(3);
    await engine.close();
    expect(acknowledged).toBe(false);
    letGo();
    await done;
  });

  test('hears on opening what another program did, and nothing otherwise', async () => {
    await run(fixture.session, 'CREATE TABLE t AS SELECT 1 AS i');
    heard = [];
    await fixture.close();
    fixture = await open();
    expect(heard).toEqual([]);
    await fixture.engineSession.exec('CREATE TABLE foreign_table AS SELECT 1 AS i');
    await fixture.close();
    fixture = await open();
    expect(heard).toEqual(['(opening)']);
  });
});

describe('withoutWrites', () => {
  test('waits for the writer before it, and lets nobody write meanwhile', async () => {
    const { session, workspace } = fixture;
    await run(session, 'CREATE TABLE t AS SELECT 1 AS i');
    const other = await workspace.openSession('other');
    await run(other, 'BEGIN');
    await run(other, 'INSERT INTO t VALUES (2)');
    const order: string[] = [];
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const work = workspace.withoutWrites('Copying', async () => {
      order.push('copy begins');
      await held;
      order.push('copy ends');
      return 7;
    });
    const later = run(session, 'INSERT INTO t VALUES (3)').then(() => order.push('written'));
    await run(other, 'COMMIT').then(() => order.push('committed'));
    expect(await readRows(other, 'SELECT count(*) FROM t')).toEqual(['[2]']);
    expect(workspace.writer).toEqual({ holder: 'Copying', waiting: 1 });
    letGo();
    expect(await work).toBe(7);
    await later;
    expect([...order].sort()).toEqual(['committed', 'copy begins', 'copy ends', 'written']);
    expect(order.slice(-2)).toEqual(['copy ends', 'written']);
  });

  test('gives the turn on when the work fails', async () => {
    const failed = fixture.workspace.withoutWrites('Copying', () => Promise.reject(new Error('no space')));
    await expect(failed).rejects.toThrow('no space');
    expect(fixture.workspace.writer).toEqual({ holder: undefined, waiting: 0 });
    await run(fixture.session, 'CREATE TABLE t AS SELECT 1 AS i');
  });
});
