import { type CancelSource, createCancelSource } from '../core/cancel.ts';
import { isCancelled, type StillhouseError, toStillhouseError } from '../core/error.ts';
import { createListeners } from '../results/listeners.ts';
import type { ResultSet } from '../results/result-set.ts';
import { storedColumn } from '../results/stored-table.ts';
import type { ColumnProfile } from './column-profile.ts';
import { profileColumns, type ProfileOptions } from './profile-columns.ts';

/** Brief profiles of a result's columns, computed for the columns somebody looks at. */
export interface ResultProfiles {
  /** `undefined` while it is not known. */
  get(column: number): ColumnProfile | undefined;
  /** Asks for columns by index; a later call replaces this one, and work nobody wants any more is cancelled. */
  want(columns: readonly number[]): void;
  /** Why profiles are missing. */
  error(): StillhouseError | undefined;
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** Columns profiled in one go, so that the first ones are shown soon. */
const columnsAtOnce = 8;

/** Profiles columns by one statement at a time, in the background, once the result has all its rows. */
export function createResultProfiles(result: ResultSet): ResultProfiles {
  const listeners = createListeners();
  const known = new Map<number, ColumnProfile>();
  let wanted: readonly number[] = [];
  let running: { readonly columns: readonly number[]; readonly source: CancelSource } | undefined;
  let error: StillhouseError | undefined;
  let closed = false;

  const next = () =>
    closed || error !== undefined ? [] : wanted.filter((column) => !known.has(column)).slice(0, columnsAtOnce);

  const work = async () => {
    for (let columns = next(); columns.length > 0; columns = next()) {
      running = { columns, source: createCancelSource() };
      try {
        const found = await profileResult(result, columns, { signal: running.source.signal, brief: true });
        found.forEach((profile, index) => known.set(columns[index] ?? -1, profile));
      } catch (caught) {
        if (!isCancelled(caught)) error = toStillhouseError(caught);
        else if (result.state().phase === 'closed') closed = true;
      }
      running = undefined;
      listeners.notify();
    }
  };

  return {
    get: (column) => known.get(column),
    error: () => error,
    want(columns) {
      wanted = columns;
      if (running === undefined) void work();
      else if (!running.columns.some((column) => columns.includes(column))) running.source.cancel();
    },
    subscribe: (listener) => listeners.add(listener),
    close() {
      closed = true;
      running?.source.cancel();
    },
  };
}

/** Profiles columns of a result by index, in the order asked for, over all its rows. */
export async function profileResult(
  result: ResultSet,
  columns: readonly number[],
  options: ProfileOptions = {},
): Promise<ColumnProfile[]> {
  const { relation } = await result.materialize(options.signal);
  const { session, giveBack } = await result.space.borrow();
  try {
    const asked = columns.flatMap((column) => {
      const info = result.columns[column];
      return info === undefined ? [] : [{ sql: storedColumn(column), info }];
    });
    return await profileColumns(session, relation, asked, options);
  } finally {
    giveBack();
  }
}
