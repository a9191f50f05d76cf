import { sql } from '../core/sql.ts';
import type { Engine } from '../engine/engine.ts';
import type { Core } from './core.ts';
import type { BatchIds, Clock } from './ports.ts';
import { createSessionSlot, type SessionSlot } from './session/slot.ts';
import { createWriteQueue } from './session/write-queue.ts';
import { type DatasetInfo, readViews } from './shown.ts';
import { queryRows, text } from './store/execute.ts';
import { loadCatalog } from './store/load.ts';
import { createNumbers } from './store/numbers.ts';

/** What a workspace needs of its surroundings. */
export interface WorkspaceOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly ids: BatchIds;
  /** Called after each write that was committed and made durable, before it is acknowledged. */
  readonly onWritten?: () => Promise<void> | void;
}

/** The core with the workspace's own sessions: one for its writes, one for reads that must not wait for those. */
export interface Workings {
  readonly core: Core;
  readonly worker: SessionSlot;
  readonly reader: SessionSlot;
  /** The views as of the last change. */
  readonly views: () => readonly DatasetInfo[];
  /** Reads the catalog from the database. */
  readonly load: () => Promise<void>;
}

/** Makes a core that knows no tables yet; `load` is to be called next. */
export async function createWorkings(options: WorkspaceOptions, notify: () => void): Promise<Workings> {
  const store = { database: await ownDatabase(options.engine) };
  let views: readonly DatasetInfo[] = [];
  let viewsVersion = -1;
  const { engine, clock, ids } = options;
  const core: Core = {
    engine,
    clock,
    ids,
    onWritten: undefined,
    store,
    queue: createWriteQueue(notify),
    numbers: createNumbers({ lastSnapshot: 0, lastDataset: 0, lastGeneration: 0, lastCommit: new Date(0) }),
    state: { datasets: new Map(), dropped: new Map() },
    ready: Promise.resolve(),
    objectsVersion: 0,
    engineRun: 0,
    onEngineLost: new Set(),
    async changed() {
      if (viewsVersion !== core.objectsVersion) {
        viewsVersion = core.objectsVersion;
        views = await readViews(await reader.get(), store);
      }
      notify();
    },
  };
  const reader = createSessionSlot(core);
  const worker = createSessionSlot(core);
  const load = async () => {
    const loaded = await loadCatalog(await worker.get(), store);
    core.numbers = createNumbers(loaded);
    core.state = loaded.state;
  };
  return { core, worker, reader, views: () => views, load };
}

async function ownDatabase(engine: Engine): Promise<string> {
  const session = await engine.openSession();
  try {
    const [row] = await queryRows(session, sql`SELECT current_database() AS name`);
    return text(row?.name);
  } finally {
    await session.close();
  }
}
