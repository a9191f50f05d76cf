import { fromSource, joinSql, literal, type Sql, sql } from '../../../core/sql.ts';
import type { NamePart } from '../syntax/expression.ts';
import type { FromItem, Join, TableItem, TableSample } from '../syntax/query.ts';
import { spanning } from '../syntax/span.ts';
import { asCondition } from './coerce.ts';
import { type Context, faultAt } from './context.ts';
import { functionSource } from './from-function.ts';
import type { Source } from './source.ts';
import { nameSql, operand } from './operand.ts';
import { translateValues } from './query-values.ts';
import { emptyScope, type Scope } from './scope.ts';
import { type KnownColumn, unknownType } from './typed.ts';

/** One item of a FROM clause. `beside` holds what lateral items may see. */
export function translateFrom(item: FromItem, beside: Scope, context: Context): Source {
  switch (item.kind) {
    case 'table':
      return tableSource(item, beside, context);
    case 'query': {
      const { sql: query, columns } = context.query(item.query, item.lateral ? beside : inside(beside));
      return derived(item.lateral ? sql`LATERAL (\n${query}\n)` : sql`(\n${query}\n)`, item, columns);
    }
    case 'values': {
      const { sql: query, columns } = translateValues(item.values, inside(beside), context);
      return derived(sql`(\n${query}\n)`, item, columns);
    }
    case 'function':
      return functionSource(item, beside, context);
    case 'join':
      return joinSource(item, beside, context);
  }
}

/** What a subquery in FROM sees: common tables and enclosing queries, not its neighbours. */
const inside = ({ outer, commonTables }: Scope): Scope => ({ ...emptyScope, outer, commonTables });

interface Alias {
  readonly alias?: NamePart;
  readonly columns: readonly NamePart[];
}

/** A query in brackets under its alias, with its columns renamed when new names are given. */
export function derived(
  query: Sql,
  { alias, columns: names }: Alias,
  columns: readonly KnownColumn[] | undefined,
): Source {
  const shown =
    names.length === 0
      ? columns
      : names.map(({ text }, index) => ({ name: text, type: columns?.[index]?.type ?? unknownType }));
  const list =
    names.length === 0
      ? sql``
      : sql`(${joinSql(
          names.map(({ text }) => nameSql(text)),
          ', ',
        )})`;
  return {
    sql: alias === undefined ? query : sql`${query} AS ${nameSql(alias.text)}${list}`,
    relations: [{ alias: alias?.text, path: [], columns: shown }],
  };
}

function tableSource(item: TableItem, beside: Scope, context: Context): Source {
  const path = item.name.map(({ text }) => text);
  const last = path.at(-1) ?? '';
  const common = path.length === 1 ? commonTable(last, beside) : undefined;
  if (common !== undefined) requireNoHistory(item, last, context);
  const table = common === undefined ? context.table(item) : undefined;
  const known = common ?? table;
  const override = table?.sql;
  const plain = fromSource(joinSql((table?.path ?? path).map(nameSql), '.'), spanOf(item));
  const source = override === undefined ? plain : sql`(\n${override}\n)`;
  const sampled = sql`${source}${item.sample === undefined ? sql`` : sampleSql(item.sample)}`;
  const alias = item.alias ?? (override === undefined ? undefined : item.name.at(-1));
  const result = derived(sampled, { columns: item.columns, ...(alias !== undefined && { alias }) }, known?.columns);
  return {
    ...result,
    relations: result.relations.map((relation) => ({ ...relation, alias: alias?.text ?? last, path })),
  };
}

/** What only tables have would be lost on a query of WITH without a word. */
function requireNoHistory({ snapshot, approximate, span }: TableItem, name: string, context: Context): void {
  if (snapshot === undefined && approximate !== true) return;
  const word = snapshot === undefined ? 'WITHAPPROXIMATE' : 'SNAPSHOT';
  throw faultAt(
    context,
    snapshot?.span ?? span,
    `${word} stands behind tables only, and “${name}” is a query of WITH.`,
    `Write ${word} behind the table within it.`,
    'sql-syntax',
  );
}

const spanOf = ({ name, span }: TableItem) => spanning(name[0]?.span ?? span, name.at(-1)?.span ?? span);

function commonTable(name: string, scope: Scope) {
  const key = name.toLowerCase();
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const found = at.commonTables.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function sampleSql({ unit, size, seed }: TableSample): Sql {
  const sample =
    unit === 'percent'
      ? sql` TABLESAMPLE bernoulli(${literal(size)} PERCENT)`
      : sql` TABLESAMPLE reservoir(${literal(size)} ROWS)`;
  return seed === undefined ? sample : sql`${sample} REPEATABLE (${literal(seed)})`;
}

const joinWords = {
  inner: sql`JOIN`,
  left: sql`LEFT JOIN`,
  right: sql`RIGHT JOIN`,
  full: sql`FULL JOIN`,
  cross: sql`CROSS JOIN`,
  semi: sql`SEMI JOIN`,
  anti: sql`ANTI JOIN`,
} as const;

function joinSource(join: Join, beside: Scope, context: Context): Source {
  const left = translateFrom(join.left, beside, context);
  const right = translateFrom(join.right, { ...beside, relations: [...beside.relations, ...left.relations] }, context);
  const all = [...left.relations, ...right.relations];
  const unconditional = join.on === undefined && join.using === undefined && !join.natural;
  if (unconditional && !['inner', 'cross'].includes(join.type)) {
    throw faultAt(context, join.span, `A ${join.type} join needs ON or USING.`, undefined, 'sql-syntax');
  }
  const word = unconditional ? joinWords.cross : joinWords[join.type];
  const earlier = [...(left.merged ?? []), ...(right.merged ?? [])];
  const within: Scope = { ...beside, relations: [...beside.relations, ...all], merged: earlier };
  const condition = joinCondition(join, within, context);
  const relations = join.type === 'semi' || join.type === 'anti' ? left.relations : all;
  const merged = [...earlier, ...mergedBy(join, left, right)];
  return {
    merged,
    sql: sql`${left.sql}\n${join.natural ? sql`NATURAL ` : sql``}${word} ${right.sql}${condition}`,
    relations,
  };
}

function joinCondition({ on, using }: Join, scope: Scope, context: Context): Sql {
  if (on !== undefined) return sql` ON ${asCondition(context.expression(on, scope))}`;
  if (using === undefined) return sql``;
  return sql` USING (${joinSql(
    using.map(({ text }) => operand(nameSql(text))),
    ', ',
  )})`;
}

function mergedBy({ using, natural }: Join, left: Source, right: Source): readonly string[] {
  if (using !== undefined) return using.map(({ text }) => text.toLowerCase());
  if (!natural) return [];
  const names = (source: Source) =>
    source.relations.flatMap(({ columns = [] }) => columns.map(({ name }) => name.toLowerCase()));
  const others = new Set(names(right));
  return names(left).filter((name) => others.has(name));
}
