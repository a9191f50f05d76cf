import { joinSql, type Sql, sql } from '../../../core/sql.ts';
import { nameSql } from './operand.ts';
import type { NamePart, SortItem } from '../syntax/expression.ts';
import type { Query, QueryBody, SetOperation } from '../syntax/query.ts';
import type { Context, TranslatedQuery } from './context.ts';
import { type CommonTableShape, emptyScope, type Scope } from './scope.ts';
import { translateSelect } from './select.ts';
import { type KnownColumn, unknownType } from './typed.ts';
import { translateValues } from './query-values.ts';
import { commonType } from './unify.ts';
import { translateSort } from './window.ts';

/** A query with its common tables, order and limit. `outer` is what an enclosing query lets it see. */
export function translateQuery(query: Query, outer: Scope | undefined, context: Context): TranslatedQuery {
  const tables = new Map(outer?.commonTables);
  const definitions: Sql[] = [];
  for (const { name, columns, query: body } of query.with) {
    const key = name.text.toLowerCase();
    if (query.recursive) tables.set(key, { columns: columns.length === 0 ? undefined : columns.map(unknownColumn) });
    const translated = translateQuery(body, visible(outer, tables), context);
    tables.set(key, renamed(translated.columns, columns));
    const list =
      columns.length === 0
        ? sql``
        : sql` (${joinSql(
            columns.map(({ text }) => nameSql(text)),
            ', ',
          )})`;
    definitions.push(sql`${nameSql(name.text)}${list} AS (\n${translated.sql}\n)`);
  }
  if (query.placement !== undefined) {
    context.notices.push({
      span: query.placement,
      message: 'SORT BY, CLUSTER BY and DISTRIBUTE BY place rows on a cluster: here they do nothing. Use ORDER BY.',
    });
  }
  const body = translateOrdered(query, visible(outer, tables), context);
  if (definitions.length === 0) return body;
  const recursive = query.recursive ? sql`RECURSIVE ` : sql``;
  return { ...body, sql: sql`WITH ${recursive}${joinSql(definitions, ',\n')}\n${body.sql}` };
}

const unknownColumn = ({ text }: NamePart): KnownColumn => ({ name: text, type: unknownType });

const visible = (outer: Scope | undefined, commonTables: ReadonlyMap<string, CommonTableShape>): Scope => ({
  ...emptyScope,
  outer,
  commonTables,
});

function renamed(columns: readonly KnownColumn[] | undefined, names: readonly NamePart[]): CommonTableShape {
  if (names.length === 0) return { columns };
  return { columns: names.map(({ text }, index) => ({ name: text, type: columns?.[index]?.type ?? unknownType })) };
}

function translateOrdered(query: Query, outer: Scope, context: Context): TranslatedQuery {
  const tail = limitSql(query, outer, context);
  if (query.body.kind === 'select') return translateSelect(query.body, query.orderBy, tail, outer, context);
  const body = translateBody(query.body, outer, context);
  const order = orderSql(query.orderBy, body.columns, outer, context);
  return { ...body, sql: sql`${body.sql}${order}${tail}` };
}

/** ORDER BY where only the output can be named. */
export function orderSql(
  items: readonly SortItem[],
  columns: readonly KnownColumn[] | undefined,
  outer: Scope,
  context: Context,
): Sql {
  if (items.length === 0) return sql``;
  const scope: Scope = { ...outer, relations: [{ alias: undefined, path: [], columns }] };
  return sql`\nORDER BY ${joinSql(
    items.map((item) => translateSort(item, scope, context)),
    ', ',
  )}`;
}

function limitSql({ limit, offset }: Query, outer: Scope, context: Context): Sql {
  const count = limit === undefined ? sql`` : sql`\nLIMIT ${context.expression(limit, outer).sql}`;
  return offset === undefined ? count : sql`${count}\nOFFSET ${context.expression(offset, outer).sql}`;
}

function translateBody(body: QueryBody, outer: Scope, context: Context): TranslatedQuery {
  switch (body.kind) {
    case 'select':
      return translateSelect(body, [], sql``, outer, context);
    case 'nested': {
      const inner = translateQuery(body.query, outer, context);
      return { ...inner, sql: sql`(\n${inner.sql}\n)` };
    }
    case 'set':
      return translateSet(body, outer, context);
    case 'values':
      return translateValues(body, outer, context);
    case 'table':
      return translateQuery(tableQuery(body.name, body.span), outer, context);
  }
}

/** `TABLE t` is `SELECT * FROM t`. */
function tableQuery(name: readonly NamePart[], span: Query['span']): Query {
  const star = { kind: 'star', span, qualifier: [], except: [] } as const;
  return {
    span,
    with: [],
    recursive: false,
    orderBy: [],
    body: {
      kind: 'select',
      span,
      distinct: false,
      items: [{ span, value: star }],
      from: [{ kind: 'table', span, name, columns: [] }],
      lateralViews: [],
      windows: [],
    },
  };
}

function translateSet({ operator, all, left, right }: SetOperation, outer: Scope, context: Context): TranslatedQuery {
  const [first, second] = [translateBody(left, outer, context), translateBody(right, outer, context)];
  const word = sql`${{ UNION: sql`UNION`, INTERSECT: sql`INTERSECT`, EXCEPT: sql`EXCEPT` }[operator]}${all ? sql` ALL` : sql``}`;
  const columns = first.columns?.map(({ name, type }, index) => ({
    name,
    type: commonType(type, second.columns?.[index]?.type ?? unknownType),
  }));
  return { sql: sql`${first.sql}\n${word}\n${second.sql}`, columns };
}
