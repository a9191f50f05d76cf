import { joinSql, literal, type RelationName, type Sql, sql } from '../../core/sql.ts';
import type { Dataset, Generation, Operation, StoredColumn } from '../model.ts';
import type { TableDefinition } from './definition.ts';
import { timestampLiteral } from './execute.ts';
import { metadata, type Store } from './names.ts';

/** What one write did to one dataset, ready to be recorded. */
export interface Change {
  readonly snapshot: number;
  /** The dataset's snapshot before; absent for its first one. */
  readonly parent: number | undefined;
  readonly operation: Operation;
  readonly added: number;
  readonly removed: number;
  /** The dataset as it is afterwards; for a drop, as it was last. */
  readonly dataset: Omit<Dataset, 'snapshot' | 'writtenAt'>;
}

/** Longest source text that is kept; bulk INSERT … VALUES statements run to megabytes. */
const longestSource = 20_000;

export function insertSnapshot(store: Store, change: Change, batch: string, source: string, moment: Date): Sql {
  const shown = source.length > longestSource ? `${source.slice(0, longestSource)} …` : source;
  const { dataset } = change;
  const values = [
    literal(change.snapshot),
    literal(change.parent ?? null),
    literal(batch),
    literal(dataset.id),
    literal(dataset.generation.id),
    literal(change.operation),
    timestampLiteral(moment),
    literal(change.added),
    literal(change.removed),
    literal(dataset.rowCount),
    literal(shown),
  ];
  return sql`INSERT INTO ${metadata(store, 'snapshot')} VALUES (${joinSql(values, ', ')})`;
}

export function insertDataset(store: Store, id: number, schema: string, name: string): Sql {
  return sql`INSERT INTO ${metadata(store, 'dataset')}
VALUES (${literal(id)}, ${literal(schema)}, ${literal(name)}, false, NULL)`;
}

export function renameDataset(store: Store, id: number, schema: string, name: string): Sql {
  return sql`UPDATE ${metadata(store, 'dataset')}
SET schema_name = ${literal(schema)}, table_name = ${literal(name)}
WHERE dataset_id = ${literal(id)}`;
}

export function markDropped(store: Store, id: number, dropped: boolean): Sql {
  return sql`UPDATE ${metadata(store, 'dataset')}
SET dropped = ${literal(dropped)}
WHERE dataset_id = ${literal(id)}`;
}

export function insertGeneration(store: Store, dataset: number, generation: Generation): Sql {
  return sql`INSERT INTO ${metadata(store, 'generation')} (generation_id, dataset_id, folded, history, dense, lost)
VALUES (${literal(generation.id)}, ${literal(dataset)}, 0, false, ${literal(generation.dense)}, false)`;
}

export function insertShape(store: Store, generation: number, snapshot: number, columns: readonly StoredColumn[]): Sql {
  const items = columns.map(
    ({ id, name, type }) => sql`{'id': ${literal(id)}, 'name': ${literal(name)}, 'type': ${literal(type)}}`,
  );
  return sql`INSERT INTO ${metadata(store, 'shape')}
VALUES (${literal(generation)}, ${literal(snapshot)}, [${joinSql(items, ', ')}])`;
}

/** What becomes of the rows a generation ends with. */
export interface GenerationEnd {
  readonly snapshot: number;
  /** The hidden table that holds them; without it they all lie in the history. */
  readonly hidden?: RelationName;
  /** How the table was made, for bringing it back with its constraints. */
  readonly definition?: TableDefinition;
  /** Set when another program changed the rows, so that they cannot be told any more. */
  readonly lost?: boolean;
}

export function endGeneration(store: Store, generation: number, end: GenerationEnd): Sql {
  const [schema = null, table = null] = end.hidden ?? [];
  const comments = [...(end.definition?.comments ?? [])].map(
    ([column, comment]) => sql`{'column_name': ${literal(column ?? null)}, 'comment': ${literal(comment)}}`,
  );
  return sql`UPDATE ${metadata(store, 'generation')}
SET ended = ${literal(end.snapshot)},
  hidden_schema = ${literal(schema)},
  hidden_table = ${literal(table)},
  definition = ${literal(end.definition?.create ?? null)},
  comments = [${joinSql(comments, ', ')}],
  lost = ${literal(end.lost ?? false)}
WHERE generation_id = ${literal(generation)}`;
}

/** Makes an ended generation the live one again. */
export function resumeGeneration(store: Store, generation: number): Sql {
  return sql`UPDATE ${metadata(store, 'generation')}
SET ended = NULL, hidden_schema = NULL, hidden_table = NULL, definition = NULL, comments = NULL
WHERE generation_id = ${literal(generation)}`;
}

/** Says that the segments were rewritten at a snapshot, and whether positions still equal `rowid`. */
export function setFolded(store: Store, generation: number, snapshot: number, dense: boolean): Sql {
  return sql`UPDATE ${metadata(store, 'generation')}
SET folded = ${literal(snapshot)}, dense = ${literal(dense)}
WHERE generation_id = ${literal(generation)}`;
}

export function setHistory(store: Store, generation: number): Sql {
  return sql`UPDATE ${metadata(store, 'generation')}
SET history = true
WHERE generation_id = ${literal(generation)}`;
}

export function deleteSegments(store: Store, generation: number): Sql {
  return sql`DELETE FROM ${metadata(store, 'segment')}
WHERE generation_id = ${literal(generation)}`;
}

export function insertSegment(store: Store, generation: number, rowCount: number, snapshot: number): Sql {
  return sql`INSERT INTO ${metadata(store, 'segment')}
VALUES (${literal(generation)}, 0, ${literal(rowCount)}, ${literal(snapshot)})`;
}
