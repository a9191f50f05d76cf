import type { CancelSignal } from '../../core/cancel.ts';
import { relation, type Sql } from '../../core/sql.ts';
import type { Batch } from '../../engine/batch.ts';
import type { Session } from '../../engine/engine.ts';
import type { ColumnInfo } from '../../engine/types.ts';
import type { CatalogState, Dataset } from '../model.ts';
import { hidesRowId } from '../store/definition.ts';
import { projectTable, type Store } from '../store/names.ts';
import type { Numbers } from '../store/numbers.ts';
import type { Change } from '../store/write-rows.ts';

/** An open transaction of one session with the catalog as it sees it. */
export interface Transaction {
  readonly session: Session;
  state: CatalogState;
  /** Generations written in this transaction: their `rowid` is not their rank until COMMIT. */
  readonly touched: Set<number>;
  /** Snapshots made so far, oldest first. */
  readonly snapshots: number[];
}

/** The means to capture one write within a transaction. */
export interface Writing {
  readonly store: Store;
  readonly numbers: Numbers;
  readonly transaction: Transaction;
  readonly session: Session;
  readonly signal: CancelSignal | undefined;
  /** Set as soon as something beside temporary tables was changed ahead of the user's statement. */
  prepared: boolean;
}

/** A result held whole: what a write gives back. */
export interface StatementResult {
  readonly columns: readonly ColumnInfo[];
  readonly batches: readonly Batch[];
}

/** What a write did: the change to record and the metadata statements that belong to it. */
export interface Effect {
  readonly change: Change;
  readonly statements: readonly Sql[];
}

/** A write that was carried out, with all its effects still to be recorded; none when it changed nothing. */
export interface Captured {
  readonly result: StatementResult;
  readonly rowsAffected: number;
  readonly effects: readonly Effect[];
}

/** The user's statement, as the capturing roads see it. */
export interface UserStatement {
  readonly text: string;
  /** Whether the statement itself runs, and not through EXPLAIN ANALYZE or EXECUTE. */
  readonly plain: boolean;
  readonly returning: boolean;
  run(): Promise<StatementResult>;
}

/** A dataset's table, written in full. */
export function tableOf(writing: Pick<Writing, 'store'>, dataset: Pick<Dataset, 'schema' | 'name'>): Sql {
  return relation(projectTable(writing.store, dataset.schema, dataset.name));
}

/** Whether a live row's rank can be read off its `rowid` within this transaction. */
export function ranksByRowId(writing: Writing, dataset: Dataset): boolean {
  const { generation } = dataset;
  return generation.dense && !hidesRowId(generation) && !writing.transaction.touched.has(generation.id);
}

/** The change that takes a dataset to what it is after a write. */
export function changeTo(
  snapshot: number,
  before: Pick<Dataset, 'snapshot'> | undefined,
  after: Omit<Dataset, 'snapshot' | 'writtenAt'>,
  did: Pick<Change, 'operation' | 'added' | 'removed'>,
): Change {
  const { id, schema, name, generation, rowCount } = after;
  return { snapshot, parent: before?.snapshot, dataset: { id, schema, name, generation, rowCount }, ...did };
}
