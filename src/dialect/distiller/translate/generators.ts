import { joinSql, literal, type Sql, sql } from '../../../core/sql.ts';
import type { Generated, GeneratorEntry } from '../functions/contract.ts';
import type { CallExpression, NamePart } from '../syntax/expression.ts';
import type { LateralView } from '../syntax/query.ts';
import { functionCall } from './calls.ts';
import { type Context, faultAt } from './context.ts';
import type { Source } from './source.ts';
import { nameSql } from './operand.ts';
import type { Scope, ScopeRelation } from './scope.ts';
import type { DataType } from './typed.ts';

/** The entry of a call that makes rows. */
export function generatorOf(call: CallExpression, context: Context): GeneratorEntry | undefined {
  const entry = context.function(call.name);
  return entry?.kind === 'generator' ? entry : undefined;
}

/** The rows of a generator as one list, and how its columns are read from an item of it. */
export interface Unnested {
  /** What `unnest` takes. */
  readonly list: Sql;
  readonly columns: readonly { readonly name: string; readonly type: DataType; readonly from: (item: Sql) => Sql }[];
}

export function translateGenerator(
  entry: GeneratorEntry,
  call: CallExpression,
  outer: boolean,
  scope: Scope,
  context: Context,
): Unnested {
  const [least, most] = entry.arity;
  if (call.arguments.length < least || call.arguments.length > most) {
    throw faultAt(context, call.span, `“${call.name}” is written ${entry.signature}.`);
  }
  const generated = entry.translate(functionCall(call, scope, context));
  const list = generated.values ?? generated.rows;
  return {
    list: outer || entry.outer ? sql`CASE WHEN len(${list}) > 0 THEN ${list} ELSE [NULL] END` : list,
    columns: columnsOf(generated),
  };
}

function columnsOf({ values, columns }: Generated): Unnested['columns'] {
  return columns.map(({ name, type }) => ({
    name,
    type,
    from: values === undefined ? (item) => sql`${item}.${nameSql(name)}` : (item) => item,
  }));
}

/** Columns under the names given for them; none or exactly as many as there are columns. */
export function namedColumns(
  unnested: Unnested,
  names: readonly NamePart[],
  call: CallExpression,
  context: Context,
): Unnested['columns'] {
  const { columns } = unnested;
  if (names.length === 0) return columns;
  if (names.length !== columns.length) {
    throw faultAt(
      context,
      call.span,
      `“${call.name}” gives ${columns.length} columns, and ${names.length} names are given for them.`,
    );
  }
  return columns.map((column, index) => ({ ...column, name: names[index]?.text ?? column.name }));
}

/** FROM with a LATERAL VIEW added. */
export function withLateralView(
  source: Source | undefined,
  view: LateralView,
  beside: Scope,
  context: Context,
): Source {
  const entry = generatorOf(view.call, context);
  if (entry === undefined)
    throw faultAt(
      context,
      view.call.span,
      `“${view.call.name}” makes no rows.`,
      'LATERAL VIEW takes explode, posexplode, inline, stack or json_tuple.',
    );
  const scope: Scope = { ...beside, relations: source?.relations ?? [] };
  const unnested = translateGenerator(entry, view.call, view.outer, scope, context);
  const columns = namedColumns(unnested, view.columns, view.call, context);
  return withRows(source, unnested.list, (item) => viewRelation(view, columns, item), context);
}

/** FROM with each row once for every item of a list; `relation` names what is read from the item. */
export function withRows(
  source: Source | undefined,
  list: Sql,
  relation: (item: Sql) => ScopeRelation,
  context: Context,
): Source {
  const item = context.freshName('row');
  const [base, ...others] = source?.relations ?? [];
  const alias = others.every(({ made }) => made === true) ? base?.alias : undefined;
  if (source === undefined || base === undefined) {
    return { sql: sql`(SELECT unnest(${list}) AS ${nameSql(item)})`, relations: [relation(nameSql(item))] };
  }
  if (alias === undefined) {
    const table = context.freshName('view');
    return {
      sql: sql`${source.sql},\nLATERAL (SELECT unnest(${list}) AS ${nameSql(item)}) AS ${nameSql(table)}`,
      relations: [...source.relations, relation(sql`${nameSql(table)}.${nameSql(item)}`)],
    };
  }
  const whole = nameSql(alias);
  return {
    sql: sql`(\nSELECT *, unnest(${list}) AS ${nameSql(item)}\nFROM ${source.sql}\n) AS ${whole}`,
    relations: [
      { ...base, hidden: [...(base.hidden ?? []), item] },
      ...others,
      relation(sql`${whole}.${nameSql(item)}`),
    ],
  };
}

function viewRelation(view: LateralView, columns: Unnested['columns'], item: Sql): ScopeRelation {
  return {
    alias: view.table?.text,
    path: [],
    made: true,
    columns: columns.map(({ name, type, from }) => ({ name, type, sql: from(item) })),
  };
}

/** `[a, b]` of SQL. */
export const listSql = (items: readonly Sql[]): Sql => sql`[${joinSql(items, ', ')}]`;

/** `{'name': value, …}` of SQL. */
export const structSql = (fields: readonly (readonly [name: string, value: Sql])[]): Sql =>
  sql`{${joinSql(
    fields.map(([name, value]) => sql`${literal(name)}: ${value}`),
    ', ',
  )}}`;
