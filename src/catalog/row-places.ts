import { relation, type Sql, sql } from '../core/sql.ts';
import type { Session } from '../engine/engine.ts';
import { describeColumns } from './store/definition.ts';
import { integer, queryRows, text } from './store/execute.ts';
import { columnsFrom } from './store/load.ts';
import { historyTable, metadata, projectTable, type Store } from './store/names.ts';

/** A column as its dataset calls it and as the table at hand does. */
export interface PlacedColumn {
  readonly name: string;
  readonly stored: string;
  /** The engine's name of the type. */
  readonly type: string;
}

/** A table that holds rows of a dataset: the live one, one that was replaced or dropped, or removed rows. */
export interface RowPlace {
  readonly kind: 'live' | 'replaced' | 'history';
  readonly schema: string;
  readonly name: string;
  readonly generation: number;
  readonly table: Sql;
  readonly columns: readonly PlacedColumn[];
}

/** Every table that holds rows of datasets, those of former versions and dropped datasets included. */
export async function readRowPlaces(session: Session, store: Store): Promise<readonly RowPlace[]> {
  const found = await queryRows(
    session,
    sql`SELECT d.schema_name, d.table_name, d.dropped, g.generation_id, g.history AND NOT g.lost AS history, g.ended,
  g.hidden_schema, g.hidden_table, (
    SELECT arg_max(columns, snapshot_id)
    FROM ${metadata(store, 'shape')} AS shape
    WHERE shape.generation_id = g.generation_id
  ) AS columns
FROM ${metadata(store, 'generation')} AS g
JOIN ${metadata(store, 'dataset')} AS d ON d.dataset_id = g.dataset_id
ORDER BY d.dataset_id, g.generation_id`,
  );
  const places: RowPlace[] = [];
  for (const row of found) {
    const generation = integer(row.generation_id);
    const dataset = { schema: text(row.schema_name), name: text(row.table_name), generation };
    const add = async (kind: RowPlace['kind'], table: Sql, nameOf: (stored: string) => string | undefined) => {
      const columns = (await describeColumns(session, table)).flatMap(({ name: stored, type }) => {
        const name = nameOf(stored);
        return name === undefined ? [] : [{ name, stored, type }];
      });
      places.push({ ...dataset, kind, table, columns });
    };
    if (row.hidden_table !== null) {
      const hidden = projectTable(store, text(row.hidden_schema), text(row.hidden_table));
      await add('replaced', relation(hidden), (stored) => stored);
    } else if (row.ended === null && row.dropped !== true) {
      await add('live', relation(projectTable(store, dataset.schema, dataset.name)), (stored) => stored);
    }
    if (row.history !== true) continue;
    const names = new Map(columnsFrom(row.columns).map(({ id, name }) => [`c${id}`, name]));
    await add('history', historyTable(store, generation), (stored) => names.get(stored));
  }
  return places;
}
