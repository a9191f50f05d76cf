import { identifier, literal, type Sql, sql } from '../core/sql.ts';
import type { TableItem } from '../dialect/distiller/syntax/query.ts';
import { faultAt } from '../dialect/distiller/translate/context.ts';
import type { Place } from './place.ts';
import { plainName } from './relation-name.ts';

/** The newest sample of a table, for `t WITHAPPROXIMATE`. */
export function sampleOf(item: TableItem, place: Place): Sql {
  const name = plainName(item.name);
  const newest = place.state.samples.findLast(({ table }) => table.toLowerCase() === name.toLowerCase());
  if (newest !== undefined) return sql`SELECT *\nFROM temp.main.${identifier(newest.id)}`;
  throw faultAt(
    place,
    item.span,
    `There is no sample of “${name}”.`,
    `Take one first: ANALYZE TABLE ${name} TABLESAMPLE SAMPLERATE 10.`,
  );
}

/** Each row stays with the same chance, by a seed of its own: the same table gives the same sample again. */
export function takenSample(rows: Sql, percent: number, seed: number): Sql {
  return sql`SELECT *
FROM (
${rows}
) AS source
USING SAMPLE ${literal(percent)} PERCENT (bernoulli, ${literal(seed)})`;
}
