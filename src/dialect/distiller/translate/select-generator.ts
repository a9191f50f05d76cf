import { joinSql, type Sql, sql } from '../../../core/sql.ts';
import type { GeneratorEntry } from '../functions/contract.ts';
import type { CallExpression } from '../syntax/expression.ts';
import type { Select, SelectItem } from '../syntax/query.ts';
import { type Context, faultAt } from './context.ts';
import { generatorOf, namedColumns, translateGenerator } from './generators.ts';
import { nameSql } from './operand.ts';
import type { Scope } from './scope.ts';
import { translateItem } from './select-items.ts';
import type { KnownColumn } from './typed.ts';

/** The item of a SELECT list that makes rows. */
export interface RowMaker {
  readonly item: SelectItem;
  readonly call: CallExpression;
  readonly entry: GeneratorEntry;
}

/** Finds it; a second one is refused, as Spark refuses it. */
export function rowMaker({ items, groupBy }: Select, context: Context): RowMaker | undefined {
  const found = items.flatMap((item): RowMaker[] => {
    const { value } = item;
    const entry = value.kind === 'call' ? generatorOf(value, context) : undefined;
    return value.kind === 'call' && entry !== undefined ? [{ item, call: value, entry }] : [];
  });
  const [first, second] = found;
  if (second !== undefined)
    throw faultAt(
      context,
      second.call.span,
      'A SELECT list can have one function that makes rows.',
      'Use LATERAL VIEW for the second.',
    );
  if (first !== undefined && groupBy !== undefined) {
    throw faultAt(
      context,
      first.call.span,
      `“${first.call.name}” cannot stand beside GROUP BY.`,
      'Make the rows in a subquery, and group outside it.',
    );
  }
  return first;
}

export interface SpreadRows {
  /** SELECT with the rows as one more column. */
  readonly inner: Sql;
  readonly columns: readonly KnownColumn[] | undefined;
  /** Puts the outer SELECT round it. */
  wrap(body: Sql, distinct: Sql): Sql;
}

/** A SELECT whose rows are multiplied: inside, each row with what `unnest` makes of it; outside, its columns by name. */
export function spreadRows(
  select: Select,
  { item: making, call, entry }: RowMaker,
  scope: Scope,
  context: Context,
): SpreadRows {
  const unnested = translateGenerator(entry, call, false, scope, context);
  const names = making.aliases ?? (making.alias === undefined ? [] : [making.alias]);
  const made = namedColumns(unnested, names, call, context);
  const row = context.freshName('row');
  const inner: Sql[] = [];
  const outer: Sql[] = [];
  const columns: KnownColumn[] = [];
  let known = true;
  for (const item of select.items) {
    if (item === making) {
      inner.push(sql`unnest(${unnested.list}) AS ${nameSql(row)}`);
      outer.push(...made.map(({ name, from }) => sql`${from(nameSql(row))} AS ${nameSql(name)}`));
      columns.push(...made);
      continue;
    }
    const translated = translateItem(item, scope, context);
    inner.push(translated.sql);
    if (translated.columns === undefined) {
      known = false;
      outer.push(sql`* EXCLUDE (${nameSql(row)})`);
    } else {
      outer.push(...translated.columns.map(({ name }) => nameSql(name)));
      columns.push(...translated.columns);
    }
  }
  return {
    inner: sql`SELECT ${joinSql(inner, ', ')}`,
    columns: known ? columns.map(({ name, type }) => ({ name, type })) : undefined,
    wrap: (body, distinct) => sql`SELECT ${distinct}${joinSql(outer, ', ')}\nFROM (\n${body}\n)`,
  };
}
