import { joinSql, type Sql, sql } from '../../../core/sql.ts';
import type { Select } from '../syntax/query.ts';
import { type Context, faultAt } from './context.ts';
import type { Source } from './source.ts';
import { nameSql } from './operand.ts';
import type { Scope, ScopeRelation } from './scope.ts';
import { type Typed, typed } from './typed.ts';

/** Values that windows of a SELECT need ready: they are computed one query level further in. */
export interface Lifting {
  readonly relations: readonly ScopeRelation[];
  readonly lift: NonNullable<Scope['lift']>;
  /** FROM and WHERE, once all items are translated. */
  from(): Sql[];
}

/**
 * Makes room for windows over windows. A single table keeps its alias; of several, each becomes a struct of its alias, so
 * that `a.x` reads the same inside and outside.
 */
export function createLifting(
  source: Source | undefined,
  where: Sql | undefined,
  select: Select,
  context: Context,
): Lifting {
  if (source === undefined)
    throw faultAt(context, select.span, 'Adobe-defined functions need a table: FROM is missing.');
  const lifted: { readonly name: string; readonly value: Sql }[] = [];
  const packed = source.relations.length > 1;
  if (packed) requireNames(source, select, context);
  const [only] = source.relations;
  const alias = packed ? undefined : (only?.alias ?? context.freshName('source'));
  const filter = where === undefined ? [] : [sql`WHERE ${where}`];
  const plain = [sql`FROM ${source.sql}`, ...filter];
  return {
    relations: packed
      ? source.relations.map((relation) => ({ ...relation, packed: true }))
      : source.relations.map((relation) => ({ ...relation, alias })),
    lift(value: Typed, stem: string): Typed {
      if (select.groupBy !== undefined) throw overGroups(select, context);
      const same = lifted.find((known) => known.value.text === value.sql.text);
      const name = same?.name ?? context.freshName(stem);
      if (same === undefined) lifted.push({ name, value: value.sql });
      return typed(nameSql(name), value.type);
    },
    from() {
      if (lifted.length === 0 && !packed) return plain;
      const whole = packed ? source.relations.map(({ alias: own }) => nameSql(own ?? '')) : [sql`*`];
      const values = [...whole, ...lifted.map(({ name, value }) => sql`${value} AS ${nameSql(name)}`)];
      const inner = joinSql([sql`SELECT\n  ${joinSql(values, ',\n  ')}`, ...plain], '\n');
      return [sql`FROM (\n${inner}\n)${alias === undefined ? sql`` : sql` AS ${nameSql(alias)}`}`];
    },
  };
}

const overGroups = (select: Select, context: Context) =>
  faultAt(
    context,
    select.span,
    'Sessions and attribution that expires are worked out before rows are grouped, and cannot stand beside GROUP BY.',
    'Group in a subquery first, or group what a subquery gives.',
  );

function requireNames(source: Source, select: Select, context: Context): void {
  const faulty = source.relations.find(
    ({ alias, columns, made }) => alias === undefined || columns === undefined || made === true,
  );
  if (faulty === undefined) return;
  throw faultAt(
    context,
    select.span,
    'Adobe-defined functions over several tables need a name for each of them.',
    'Join them in a subquery first: FROM (SELECT … ) AS events.',
  );
}
