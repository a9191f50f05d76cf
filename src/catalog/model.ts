/** What a snapshot did to its dataset. `external` was found on opening: another program wrote the file. */
export type Operation =
  'create' | 'append' | 'overwrite' | 'delete' | 'update' | 'merge' | 'alter' | 'drop' | 'restore' | 'external';

/** A column as it is stored: `id` stays the same when the column is renamed, and is never used twice in a generation. */
export interface StoredColumn {
  readonly id: number;
  readonly name: string;
  /** The engine's name of the type, as `DESCRIBE` tells it. */
  readonly type: string;
}

/**
 * A stretch of a dataset's life in which its rows can be told by one list of columns. It ends when a column is dropped
 * or retyped and when the table is replaced or dropped; then its last rows lie in its history or in a hidden table.
 */
export interface Generation {
  readonly id: number;
  /** The columns of the latest shape, in table order. */
  readonly columns: readonly StoredColumn[];
  /** Whether removed rows are kept in a history table. */
  readonly history: boolean;
  /** Whether a row's position among the live rows equals its `rowid`: true until rows are removed from the middle. */
  readonly dense: boolean;
}

/** A live table of the project. */
export interface Dataset {
  readonly id: number;
  readonly schema: string;
  readonly name: string;
  readonly generation: Generation;
  readonly rowCount: number;
  /** The snapshot of the last write. */
  readonly snapshot: number;
  readonly writtenAt: Date;
}

/** A dropped table that can still be brought back. */
export interface DroppedDataset {
  readonly id: number;
  readonly schema: string;
  readonly name: string;
  /** The snapshot that dropped it. */
  readonly snapshot: number;
  readonly droppedAt: Date;
}

/** One write to one dataset, as `history` tells it. */
export interface Snapshot {
  readonly id: number;
  /** The dataset's snapshot before this one. */
  readonly parent: number | undefined;
  /** All snapshots made by one statement or one publication share a batch. */
  readonly batch: string;
  readonly operation: Operation;
  readonly committedAt: Date;
  readonly rowsAdded: number;
  readonly rowsRemoved: number;
  readonly rowCount: number;
  /** The SQL that wrote, or the name of the imported file. */
  readonly source: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly isCurrent: boolean;
  /** Whether `AS OF` this snapshot can be read: it is neither expired nor lost to another program. */
  readonly available: boolean;
}

/** Everything known of the stored tables at one moment; a transaction works on a copy and publishes it at COMMIT. */
export interface CatalogState {
  /** By `tableKey`. */
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly dropped: ReadonlyMap<number, DroppedDataset>;
}

/** Folds a name as the engine compares names: ASCII letters only. */
export function foldName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The key of a table in `CatalogState.datasets`. */
export function tableKey(schema: string, name: string): string {
  return `${foldName(schema)}\0${foldName(name)}`;
}

export function findDataset(state: CatalogState, schema: string, name: string): Dataset | undefined {
  return state.datasets.get(tableKey(schema, name));
}

/** The state after a dataset came, changed or, when renamed, moved. */
export function withDataset(state: CatalogState, dataset: Dataset): CatalogState {
  const datasets = new Map([...state.datasets].filter(([, other]) => other.id !== dataset.id));
  datasets.set(tableKey(dataset.schema, dataset.name), dataset);
  const dropped = new Map(state.dropped);
  dropped.delete(dataset.id);
  return { datasets, dropped };
}

export function withoutDataset(state: CatalogState, dropped: DroppedDataset): CatalogState {
  return {
    datasets: new Map([...state.datasets].filter(([, other]) => other.id !== dropped.id)),
    dropped: new Map(state.dropped).set(dropped.id, dropped),
  };
}
