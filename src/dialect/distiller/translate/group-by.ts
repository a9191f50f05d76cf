import { joinSql, type Sql, sql } from '../../../core/sql.ts';
import type { Expression } from '../syntax/expression.ts';
import type { GroupBy, GroupElement } from '../syntax/query.ts';
import type { Context } from './context.ts';
import { expressionKey } from './expression-key.ts';
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

/** The expressions that a GROUP BY names, each once, in their order. */
export function groupedExpressions({ elements }: GroupBy): readonly Expression[] {
  const named = new Map<string, Expression>();
  const add = (element: GroupElement): void => {
    if (element.kind === 'expression' || element.kind === 'set') {
      for (const item of element.kind === 'set' ? element.items : [element.value]) {
        const key = expressionKey(item);
        if (!named.has(key)) named.set(key, item);
      }
      return;
    }
    element.elements.forEach(add);
  };
  elements.forEach(add);
  return [...named.values()];
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
