import { joinSql, sql, type Sql } from '../../core/sql.ts';
import type { Chart } from '../resolve.ts';
import { axisSql } from './axis.ts';
import type { AxisSql } from './axis-contract.ts';
import { listed, named, withSteps, word } from './layout.ts';
import { seriesLimits, xLimits } from './limits.ts';
import { aggregatedMeasures, measureColumns, valueName } from './measures.ts';
import { dimensionExpression, positionName, rowNumberColumn, sourceStep, type SourceColumn } from './source.ts';

/** One row a group: its place on the axes, its measures and how many rows it stands for. */
export function groupedSql(chart: Chart, relation: Sql): Sql {
  const { x, series } = chart;
  const axes = [
    ...(x === null ? [] : [axisSql('x', x, xLimits(chart, x))]),
    ...(series === null ? [] : [axisSql('series', series, seriesLimits(chart))]),
  ];
  const values = measureColumns(chart);
  const carried = values.length === 0 ? [] : chart.measures.map((_, index) => word(valueName(index)));
  const source = sourceStep(chart, relation, [...dimensionColumns(chart), ...values]);
  return groupedOver(axes, [source], carried, aggregatedMeasures(chart));
}

/** The columns of `source` that the dimensions need. */
export function dimensionColumns({ x, series }: Chart): SourceColumn[] {
  const inOrder = [x, series].some((dimension) => dimension?.order === 'appearance');
  return [
    ...(x === null ? [] : [{ name: 'x', expression: dimensionExpression(x, positionName(x.index)) }]),
    ...(series === null
      ? []
      : [{ name: 'series', expression: dimensionExpression(series, positionName(series.index)) }]),
    ...(inOrder ? [rowNumberColumn] : []),
  ];
}

/** Places the rows of `source` on the axes and computes the measures of each place. */
export function groupedOver(
  axes: readonly AxisSql[],
  before: Parameters<typeof withSteps>[0],
  carried: readonly Sql[],
  measures: readonly Sql[],
): Sql {
  const placed = placedQuery(axes, carried);
  const keys = axes.flatMap((axis) => axis.placed.filter((column) => column.key).map((column) => word(column.name)));
  const order = axes.flatMap((axis) => axis.order);
  const items = [...keys, ...measures, named(sql`count(*)`, 'row_count'), ...axes.flatMap((axis) => axis.facts)];
  const steps = [
    ...before,
    ...[...axes].reverse().flatMap((axis) => axis.steps),
    ...(axes.length === 0 ? [] : [{ name: 'placed', query: placed }]),
  ];
  return withSteps(
    steps,
    sql`SELECT
  ${listed(items, '  ')}
FROM ${axes.length === 0 ? sql`source` : sql`placed`}${conditionOf(axes)}${
      keys.length === 0 ? sql`` : sql`\nGROUP BY ${joinSql(keys, ', ')}\nORDER BY ${joinSql(order, ', ')}`
    }`,
  );
}

/** The rows of `source`, each with its place on the axes. */
export function placedQuery(axes: readonly AxisSql[], carried: readonly Sql[]): Sql {
  const columns = axes.flatMap((axis) => axis.placed.map((column) => named(column.expression, column.name)));
  return sql`  SELECT
    ${listed([...columns, ...carried])}
  ${joinSql([sql`FROM source`, ...axes.map((axis) => axis.join)], '\n  ')}`;
}

function conditionOf(axes: readonly AxisSql[]): Sql {
  const conditions = axes.flatMap((axis) => (axis.condition === null ? [] : [axis.condition]));
  return conditions.length === 0 ? sql`` : sql`\nWHERE ${joinSql(conditions, ' AND ')}`;
}
