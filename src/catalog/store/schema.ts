import { identifier, literal, type Sql, sql } from '../../core/sql.ts';
import { hiddenSchema, metadata, type Store } from './names.ts';

/** The layout of the metadata; raised when it changes, so that an older product leaves a newer file alone. */
export const formatVersion = 1;

/**
 * The metadata tables. `segment` tells, in rank order, the snapshot that each live row was born in; a snapshot that only
 * added rows after `generation.folded` is its own segment at the end and has no row there.
 */
export function createMetadata(store: Store): readonly Sql[] {
  const table = (name: Parameters<typeof metadata>[1], columns: Sql) =>
    sql`CREATE TABLE IF NOT EXISTS ${metadata(store, name)} (${columns})`;
  return [
    sql`CREATE SCHEMA IF NOT EXISTS ${identifier(store.database)}.${identifier(hiddenSchema)}`,
    table('format', sql`version INTEGER, last_snapshot_id BIGINT`),
    table(
      'dataset',
      sql`dataset_id BIGINT, schema_name VARCHAR, table_name VARCHAR, dropped BOOLEAN, earliest_snapshot_id BIGINT`,
    ),
    table(
      'generation',
      sql`generation_id BIGINT, dataset_id BIGINT, folded BIGINT, history BOOLEAN, dense BOOLEAN, ended BIGINT,
        hidden_schema VARCHAR, hidden_table VARCHAR, definition VARCHAR,
        comments STRUCT(column_name VARCHAR, comment VARCHAR)[], lost BOOLEAN`,
    ),
    table(
      'shape',
      sql`generation_id BIGINT, snapshot_id BIGINT, columns STRUCT(id INTEGER, name VARCHAR, "type" VARCHAR)[]`,
    ),
    table(
      'snapshot',
      sql`snapshot_id BIGINT, parent_id BIGINT, batch_id VARCHAR, dataset_id BIGINT, generation_id BIGINT,
        operation VARCHAR, committed_at TIMESTAMP, rows_added BIGINT, rows_removed BIGINT, row_count BIGINT, source VARCHAR`,
    ),
    table('segment', sql`generation_id BIGINT, ordinal BIGINT, row_count BIGINT, snapshot_id BIGINT`),
    sql`INSERT INTO ${metadata(store, 'format')}
SELECT ${literal(formatVersion)}, 0
WHERE NOT EXISTS (FROM ${metadata(store, 'format')})`,
  ];
}
