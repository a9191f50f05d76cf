import { StillhouseError } from '../../core/error.ts';
import type { Sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import type { Store } from '../store/names.ts';
import type { SnapshotBound, SnapshotRange } from './range.ts';
import { findRanges, type Lifetime, versionSql } from './rows.ts';
import { type DatasetName, findVersion } from './version.ts';

export interface TravelOptions {
  /** Adds `_ACP_BATCHID` and `_acp_system_metadata`: which write each row came with. */
  readonly systemColumns?: boolean;
}

/** What a travelling query is made from. */
export interface Traveller {
  readonly session: Session;
  readonly store: Store;
  /** The latest snapshot of the project that this session may see. */
  readonly lastSnapshot: number;
  /** Generations written in the session's open transaction, whose `rowid` tell no rank. */
  readonly touched: ReadonlySet<number>;
}

/**
 * A query, fit for a FROM clause in parentheses, of a dataset's rows in a range of snapshots: those alive at its end,
 * and of these only the ones written within it.
 */
export async function travel(
  traveller: Traveller,
  dataset: DatasetName,
  range: SnapshotRange,
  options: TravelOptions,
): Promise<Sql> {
  const { session, store, lastSnapshot, touched } = traveller;
  const { after, upTo } = lifetimeOf(range, lastSnapshot);
  const found = await findVersion(session, store, dataset, upTo);
  const version = touched.has(found.generation) ? { ...found, dense: false } : found;
  const ranges =
    version.table === undefined ? [] : await findRanges(session, store, version.generation, { after, upTo });
  return versionSql(store, version, { after, upTo }, ranges, options.systemColumns === true);
}

function lifetimeOf(range: SnapshotRange, last: number): Lifetime {
  const numberOf = (bound: SnapshotBound) =>
    bound === 'head' ? 0 : bound === 'tail' ? last : checkSnapshot(bound, last);
  if (range.kind === 'as-of') return { after: 0, upTo: numberOf(range.snapshot) };
  const [after, upTo] = [numberOf(range.after), numberOf(range.upTo)];
  if (after <= upTo) return { after, upTo };
  throw new StillhouseError('input-invalid', `Snapshot ${after} is later than ${upTo}.`, {
    remedy: 'Write the earlier one first.',
  });
}

/** The number, when it is one that a snapshot of the project can have; fails with the latest one otherwise. */
export function checkSnapshot(snapshot: number, last: number): number {
  if (Number.isSafeInteger(snapshot) && snapshot >= 0 && snapshot <= last) return snapshot;
  throw new StillhouseError('input-invalid', `There is no snapshot ${snapshot}.`, {
    remedy: `The latest one is ${last}.`,
  });
}
