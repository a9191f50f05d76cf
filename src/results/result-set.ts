import { type CancelSignal, cancelledError } from '../core/cancel.ts';
import { isCancelled, StillhouseError, toStillhouseError } from '../core/error.ts';
import { scalar } from '../engine/collect.ts';
import type { Batch } from '../engine/batch.ts';
import type { Query } from '../engine/engine.ts';
import type { ColumnInfo } from '../engine/types.ts';
import { createHeldRows } from './held-rows.ts';
import { createListeners } from './listeners.ts';
import { createPageCache } from './page-cache.ts';
import { readPage, readRows } from './read-rows.ts';
import type { ResultSpace } from './result-space.ts';
import type { RowSource, SourcePhase, SourceState } from './row-source.ts';
import { storeRows } from './store-rows.ts';
import { dropStoredSql, storedCountSql, type StoredResult, storedResult } from './stored-table.ts';
import { unlessCancelled } from './unless-cancelled.ts';

/** How much of a result is held in memory before the rest goes into a table of the engine. */
export interface ResultLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
}

const defaultLimits: ResultLimits = { maxRows: 1_000_000, maxBytes: 400 << 20 };

/** All rows of one query: read by a grid, sorted and filtered in the engine, exported. Close it to free its memory. */
export interface ResultSet extends RowSource {
  readonly space: ResultSpace;
  /** Resolves, and never rejects, when no more rows will come. */
  readonly settled: Promise<SourceState>;
  /** Stops the query; the rows so far stay readable. */
  cancel(): Promise<void>;
  /**
   * The rows as a table of the scratch database, made when first asked for. Waits until no more rows come; the table
   * lives until `close`.
   */
  materialize(signal?: CancelSignal): Promise<StoredResult>;
  /** The rows `start` up to but without `end` in order, for exports. Waits until no more rows come. */
  batches(options?: RowRange): AsyncGenerator<Batch, void>;
  /** Stops the query, drops the table and frees the memory. */
  close(): Promise<void>;
}

export interface RowRange {
  readonly start?: number;
  readonly end?: number;
  readonly signal?: CancelSignal;
}

/**
 * Takes over a query and holds its result. Rejects when the query fails before it has columns; a later failure is told
 * by `state`, with the rows so far still readable.
 */
export async function openResult(
  space: ResultSpace,
  query: Query,
  options: Partial<ResultLimits> & { readonly columns?: readonly ColumnInfo[] } = {},
): Promise<ResultSet> {
  const columns = options.columns ?? (await query.columns);
  const limits = { ...defaultLimits, ...options };
  const generation = space.generation();
  const held = createHeldRows();
  const listeners = createListeners();
  const stored = storedResult(space.nextTable(), columns);
  let storing: Promise<StoredResult> | undefined;
  let stopped = false;
  let state: SourceState = { rowCount: 0, phase: 'loading' };
  const isClosed = () => state.phase === 'closed';

  const publish = (change: Partial<SourceState>) => {
    if (isClosed()) return;
    state = { ...state, ...change };
    listeners.notify();
  };
  const explain = (error: unknown): StillhouseError =>
    generation === space.generation()
      ? toStillhouseError(error)
      : new StillhouseError('engine-restarted', 'The rows of this result were lost when the engine was restarted.', {
          remedy: 'Run the query again.',
          cause: error,
        });

  const store = (isStopped: () => boolean): Promise<StoredResult> => {
    storing ??= storeRows(space, stored, held.batches, isStopped).catch((error: unknown) => {
      storing = undefined;
      throw error;
    });
    return storing;
  };

  const fill = async (): Promise<void> => {
    for (let batch = await query.next(); batch !== undefined; batch = await query.next()) {
      held.add(batch);
      publish({ rowCount: held.rowCount });
      if (held.rowCount >= limits.maxRows || held.bytes >= limits.maxBytes) {
        await spool();
        return;
      }
    }
  };
  const spool = async () => {
    for (const batch of await query.buffered()) held.add(batch);
    publish({ rowCount: held.rowCount });
    await store(() => stopped);
    const before = held.rowCount;
    await query.spool(stored.table, (rows) => publish({ rowCount: before + rows }));
  };

  /** A spool that failed may have written rows that it had not told of. */
  const countStored = async () => {
    if (storing === undefined || isClosed()) return;
    const count = await scalar(await space.reader(), storedCountSql(stored).text);
    publish({ rowCount: Math.max(held.rowCount, Number(count)) });
  };
  const end = async (phase: SourcePhase, error?: unknown): Promise<void> => {
    await query.close();
    if (error !== undefined) await countStored().catch(() => undefined); // the first error is the one to tell
    publish({ phase, ...(phase === 'failed' && { error: explain(error) }) });
  };
  const settled = fill()
    .then(
      () => end('complete'),
      (error: unknown) => end(isCancelled(error) ? 'cancelled' : 'failed', error),
    )
    .then(() => state);

  const pages = createPageCache({
    columnCount: columns.length,
    load: (page, signal) => readPage(space, stored, page, signal),
    onLoad: () => listeners.notify(),
    onError: (error) => publish({ error: explain(error) }),
  });

  return {
    space,
    columns,
    settled,
    state: () => state,
    subscribe: (listener) => listeners.add(listener),
    cell: (row, column) => (row < held.rowCount ? held.cell(row, column) : pages.cell(row, column)),
    ensure(window) {
      if (window.endRow > held.rowCount) {
        pages.ensure({ ...window, startRow: Math.max(window.startRow, held.rowCount) }, state.rowCount);
      }
    },
    async cancel() {
      stopped = true;
      await query.close();
      await settled;
    },
    async materialize(signal) {
      await unlessCancelled(settled, signal);
      if (isClosed()) throw cancelledError();
      try {
        return await store(isClosed);
      } catch (error) {
        throw explain(error);
      }
    },
    async *batches({ start = 0, end = Infinity, signal } = {}) {
      await unlessCancelled(settled, signal);
      try {
        yield* readRows(space, held, stored, { start, end: Math.min(end, state.rowCount), signal });
      } catch (error) {
        throw explain(error);
      }
    },
    async close() {
      if (isClosed()) return;
      stopped = true;
      publish({ phase: 'closed', rowCount: 0 });
      pages.close();
      await query.close();
      await settled;
      await storing?.catch(() => undefined); // a table that could not be filled is gone already
      if (storing === undefined || generation !== space.generation()) return;
      await (await space.writer()).exec(dropStoredSql(stored).text);
    },
  };
}
