import { identifier, type Sql, sql } from '../core/sql.ts';
import type { TableItem } from '../dialect/distiller/syntax/query.ts';
import { faultAt } from '../dialect/distiller/translate/context.ts';
import type { Place } from './place.ts';
import { relationName } from './relation-name.ts';

/** The newest sample of a table, for `t WITHAPPROXIMATE`. */
export function sampleOf(item: TableItem, place: Place): Sql {
  const name = relationName(item.name).join('.').toLowerCase();
  const newest = place.state.samples.findLast(({ table }) => table.toLowerCase() === name);
  if (newest !== undefined) return sql`SELECT *\nFROM temp.main.${identifier(newest.id)}`;
  throw faultAt(
    place,
    item.span,
    `There is no sample of “${name}”.`,
    `Take one first: ANALYZE TABLE ${name} TABLESAMPLE SAMPLERATE 10.`,
  );
}
