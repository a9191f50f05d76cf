import { joinSql, type Sql, sql } from '../../../core/sql.ts';
import type { GroupBy, GroupElement } from '../syntax/query.ts';
import type { Context } from './context.ts';
import type { Scope } from './scope.ts';

/** What stands behind GROUP BY; `WITH ROLLUP` and `WITH CUBE` are written the newer way. */
export function translateGroupBy({ all, elements, with: kind }: GroupBy, scope: Scope, context: Context): Sql {
  if (all) return sql`ALL`;
  const items = joinSql(
    elements.map((element) => groupElement(element, scope, context)),
    ', ',
  );
  if (kind === undefined) return items;
  return kind === 'rollup' ? sql`ROLLUP (${items})` : sql`CUBE (${items})`;
}

const words = { rollup: sql`ROLLUP`, cube: sql`CUBE`, 'grouping-sets': sql`GROUPING SETS` } as const;

function groupElement(element: GroupElement, scope: Scope, context: Context): Sql {
  switch (element.kind) {
    case 'expression':
      return context.expression(element.value, scope).sql;
    case 'set':
      return sql`(${joinSql(
        element.items.map((item) => context.expression(item, scope).sql),
        ', ',
      )})`;
    default:
      return sql`${words[element.kind]} (${joinSql(
        element.elements.map((inner) => groupElement(inner, scope, context)),
        ', ',
      )})`;
  }
}
