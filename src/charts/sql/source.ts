import { joinSql, literal, rawSql, sql, type Sql } from '../../core/sql.ts';
import { isNested, type ColumnInfo } from '../../engine/types.ts';
import { drawableReach } from '../data.ts';
import type { Chart, Dimension, Measure } from '../resolve.ts';
import { listed, named, word, type Step } from './layout.ts';

/** A column of `source` to be: its new name and what it is computed from. */
export interface SourceColumn {
  readonly name: string;
  readonly expression: Sql;
}

/** The columns a chart needs, under names of ours: the relation's may be anything, even twice the same. */
export function sourceStep(chart: Chart, relation: Sql, columns: readonly SourceColumn[]): Step {
  const positions = Array.from({ length: chart.width }, (_, index) => positionName(index));
  const items = columns.map((column) => named(column.expression, column.name));
  return {
    name: 'source',
    query: sql`  SELECT
    ${listed(items.length === 0 ? [sql`true AS present`] : items)}
  FROM (
${relation}
  ) AS result(${joinSql(positions, ', ')})`,
  };
}

/** The position of a row in the relation, for orders of appearance and for telling equal rows apart. */
export const rowNumberColumn: SourceColumn = { name: 'row_number', expression: rawSql('row_number() OVER ()') };

/** A dimension's column in the type that its scale works with; values that have no place on it become NULL. */
export function dimensionExpression({ column, scale }: Dimension, value: Sql): Sql {
  switch (scale) {
    case 'time':
      return sql`CASE WHEN isfinite(${value}) THEN TRY_CAST(${value} AS TIMESTAMP) END`;
    case 'number':
      return finiteDouble(value, column);
    case 'category':
      return categoryExpression(value, column);
  }
}

/** A measure's column in a type that its aggregate neither rounds nor overflows in; `NULL` when rows are counted. */
export function measureExpression({ index, column, aggregate }: Measure): Sql {
  if (index === null || column === null) return sql`NULL`;
  const value = positionName(index);
  if (column.type.kind === 'boolean' && aggregate !== 'count' && aggregate !== 'count-distinct') {
    return sql`CAST(${value} AS INTEGER)`;
  }
  const wide = column.type.kind === 'decimal' && column.type.precision === 38;
  const inDouble = aggregate === 'median' || (wide && (aggregate === 'sum' || aggregate === 'average'));
  return inDouble ? sql`CAST(${value} AS DOUBLE)` : value;
}

/** A number or boolean as a double that can be drawn; NULL for NaN, infinities and what lies beyond `drawableReach`. */
export function finiteDouble(value: Sql, { type }: ColumnInfo): Sql {
  if (type.kind !== 'float') return sql`CAST(${value} AS DOUBLE)`;
  return sql`CASE WHEN abs(${value}) <= ${literal(drawableReach)} THEN CAST(${value} AS DOUBLE) END`;
}

/** The name of a relation's column by its position, from 0. */
export function positionName(index: number): Sql {
  return word(`c${index}`);
}

/** Times of day are grouped by the hour; types that cannot be grouped or compared as they are become text. */
function categoryExpression(value: Sql, { type }: ColumnInfo): Sql {
  if (type.kind === 'time') return sql`lpad(CAST(extract('hour' FROM ${value}) AS VARCHAR), 2, '0') || ':00'`;
  const opaque = isNested(type) || ['blob', 'fixed-blob', 'interval', 'null'].includes(type.kind);
  return opaque ? sql`CAST(${value} AS VARCHAR)` : value;
}
