import type { Batch } from './batch.ts';
import type { QueryOptions, Session } from './engine.ts';
import type { ColumnInfo } from './types.ts';
import { valueAt, type StructValue, type Value } from './value.ts';

/** A result held whole: for catalog look-ups and other small answers, never for a user's data. */
export interface Collected {
  readonly columns: readonly ColumnInfo[];
  readonly batches: readonly Batch[];
  readonly rowCount: number;
}

/** Runs a query and keeps all of its batches. */
export async function collect(session: Session, sql: string, options?: QueryOptions): Promise<Collected> {
  const query = session.query(sql, options);
  try {
    const columns = await query.columns;
    const batches: Batch[] = [];
    for (let batch = await query.next(); batch !== undefined; batch = await query.next()) batches.push(batch);
    return { columns, batches, rowCount: batches.reduce((sum, batch) => sum + batch.rowCount, 0) };
  } finally {
    await query.close();
  }
}

/** Runs a small query and gives its rows as objects by column name. */
export async function rows(session: Session, sql: string, options?: QueryOptions): Promise<StructValue[]> {
  const { columns, batches } = await collect(session, sql, options);
  return rowObjects(columns, batches);
}

/** Rows as objects by column name; of columns that share a name the last one counts. */
export function rowObjects(columns: readonly ColumnInfo[], batches: readonly Batch[]): StructValue[] {
  return batches.flatMap((batch) =>
    Array.from({ length: batch.rowCount }, (_, row) =>
      Object.fromEntries(
        columns.map((column, index) => {
          const data = batch.columns[index];
          return [column.name, data === undefined ? null : valueAt(data, row)];
        }),
      ),
    ),
  );
}

/** The first column of the first row, or `null` when there is no row. */
export async function scalar(session: Session, sql: string, options?: QueryOptions): Promise<Value> {
  const { batches } = await collect(session, sql, options);
  const column = batches.find((batch) => batch.rowCount > 0)?.columns[0];
  return column === undefined ? null : valueAt(column, 0);
}
