import { identifier, joinSql, relation, type Sql, sql } from '../../core/sql.ts';
import type { Writing } from '../capture/writing.ts';
import type { StoredColumn } from '../model.ts';
import { createLike, insertableColumns, sameColumns } from '../store/definition.ts';
import { execute, executeScript } from '../store/execute.ts';
import { projectTable } from '../store/names.ts';
import { travel } from '../travel/travel.ts';
import type { DatasetName, TableVersion } from '../travel/version.ts';

/** Makes a table with the rows of a version; with its constraints where its definition is known. */
export async function makeVersion(
  writing: Writing,
  dataset: DatasetName,
  version: TableVersion,
  snapshot: number,
  name: string,
): Promise<void> {
  const { session, store, numbers, transaction, signal } = writing;
  const traveller = { session, store, lastSnapshot: numbers.lastSnapshot, touched: transaction.touched };
  const rows = await travel(traveller, dataset, { kind: 'as-of', snapshot }, {});
  const table = relation(projectTable(store, dataset.schema, name));
  writing.prepared = true;
  if (version.definition === undefined || !sameColumns(version.columns, version.stored)) {
    await execute(session, sql`CREATE TABLE ${table} AS\n${rows}`, signal);
    return;
  }
  await executeScript(session, createLike(store, version.definition, dataset.schema, name));
  const columns = columnNames(insertableColumns(version.columns, version.definition.create));
  await execute(session, sql`INSERT INTO ${table} (${columns})\nSELECT ${columns}\nFROM (${rows})`, signal);
}

/** Column names as a list for INSERT and SELECT. */
export function columnNames(columns: readonly StoredColumn[]): Sql {
  return joinSql(
    columns.map(({ name }) => identifier(name)),
    ', ',
  );
}
