import { joinSql, literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import type { SortItem } from '../syntax/expression.ts';
import type { FrameBound, WindowFrame, WindowSpecification } from '../syntax/query.ts';
import { type Context, faultAt } from './context.ts';
import type { Scope } from './scope.ts';

/** A window taken apart into SQL. */
export interface TranslatedWindow {
  readonly partitionBy: readonly Sql[];
  readonly orderBy: readonly Sql[];
  readonly frame: Sql | undefined;
}

/** Sorts as Spark does: NULLs come first ascending and last descending, unless it is said otherwise. */
export function translateSort({ value, descending, nulls }: SortItem, scope: Scope, context: Context): Sql {
  const place = nulls ?? (descending ? 'last' : 'first');
  return sql`${context.expression(value, scope).sql}${descending ? sql` DESC` : sql``} NULLS ${rawSql(place.toUpperCase())}`;
}

export function translateWindow(window: WindowSpecification, scope: Scope, context: Context): TranslatedWindow {
  const base = window.name === undefined ? undefined : namedWindow(window.name.text, window, scope, context);
  const partitionBy = window.partitionBy.map((value) => context.expression(value, scope).sql);
  const orderBy = window.orderBy.map((item) => translateSort(item, scope, context));
  return {
    partitionBy: partitionBy.length > 0 ? partitionBy : (base?.partitionBy ?? []),
    orderBy: orderBy.length > 0 ? orderBy : (base?.orderBy ?? []),
    frame: window.frame === undefined ? base?.frame : translateFrame(window.frame, scope, context),
  };
}

function namedWindow(name: string, window: WindowSpecification, scope: Scope, context: Context): TranslatedWindow {
  const found = scope.windows.get(name.toLowerCase());
  if (found === undefined || found === window)
    throw faultAt(context, window.span, `There is no window “${name}” in this query.`, undefined, 'sql-name');
  return translateWindow(found, scope, context);
}

/** A window in brackets, as it stands behind OVER. */
export function windowSql({ partitionBy, orderBy, frame }: TranslatedWindow): Sql {
  const parts = [
    ...(partitionBy.length === 0 ? [] : [sql`PARTITION BY ${joinSql(partitionBy, ', ')}`]),
    ...(orderBy.length === 0 ? [] : [sql`ORDER BY ${joinSql(orderBy, ', ')}`]),
    ...(frame === undefined ? [] : [frame]),
  ];
  return sql`(${joinSql(parts, ' ')})`;
}

function translateFrame({ unit, start, end }: WindowFrame, scope: Scope, context: Context): Sql {
  const first = frameBound(start, scope, context);
  if (end === undefined) return sql`${rawSql(unit)} ${first}`;
  return sql`${rawSql(unit)} BETWEEN ${first} AND ${frameBound(end, scope, context)}`;
}

const fixedBounds = {
  'unbounded-preceding': sql`UNBOUNDED PRECEDING`,
  'unbounded-following': sql`UNBOUNDED FOLLOWING`,
  'current-row': sql`CURRENT ROW`,
} as const;

function frameBound(bound: FrameBound, scope: Scope, context: Context): Sql {
  if (bound.kind !== 'preceding' && bound.kind !== 'following') return fixedBounds[bound.kind];
  const side = rawSql(bound.kind.toUpperCase());
  const { value } = bound;
  if (value.kind === 'unary' && value.operator === '-' && value.value.kind === 'number') {
    const other = bound.kind === 'preceding' ? sql`FOLLOWING` : sql`PRECEDING`;
    return sql`${literal(Number(value.value.digits))} ${other}`;
  }
  return sql`${context.expression(value, scope).sql} ${side}`;
}
