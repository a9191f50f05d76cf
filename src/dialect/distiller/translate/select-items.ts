import { joinSql, type Sql, sql } from '../../../core/sql.ts';
import type { StarExpression } from '../syntax/expression.ts';
import type { SelectItem } from '../syntax/query.ts';
import { type Context, faultAt } from './context.ts';
import { nameSql } from './operand.ts';
import { outputName } from './output-name.ts';
import { rowAsStruct } from './row.ts';
import { columnOf, type Scope, type ScopeRelation } from './scope.ts';
import { type KnownColumn, type Typed, typed } from './typed.ts';

/** One item of a SELECT list, translated. */
export interface TranslatedItem {
  /** As it stands in the list, with its alias. */
  readonly sql: Sql;
  /** `undefined` for a star over columns that are not known. */
  readonly columns: readonly KnownColumn[] | undefined;
}

/** Names a value as Spark would where no alias is given; nothing is written where the engine gives that name by itself. */
export function translateItem(item: SelectItem, scope: Scope, context: Context): TranslatedItem {
  if (item.value.kind === 'star') return translateStar(item.value, scope, context);
  const value = context.expression(rowAsStruct(item.value), scope);
  return namedItem(value, item.alias?.text ?? outputName(item.value, context.source), item.alias !== undefined, scope);
}

/** A column by its own name needs no alias; a field of a struct does, or ORDER BY could not name it. */
function namedItem(value: Typed, name: string, said: boolean, { relations }: Scope): TranslatedItem {
  const written = nameSql(name).text;
  const ways = [written, ...relations.map(({ alias = '' }) => `${nameSql(alias).text}.${written}`)];
  const natural = !said && ways.includes(value.sql.text);
  return { sql: natural ? value.sql : sql`${value.sql} AS ${nameSql(name)}`, columns: [{ name, type: value.type }] };
}

/** `*` and `t.*`: as they are where the engine sees the same columns, written out where we made some of our own. */
function translateStar(star: StarExpression, scope: Scope, context: Context): TranslatedItem {
  const relations = starRelations(star, scope, context);
  if (relations === undefined) return expandStruct(star, scope, context);
  const excepted = new Set(star.except.map(({ text }) => text.toLowerCase()));
  const plain = relations.every(
    ({ made, packed, hidden, columns }) =>
      made !== true &&
      packed !== true &&
      hidden === undefined &&
      columns?.every((column) => column.sql === undefined) !== false,
  );
  const known = relations.every(({ columns }) => columns !== undefined);
  const columns = known
    ? shownColumns(relations, scope).filter(({ name }) => !excepted.has(name.toLowerCase()))
    : undefined;
  if (columns === undefined || (plain && scope.merged === undefined)) {
    const qualifier =
      star.qualifier.length === 0
        ? sql``
        : sql`${joinSql(
            star.qualifier.map(({ text }) => nameSql(text)),
            '.',
          )}.`;
    const left = [...star.except.map(({ text }) => text), ...relations.flatMap(({ hidden = [] }) => hidden)];
    const exclude = left.length === 0 ? sql`` : sql` EXCLUDE (${joinSql(left.map(nameSql), ', ')})`;
    return { sql: sql`${qualifier}*${exclude}`, columns };
  }
  const written = columns.map((column) => namedItem(typed(column.read, column.type), column.name, false, scope).sql);
  return { sql: joinSql(written, ', '), columns };
}

/** The tables whose columns a star stands for; `undefined` where it stands for the fields of a struct. */
export function starRelations(
  { qualifier, span }: StarExpression,
  scope: Scope,
  context: Context,
): readonly ScopeRelation[] | undefined {
  if (qualifier.length === 0) return scope.relations;
  const last = qualifier.at(-1)?.text.toLowerCase();
  const found = scope.relations.filter(({ alias }) => alias?.toLowerCase() === last);
  if (found.length > 0) return found;
  const [head] = qualifier;
  const isColumn =
    head !== undefined && scope.relations.some((relation) => columnOf(relation, head.text) !== undefined);
  if (isColumn) return undefined;
  throw faultAt(
    context,
    span,
    `There is no table “${qualifier.map(({ text }) => text).join('.')}” in FROM.`,
    undefined,
    'sql-name',
  );
}

/** `struct_column.*` gives a column for each field. */
function expandStruct({ qualifier, span }: StarExpression, scope: Scope, context: Context): TranslatedItem {
  const value = context.expression({ kind: 'name', span, parts: qualifier }, scope);
  if (value.type.kind !== 'struct') throw faultAt(context, span, 'Only tables and structs can stand before “.*”.');
  const fields = value.type.fields.map(({ name, type }) => ({ name, type }));
  return {
    sql: joinSql(
      fields.map(({ name }) => sql`${value.sql}.${nameSql(name)}`),
      ', ',
    ),
    columns: fields,
  };
}

interface ShownColumn extends KnownColumn {
  readonly read: Sql;
  /** What it is qualified by, unless USING has merged it. */
  readonly alias: string | undefined;
}

/** Columns in the order of FROM; those that USING merged come once, first. */
export function shownColumns(relations: readonly ScopeRelation[], { merged = [] }: Scope): readonly ShownColumn[] {
  const seen = new Set<string>();
  const all = relations.flatMap(({ alias, columns = [], hidden = [] }) =>
    columns
      .filter(({ name }) => !hidden.includes(name))
      .map((column) => {
        const isMerged = merged.includes(column.name.toLowerCase());
        const own = nameSql(column.name);
        const read = column.sql ?? (isMerged || alias === undefined ? own : sql`${nameSql(alias)}.${own}`);
        return { ...column, read, isMerged, alias: isMerged ? undefined : alias };
      }),
  );
  const first = all.filter(
    ({ name, isMerged }) => isMerged && !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()),
  );
  return [...first, ...all.filter(({ isMerged }) => !isMerged)];
}
