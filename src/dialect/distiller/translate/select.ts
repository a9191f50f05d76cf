import { joinSql, type Sql, sql } from '../../../core/sql.ts';
import { callsAdobeFunction } from '../adobe/functions.ts';
import type { SortItem } from '../syntax/expression.ts';
import type { FromItem, Select } from '../syntax/query.ts';
import { walk } from '../syntax/walk.ts';
import { asCondition } from './coerce.ts';
import type { Context, TranslatedQuery } from './context.ts';
import { translateFrom } from './from.ts';
import type { Source } from './source.ts';
import { withLateralView } from './generators.ts';
import { expressionKey } from './expression-key.ts';
import { groupedExpressions, translateGroupBy } from './group-by.ts';
import { createLifting } from './lifting.ts';
import { nameSql } from './operand.ts';
import type { Scope } from './scope.ts';
import { rowMaker, spreadRows } from './select-generator.ts';
import { type TranslatedItem, translateItem } from './select-items.ts';
import { namingWindow, withTimeWindow } from './time-window.ts';
import { type DataType, type KnownColumn, unknownType } from './typed.ts';
import { translateSort } from './window.ts';

/** A SELECT with its ORDER BY; `tail` is LIMIT and OFFSET. */
export function translateSelect(
  select: Select,
  orderBy: readonly SortItem[],
  tail: Sql,
  outer: Scope,
  context: Context,
): TranslatedQuery {
  if (select.hint !== undefined)
    context.notices.push({ span: select.hint, message: 'Hints tell a cluster how to work: here they do nothing.' });
  const windows = new Map([
    ...outer.windows,
    ...select.windows.map(({ name, window }) => [name.text.toLowerCase(), window] as const),
  ]);
  const tables = translateSource(select, outer, context);
  const read = scopeOf(tables, outer, windows);
  const filter = select.where === undefined ? undefined : asCondition(context.expression(select.where, read));
  const { source, where, window } = withTimeWindow(select, tables, filter, read, context);
  const base = window === undefined ? read : scopeOf(source, outer, windows);
  const lifting = callsAdobeFunction(select.items) ? createLifting(source, where, select, context) : undefined;
  const lifted: Scope = lifting === undefined ? base : { ...base, relations: lifting.relations, lift: lifting.lift };
  const scope: Scope = {
    ...namingWindow(lifted, window, select),
    ...(select.groupBy !== undefined && { groupedBy: groupedExpressions(select.groupBy) }),
  };
  const maker = rowMaker(select, context);
  const items = maker === undefined ? translateItems(select, scope, context) : [];
  const spread = maker === undefined ? undefined : spreadRows(select, maker, scope, context);
  const columns = spread?.columns ?? columnsOf(items);
  const grouped = groupedScope(scope, columns);
  const from = lifting === undefined ? fromSql(source, where) : lifting.from();
  const clauses = [
    spread?.inner ?? sql`SELECT ${distinct(select)}${itemsSql(items)}`,
    ...from,
    ...(select.groupBy === undefined ? [] : [sql`GROUP BY ${translateGroupBy(select.groupBy, grouped, context)}`]),
    ...havingSql(select, grouped, context),
  ];
  const body = joinSql(clauses, '\n');
  const whole = spread === undefined ? body : spread.wrap(body, distinct(select));
  const filtered = havingAlone(select, context) ? filteredSql(whole, select, columns, outer, context) : whole;
  return {
    sql: sql`${filtered}${sortSql(orderBy, select, spread === undefined ? scope : undefined, columns, outer, context)}${tail}`,
    columns,
  };
}

function scopeOf(source: Source | undefined, outer: Scope, windows: Scope['windows']): Scope {
  return {
    ...outer,
    relations: source?.relations ?? [],
    outer: outer.outer,
    windows,
    ...(source?.merged !== undefined && source.merged.length > 0 && { merged: source.merged }),
  };
}

const distinct = (select: Select): Sql => (select.distinct ? sql`DISTINCT ` : sql``);

function translateSource(select: Select, outer: Scope, context: Context): Source | undefined {
  const beside: Scope = { ...outer, relations: [] };
  const joined = select.from.reduce<Source | undefined>(
    (left, item) => addItem(left, item, beside, context),
    undefined,
  );
  return select.lateralViews.reduce((source, view) => withLateralView(source, view, beside, context), joined);
}

function addItem(left: Source | undefined, item: FromItem, beside: Scope, context: Context): Source {
  const source = translateFrom(item, { ...beside, relations: left?.relations ?? [] }, context);
  if (left === undefined) return source;
  return {
    sql: sql`${left.sql},\n${source.sql}`,
    relations: [...left.relations, ...source.relations],
    merged: [...(left.merged ?? []), ...(source.merged ?? [])],
  };
}

function fromSql(source: Source | undefined, where: Sql | undefined): Sql[] {
  return [
    ...(source === undefined ? [] : [sql`FROM ${source.sql}`]),
    ...(where === undefined ? [] : [sql`WHERE ${where}`]),
  ];
}

/** Items in order; each may use the aliases before it. */
function translateItems({ items }: Select, scope: Scope, context: Context): readonly TranslatedItem[] {
  const aliases = new Map<string, DataType>(scope.aliases);
  return items.map((item) => {
    const translated = translateItem(item, { ...scope, aliases: new Map(aliases) }, context);
    if (item.alias !== undefined)
      aliases.set(item.alias.text.toLowerCase(), translated.columns?.[0]?.type ?? unknownType);
    return translated;
  });
}

function itemsSql(items: readonly TranslatedItem[]): Sql {
  const pieces = items.map((item) => item.sql);
  const length = pieces.reduce((sum, piece) => sum + piece.text.length + 2, 0);
  return pieces.length > 1 && length > 90 ? sql`\n  ${joinSql(pieces, ',\n  ')}` : joinSql(pieces, ', ');
}

function columnsOf(items: readonly TranslatedItem[]): readonly KnownColumn[] | undefined {
  const all: KnownColumn[] = [];
  for (const { columns } of items) {
    if (columns === undefined) return undefined;
    all.push(...columns);
  }
  return all;
}

/** GROUP BY and HAVING see the columns of FROM first, then the names given in the SELECT list. */
function groupedScope(scope: Scope, columns: readonly KnownColumn[] | undefined): Scope {
  const aliases = (columns ?? []).map(({ name, type }) => [name.toLowerCase(), type] as const);
  return { ...scope, aliases: new Map([...scope.aliases, ...aliases]) };
}

/** HAVING without groups: with an aggregate it filters the one group of all rows, else the rows themselves. */
const havingAlone = (select: Select, context: Context): boolean =>
  select.having !== undefined && select.groupBy === undefined && !hasAggregate(select, context);

function hasAggregate({ items, having }: Select, context: Context): boolean {
  let found = false;
  walk([items, having], (node) => {
    if (node.kind === 'call' && 'name' in node && !('over' in node)) {
      found ||= context.function(String(node.name))?.kind === 'aggregate';
    }
    return !found && node.kind !== 'subquery';
  });
  return found;
}

function havingSql(select: Select, scope: Scope, context: Context): Sql[] {
  const having =
    select.having === undefined || havingAlone(select, context)
      ? []
      : [sql`HAVING ${asCondition(context.expression(select.having, scope))}`];
  return select.qualify === undefined
    ? having
    : [...having, sql`QUALIFY ${asCondition(context.expression(select.qualify, scope))}`];
}

/** HAVING over no groups filters what the SELECT list gave. */
function filteredSql(
  body: Sql,
  { having }: Select,
  columns: readonly KnownColumn[] | undefined,
  outer: Scope,
  context: Context,
): Sql {
  if (having === undefined) return body;
  const scope: Scope = { ...outer, relations: [{ alias: undefined, path: [], columns }] };
  return sql`SELECT *\nFROM (\n${body}\n)\nWHERE ${asCondition(context.expression(having, scope))}`;
}

/** ORDER BY sees the output's names first, then the columns of FROM. */
function sortSql(
  items: readonly SortItem[],
  select: Select,
  scope: Scope | undefined,
  columns: readonly KnownColumn[] | undefined,
  outer: Scope,
  context: Context,
): Sql {
  if (items.length === 0) return sql``;
  const output = {
    alias: undefined,
    path: [],
    columns: columns?.map((column) => ({ ...column, sql: outputSql(column) })),
  };
  const relations = scope === undefined || select.distinct ? [output] : [output, ...scope.relations];
  const within: Scope = { ...(scope ?? outer), relations };
  const sorted = items.map((item) => translateSort(bySelectItem(item, select), within, context));
  return sql`\nORDER BY ${joinSql(sorted, ', ')}`;
}

/** In ORDER BY the engine takes the first part of `a.b` for a table, unless there are brackets round it. */
function outputSql({ name, type }: KnownColumn): Sql {
  return type.kind === 'struct' ? sql`(${nameSql(name)})` : nameSql(name);
}

/** An expression that stands in the SELECT list too is named by its column there. */
function bySelectItem(item: SortItem, { items }: Select): SortItem {
  if (item.value.kind === 'name' || item.value.kind === 'number') return item;
  const key = expressionKey(item.value);
  const same = items.find(
    ({ value, alias, aliases }) => alias !== undefined && aliases === undefined && expressionKey(value) === key,
  );
  if (same?.alias === undefined) return item;
  return { ...item, value: { kind: 'name', span: item.value.span, parts: [same.alias] } };
}
