import { identifier, joinSql, literal, rawSql, type Sql, sql } from '../core/sql.ts';
import { carriedType } from '../engine/carried-type.ts';
import { type ColumnType, isNested, isNumeric } from '../engine/types.ts';
import { type ProfiledColumn, quantileShares } from './column-profile.ts';
import type { BinLimits } from './number-bins.ts';

/** Longest text shown as a smallest or largest value, in characters. */
const shownText = 200;

/** What the second scan computes for a column, decided by the first. */
export interface ShapePlan {
  /** Count different values exactly, and quantiles too; otherwise both are estimated. */
  readonly exact: boolean;
  readonly bins: readonly BinLimits[];
  /** Multiplied into doubles before they are summed, so that sums of the largest doubles stay finite. */
  readonly scale: number;
  /** Count every value: for columns with few different ones. */
  readonly countsValues: boolean;
}

/** The first scan: one row with the number of rows, and for column i the figures named `<figure>_<i>`. */
export function extentSql(relation: Sql, columns: readonly ProfiledColumn[]): Sql {
  const figures = columns.flatMap((column, index) => named(extentFigures(column), index));
  return selectOne([sql`count(*) AS rows`, ...figures], relation);
}

/** The second scan: one row with, for column i, the figures named `<figure>_<i>`. */
export function shapeSql(relation: Sql, columns: readonly ProfiledColumn[], plans: readonly ShapePlan[]): Sql {
  const figures = columns.flatMap((column, index) => {
    const plan = plans[index];
    return plan === undefined ? [] : named(shapeFigures(column, plan), index);
  });
  return selectOne([sql`count(*) AS rows`, ...figures], relation);
}

/** The most frequent values of a column with their counts, most frequent first, ties by value. */
export function topValuesSql(relation: Sql, column: ProfiledColumn, limit: number): Sql {
  return sql`SELECT ${groupable(column)} AS value, count(*) AS count
FROM ${relation}
WHERE ${column.sql} IS NOT NULL
GROUP BY 1
ORDER BY count DESC, value
LIMIT ${literal(limit)}`;
}

/** Nested values are grouped by the engine's text for them, by which filters find them too. */
export function groupable({ sql: value, info }: ProfiledColumn): Sql {
  return isNested(info.type) ? sql`CAST(${value} AS VARCHAR)` : value;
}

type Figures = Readonly<Record<string, Sql>>;

function named(figures: Figures, index: number): Sql[] {
  return Object.entries(figures).map(([name, value]) => sql`${value} AS ${identifier(`${name}_${index}`)}`);
}

function selectOne(outputs: readonly Sql[], relation: Sql): Sql {
  return sql`SELECT ${joinSql(outputs, ',\n  ')}\nFROM ${relation}`;
}

function extentFigures(column: ProfiledColumn): Figures {
  const { sql: value, info } = column;
  const finite = finiteOnly(info.type, value);
  const low = sql`min(${value})${finite}`;
  const high = sql`max(${value})${finite}`;
  const isText = info.type.kind === 'text' && carriedType(info.sqlType) === 'VARCHAR';
  return {
    present: sql`count(${value})`,
    distinct: sql`approx_count_distinct(${value})`,
    ...(hasRange(info.type) && {
      low: isText ? sql`left(${low}, ${literal(shownText)})` : low,
      high: isText ? sql`left(${high}, ${literal(shownText)})` : high,
    }),
    ...(canBeInfinite(info.type) && { finite: sql`count(*)${finite}` }),
    ...(info.type.kind === 'boolean' && { yes: sql`count_if(${value})` }),
    ...lengthFigures(column),
  };
}

function lengthFigures(column: ProfiledColumn): Figures {
  const length = lengthOf(column);
  if (length === undefined) return {};
  return {
    shortest: sql`min(${length})`,
    longest: sql`max(${length})`,
    average: sql`avg(${length})`,
    empty: sql`count_if(${length} = 0)`,
  };
}

function shapeFigures(column: ProfiledColumn, plan: ShapePlan): Figures {
  const { sql: value, info } = column;
  const { type } = info;
  const finite = finiteOnly(type, value);
  const scaled = sql`CAST(${value} AS DOUBLE) * ${literal(plan.scale)}`;
  const binned = binnedValue(column);
  return {
    ...(plan.exact && { exact_distinct: sql`count(DISTINCT ${value})` }),
    ...(isNumeric(type) && { mean: sql`avg(${scaled})${finite}`, deviation: sql`stddev_samp(${scaled})${finite}` }),
    ...(hasQuantiles(type) && { quantiles: sql`${quantiles(value, isNumeric(type), plan.exact)}${finite}` }),
    ...(plan.bins.length > 0 && {
      bins: sql`histogram(${binned.value}, ${lastValues(plan.bins, binned.type)})${finite}`,
    }),
    ...(plan.countsValues && { values: sql`histogram(${groupable(column)})` }),
  };
}

function quantiles(value: Sql, isNumber: boolean, exact: boolean): Sql {
  const shares = sql`[${joinSql(quantileShares.map(literal), ', ')}]`;
  if (!exact) return sql`approx_quantile(${value}, ${shares})`;
  return isNumber ? sql`quantile_cont(${value}, ${shares})` : sql`quantile_disc(${value}, ${shares})`;
}

function lastValues(bins: readonly BinLimits[], type: string): Sql {
  const cast = rawSql(type);
  return sql`[${joinSql(
    bins.map((bin) => sql`CAST(${literal(bin.last)} AS ${cast})`),
    ', ',
  )}]`;
}

/** What is put into bins, and its type: lengths of lists, instants to the microsecond. */
function binnedValue(column: ProfiledColumn): { readonly value: Sql; readonly type: string } {
  const { sql: value, info } = column;
  if (isLengthOnly(info.type)) return { value: lengthOf(column) ?? value, type: 'BIGINT' };
  if (info.type.kind === 'timestamp') return { value: sql`CAST(${value} AS TIMESTAMP)`, type: 'TIMESTAMP' };
  if (info.type.kind === 'float') return { value: sql`CAST(${value} AS DOUBLE)`, type: 'DOUBLE' };
  return { value, type: carriedType(info.sqlType) };
}

function lengthOf({ sql: value, info }: ProfiledColumn): Sql | undefined {
  switch (info.type.kind) {
    case 'text':
      return carriedType(info.sqlType) === 'VARCHAR' ? sql`length(${value})` : undefined;
    case 'blob':
      return sql`octet_length(${value})`;
    case 'list':
      return sql`len(${value})`;
    case 'map':
      return sql`CAST(cardinality(${value}) AS BIGINT)`;
    default:
      return undefined;
  }
}

/** Whether a type is measured by its length and has no order worth showing. */
export function isLengthOnly(type: ColumnType): boolean {
  return type.kind === 'list' || type.kind === 'map';
}

function hasRange(type: ColumnType): boolean {
  return hasQuantiles(type) || type.kind === 'text' || type.kind === 'interval';
}

function hasQuantiles(type: ColumnType): boolean {
  return ['integer', 'float', 'decimal', 'date', 'timestamp', 'time'].includes(type.kind);
}

function canBeInfinite(type: ColumnType): boolean {
  return type.kind === 'float' || type.kind === 'date' || type.kind === 'timestamp';
}

function finiteOnly(type: ColumnType, value: Sql): Sql {
  return canBeInfinite(type) ? sql` FILTER (WHERE isfinite(${value}))` : sql``;
}
