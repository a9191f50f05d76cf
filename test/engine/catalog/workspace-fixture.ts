import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openNodeEngine } from '../../../electron/node/engine.ts';
import { openWorkspace } from '../../../src/catalog/open.ts';
import type { StatementOptions } from '../../../src/catalog/session/outcome.ts';
import type { WorkspaceSession } from '../../../src/catalog/session/session.ts';
import type { SnapshotRange } from '../../../src/catalog/travel/range.ts';
import type { Workspace } from '../../../src/catalog/workspace.ts';
import type { RelationName } from '../../../src/core/sql.ts';
import { rows } from '../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../src/engine/engine.ts';
import { jsonAt } from '../../../src/engine/json.ts';

/** A workspace on an engine of its own, with a clock that goes on by a second at each look and countable batches. */
export interface Fixture {
  readonly engine: Engine;
  readonly workspace: Workspace;
  /** A plain session of the engine, beside the catalog. */
  readonly engineSession: Session;
  readonly session: WorkspaceSession;
  readonly clock: { time: number };
  close(): Promise<void>;
}

export async function openFixture(
  databasePath?: string,
  startTime = Date.UTC(2024, 0, 1),
  onWritten?: () => Promise<void> | void,
): Promise<Fixture> {
  const engine = await openNodeEngine(databasePath === undefined ? {} : { databasePath });
  const clock = { time: startTime };
  let batch = 0;
  const workspace = await openWorkspace({
    engine,
    clock: { now: () => new Date((clock.time += 1000)) },
    ids: { nextId: () => `batch-${++batch}` },
    ...(onWritten !== undefined && { onWritten }),
  });
  return {
    engine,
    workspace,
    engineSession: await engine.openSession(),
    session: await workspace.openSession('tester'),
    clock,
    close: () => engine.close(),
  };
}

/** A path for a database file in a folder of its own, removed by `remove`. */
export function temporaryDatabase(): { readonly path: string; remove(): void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-catalog-'));
  return {
    path: path.join(folder, 'workspace.duckdb'),
    remove() {
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs a statement to its end and gives its outcome. */
export async function run(session: WorkspaceSession, statement: string, options?: StatementOptions) {
  const query = session.run(statement, options);
  try {
    while ((await query.next()) !== undefined);
    return await query.outcome;
  } finally {
    await query.close();
  }
}

/** The rows of a query through a workspace session, each as a JSON array, in the order given. */
export async function readRows(session: WorkspaceSession, statement: string): Promise<string[]> {
  const query = session.run(statement);
  const found: string[] = [];
  try {
    for (let batch = await query.next(); batch !== undefined; batch = await query.next()) {
      for (let row = 0; row < batch.rowCount; row++) {
        found.push(`[${batch.columns.map((column) => jsonAt(column, row)).join(',')}]`);
      }
    }
  } finally {
    await query.close();
  }
  return found;
}

/** The rows of a query as a multiset with its column names: comparable with `toEqual`. */
export async function contents(session: WorkspaceSession, query: string): Promise<readonly string[]> {
  const described = await readRows(session, `SELECT column_name, column_type FROM (DESCRIBE ${query})`);
  return [...described, ...(await readRows(session, query)).sort()];
}

/** A table's contents in a range of snapshots. */
export async function travelled(session: WorkspaceSession, table: RelationName, range: SnapshotRange) {
  return contents(session, `FROM (${(await session.travel(table, range)).text})`);
}

export const asOf = (snapshot: number): SnapshotRange => ({ kind: 'as-of', snapshot });

/** One number a query gives on a plain session. */
export async function count(session: Session, query: string): Promise<number> {
  return Number(Object.values((await rows(session, query))[0] ?? {})[0]);
}

/** Repeatable pseudo-random numbers. */
export function randomSource(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, pick: <Item>(items: readonly [Item, ...Item[]]): Item => items[below(items.length)] ?? items[0] };
}
