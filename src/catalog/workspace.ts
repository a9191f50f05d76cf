import type { CancelSignal } from '../core/cancel.ts';
import type { RelationName, Sql } from '../core/sql.ts';
import type { Session } from '../engine/engine.ts';
import type { Drift } from './drift.ts';
import type { DoomedRows, ErasedRows } from './erase-rows.ts';
import type { Expired } from './expire.ts';
import type { DroppedDataset, Snapshot } from './model.ts';
import type { Publication } from './publish.ts';
import type { WorkspaceSession } from './session/session.ts';
import type { DatasetInfo } from './shown.ts';
import type { SnapshotRange } from './travel/range.ts';
import type { TravelOptions } from './travel/travel.ts';

/** A dataset's name: schema `main` where none is given. */
export type DatasetReference = string | { readonly schema: string; readonly name: string };

export interface PublishOptions {
  /** The file's name, or another word for where the rows are from. */
  readonly source: string;
  readonly signal?: CancelSignal;
  /** Writes what must be kept with the datasets and never without them: it runs in their transaction, after them. */
  readonly alongside?: (session: Session) => Promise<void>;
}

export interface EraseRowsOptions {
  /** What the history shows as the source. */
  readonly source: string;
  readonly signal?: CancelSignal;
  /** Runs first in the transaction. */
  readonly before: (session: Session) => Promise<void>;
  /** Runs last in it. */
  readonly alongside: (session: Session) => Promise<void>;
}

/** What one publication or restore made. */
export interface Written {
  readonly snapshots: readonly number[];
}

/**
 * The project's tables and everything that was ever written to them. All writes, whatever their road, become snapshots;
 * user tables stay ordinary tables of the engine.
 */
export interface Workspace {
  /** The engine's name of the project's database, for names in full. */
  readonly database: string;
  /** Live tables and views by schema and name; up to date after every commit. */
  readonly datasets: readonly DatasetInfo[];
  /** Dropped tables that can be brought back, the latest first. */
  readonly dropped: readonly DroppedDataset[];
  /** What another program had done to the file when it was opened. */
  readonly drift: readonly Drift[];
  /** Who writes now, and how many wait. */
  readonly writer: { readonly holder: string | undefined; readonly waiting: number };
  /** Hears that any of the above changed. Returns the way to stop listening. */
  onChange(listener: () => void): () => void;

  /** `label` is what others see as the writer's name. */
  openSession(label: string): Promise<WorkspaceSession>;
  /** A dataset's snapshots, oldest first. */
  history(dataset: DatasetReference): Promise<readonly Snapshot[]>;
  /** A query of committed rows as of a snapshot, or written between two; see `WorkspaceSession.travel` for use in SQL. */
  travel(dataset: DatasetReference, range: SnapshotRange, options?: TravelOptions): Promise<Sql>;
  /** The name of a table to fill with `Session.append` or CREATE TABLE AS, and then to publish into the same schema. */
  stagingTable(schema?: string): RelationName;
  /** Makes filled tables into datasets as one batch. */
  publish(publications: readonly Publication[], options: PublishOptions): Promise<Written>;
  /** Brings rows and columns back to a snapshot, as a new one; it makes none when nothing was written since. */
  restore(dataset: DatasetReference, snapshot: number, signal?: CancelSignal): Promise<Written>;
  /** Brings a dropped table back, under another name where its own is taken. */
  undrop(dropped: DroppedDataset, name?: string): Promise<Written>;
  /** Forgets versions that died before a moment. */
  expireHistory(options: { readonly before: Date }): Promise<Expired>;
  /**
   * Removes rows for good, also from former versions, in one transaction with what `before` and `alongside` do in it.
   * The file keeps their bytes on free pages until it is rewritten.
   */
  eraseRows(doomed: DoomedRows, options: EraseRowsOptions): Promise<readonly ErasedRows[]>;
  /** Runs `work` while nobody else writes; `label` is what others see as the writer's name meanwhile. */
  withoutWrites<Result>(label: string, work: () => Promise<Result>): Promise<Result>;
  /** Ends the workspace's own sessions; the engine stays open. */
  close(): Promise<void>;
}
