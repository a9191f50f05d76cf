import { isCancelled } from '../core/error.ts';
import type { Sql } from '../core/sql.ts';
import { sql } from '../core/sql.ts';
import type { KnownColumn } from '../dialect/distiller/translate/typed.ts';
import { parseType } from '../dialect/type-tree.ts';
import type { Place } from './place.ts';

/** The columns of what stands in FROM; `undefined` when it cannot be read, which running the statement then explains. */
export async function describeRelation(
  source: Sql,
  { session, options }: Place,
): Promise<readonly KnownColumn[] | undefined> {
  const query = session.run(
    sql`SELECT *\nFROM ${source}\nLIMIT 0`.text,
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
