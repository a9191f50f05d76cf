import { isCancelled } from '../core/error.ts';
import type { Sql } from '../core/sql.ts';
import { identifier, joinSql, sql } from '../core/sql.ts';
import type { KnownColumn } from '../dialect/distiller/translate/typed.ts';
import { parseType } from '../dialect/type-tree.ts';
import type { Place } from './place.ts';
import type { Preview } from './preview.ts';

/** The columns of what stands in FROM; `undefined` when it cannot be read, which running the statement then explains. */
export async function describeRelation(
  source: Sql,
  { session, options, preview }: Place,
): Promise<readonly KnownColumn[] | undefined> {
  const query = session.run(
    sql`${made(preview)}SELECT *\nFROM ${source}\nLIMIT 0`.text,
    options.signal === undefined ? {} : { signal: options.signal },
  );
  try {
    const columns = await query.columns;
    while ((await query.next()) !== undefined) continue;
    return columns.map(({ name, sqlType }) => ({ name, type: parseType(sqlType) }));
  } catch (error) {
    if (isCancelled(error)) throw error;
    return undefined;
  } finally {
    await query.close();
  }
}

/** What statements before this one would have made, where all of them are only shown. */
function made(preview: Preview | undefined): Sql {
  if (preview === undefined || preview.relations.size === 0) return sql``;
  const tables = [...preview.relations].map(
    ([name, query]) => sql`${identifier(name)} AS NOT MATERIALIZED (\n${query}\n)`,
  );
  return sql`WITH ${joinSql(tables, ',\n')}\n`;
}
