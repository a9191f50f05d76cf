import { joinSql, type Sql, sql } from '../../../../core/sql.ts';
import type { AggregateModifiers } from '../contract.ts';

/** `name([DISTINCT] a, b [ORDER BY …]) [WITHIN GROUP (ORDER BY …)] [FILTER (WHERE …)] [OVER …]`. */
export function aggregateSql(name: Sql, values: readonly Sql[], modifiers: AggregateModifiers, group?: Sql): Sql {
  const { distinct, filter, orderBy, over } = modifiers;
  const inside = sql`${distinct ? sql`DISTINCT ` : sql``}${joinSql(values, ', ')}${orderBy === undefined ? sql`` : sql` ORDER BY ${orderBy}`}`;
  const where = filter === undefined ? sql`` : sql` FILTER (WHERE ${filter})`;
  const within = group === undefined ? sql`` : sql` WITHIN GROUP (ORDER BY ${group})`;
  return sql`${name}(${inside})${within}${where}${over === undefined ? sql`` : sql` OVER ${over}`}`;
}

/** The same modifiers over those rows alone for which a condition holds as well. */
export function withCondition(modifiers: AggregateModifiers, condition: Sql): AggregateModifiers {
  const { filter } = modifiers;
  return { ...modifiers, filter: filter === undefined ? condition : sql`(${filter}) AND (${condition})` };
}
