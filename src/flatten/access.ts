import { StillhouseError } from '../core/error.ts';
import { type Sql, sql } from '../core/sql.ts';
import { nameSql } from '../sql/name-sql.ts';
import type { NestedPath } from './paths.ts';

/** A list that was turned into rows, and the column with its items. */
export interface Unfolded {
  readonly list: NestedPath;
  readonly item: Sql;
}

/** The value of a path in rows that lists were turned into. Fails when it lies in one that was not. */
export function valueSql({ steps, label, lists }: NestedPath, unfolded: readonly Unfolded[]): Sql {
  const home = unfolded.findLast(({ list }) => lists.some((outer) => outer.label === list.label));
  const rest = steps.slice(home === undefined ? 0 : home.list.steps.length + 1);
  const fields = rest.flatMap((step) => (step.kind === 'field' ? [nameSql(step.name)] : []));
  if (fields.length < rest.length) {
    throw new StillhouseError('input-invalid', `"${label}" has many values in each row.`, {
      remedy: `Turn the list "${lists.at(-1)?.label ?? ''}" into rows, or leave this column out.`,
    });
  }
  return dotted(home === undefined ? fields : [home.item, ...fields]);
}

/** Parts with points between them. */
export function dotted(parts: readonly Sql[]): Sql {
  return parts.reduce((whole, part) => sql`${whole}.${part}`);
}
