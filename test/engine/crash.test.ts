import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../src/duckdb/bindings.ts';
import { openRecorded, type RecordedDatabase } from '../support/recorded-disk.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-crash-'));
afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

interface Step {
  /** Statements of one user, or of an import beside them. */
  readonly who: 'user' | 'import';
  readonly statement: string;
  /** The tables with their rows when it is acknowledged. */
  readonly then: string;
}

/** What a run left: how many changes the disk had seen when each step was acknowledged. */
interface Acknowledged {
  readonly changes: readonly number[];
  /** Commits that no checkpoint could follow. */
  readonly onlyLogged: number;
}

/** Writes as the app does: each write of the user is acknowledged after a checkpoint, or without where an import stops it. */
function write(database: RecordedDatabase, steps: readonly Step[]): Acknowledged {
  const connections = { user: database.connect(), import: database.connect() };
  const changes: number[] = [];
  let onlyLogged = 0;
  for (const { who, statement } of steps) {
    connections[who].query(statement);
    if (who === 'user' && !checkpoint(connections.user)) onlyLogged++;
    changes.push(database.changes);
  }
  return { changes, onlyLogged };
}

function checkpoint(connection: Connection): boolean {
  try {
    connection.query('CHECKPOINT');
    return true;
  } catch (error) {
    if (String(error).includes('other write transactions active')) return false;
    throw error;
  }
}

function content(connection: Connection): string {
  const ask = (query: string) => connection.query(query).getChildAt(0)?.get(0) as string | null; // every query here gives one text
  const tables = ask(`SELECT string_agg(table_name, ' ' ORDER BY table_name)
FROM duckdb_tables()
WHERE table_name NOT LIKE '~%'`);
  return (tables?.split(' ') ?? [])
    .map((table) => `${table} ${ask(`SELECT count(*) || '/' || count(t) FROM ${table}`)}`)
    .join(', ');
}

/** What is found on a disk, by the bytes that lie there: a change that leaves nothing new needs no second look. */
const contentOf = new Map<string, string>();

async function contentOnDisk(databasePath: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [databasePath, `${databasePath}.wal`]) {
    const bytes = fs.existsSync(file) ? fs.readFileSync(file) : undefined;
    hash.update(`${bytes?.length ?? 'none'}\n`).update(bytes ?? '');
  }
  const disk = hash.digest('hex');
  const found = contentOf.get(disk) ?? content((await openRecorded(databasePath)).connect());
  contentOf.set(disk, found);
  return found;
}

/** Kills the process at every change and looks at what is there when the database is opened again. */
async function killEverywhere(name: string, steps: readonly Step[], expectedLogged: number): Promise<void> {
  const whole = await openRecorded(path.join(folder, name));
  const acknowledged = write(whole, steps);
  expect(acknowledged.onlyLogged).toBe(expectedLogged);
  expect(content(whole.connect())).toBe(steps.at(-1)?.then);
  expect(whole.changes).toBeGreaterThan(15);
  for (let killed = 1; killed <= whole.changes; killed++) {
    const copy = path.join(folder, `${name}-${killed}`);
    await whole.killedAt(killed, copy);
    const found = await contentOnDisk(copy);
    const count = acknowledged.changes.filter((changes) => changes < killed).length;
    const allowed = ['', ...steps.map(({ then }) => then)].slice(count, count + 2);
    expect(allowed, `killed at change ${killed} after ${count} acknowledged steps`).toContain(found);
  }
}

describe('a process killed at any write to the disk', () => {
  test('loses nothing acknowledged, and the database opens', async () => {
    const user = (statement: string, then: string): Step => ({ who: 'user', statement, then: `kept ${then}` });
    await killEverywhere(
      'alone',
      [
        user('CREATE TABLE kept AS SELECT range AS i, md5(range::VARCHAR) AS t FROM range(3000)', '3000/3000'),
        user('DELETE FROM kept WHERE i % 5 = 0', '2400/2400'),
      ],
      0,
    );
  });

  test('loses no commit made beside an import, which the log alone holds', async () => {
    await killEverywhere(
      'beside',
      [
        { who: 'user', statement: 'CREATE TABLE kept AS SELECT range AS t FROM range(100)', then: 'kept 100/100' },
        { who: 'import', statement: 'BEGIN', then: 'kept 100/100' },
        {
          who: 'import',
          statement: 'CREATE TABLE "~import 1" AS SELECT range AS t FROM range(130000)',
          then: 'kept 100/100',
        },
        { who: 'user', statement: 'INSERT INTO kept SELECT range FROM range(100, 150)', then: 'kept 150/150' },
        { who: 'import', statement: 'INSERT INTO "~import 1" SELECT NULL FROM range(5000)', then: 'kept 150/150' },
        { who: 'user', statement: 'DELETE FROM kept WHERE t < 20', then: 'kept 130/130' },
        { who: 'import', statement: 'COMMIT', then: 'kept 130/130' },
        { who: 'user', statement: 'ALTER TABLE "~import 1" RENAME TO came', then: 'came 135000/130000, kept 130/130' },
      ],
      2,
    );
  });

  test('a second crash while recovering from the first loses nothing either', async () => {
    const original = path.join(folder, 'twice');
    const connection = (await openRecorded(original)).connect();
    connection.query('CREATE TABLE kept AS SELECT range AS i, NULL::VARCHAR AS t FROM range(10)');
    connection.query('CHECKPOINT');
    connection.query("INSERT INTO kept SELECT range, 'logged' FROM range(5)");
    const copyOf = (name: string) => {
      const copy = path.join(folder, name);
      for (const end of ['', '.wal']) fs.copyFileSync(original + end, copy + end);
      return copy;
    };
    const recovering = await openRecorded(copyOf('twice-whole'));
    expect(recovering.changes).toBeGreaterThan(4);
    for (let killed = 1; killed <= recovering.changes; killed++) {
      const copy = copyOf(`twice-${killed}`);
      await recovering.killedAt(killed, copy);
      expect(content((await openRecorded(copy)).connect()), `killed at change ${killed}`).toBe('kept 15/5');
    }
  });
});
