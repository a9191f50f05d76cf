import { joinSql, literal, sql, type Sql } from '../../core/sql.ts';
import type { Chart, Measure } from '../resolve.ts';
import { axisSql } from './axis.ts';
import { dimensionColumns, placedQuery } from './grouped.ts';
import { listed, withSteps, word } from './layout.ts';
import { xLimits } from './limits.ts';
import { finiteDouble, positionName, sourceStep } from './source.ts';

/**
 * Five figures a group. Whiskers end at the last value within 1.5 interquartile ranges of the box (Tukey, 1977); what lies
 * beyond is counted, and up to 26 values on each side are listed, evenly picked. Quartiles are interpolated (Hyndman and Fan's type 7).
 */
export function boxesSql(chart: Chart, measure: Measure, relation: Sql): Sql {
  const { x } = chart;
  const value = measure.column === null ? sql`NULL` : finiteDouble(positionName(measure.index ?? 0), measure.column);
  const source = sourceStep(chart, relation, [...dimensionColumns(chart), { name: 'value_1', expression: value }]);
  const axes = x === null ? [] : [axisSql('x', x, { ...xLimits(chart, x), rankBy: rankOf(x.order) })];
  const keys = axes.flatMap((axis) => axis.placed.filter((column) => column.key).map((column) => word(column.name)));
  const together = joinSql(
    [...keys.map((key) => sql`placed.${key} IS NOT DISTINCT FROM quartiles.${key}`), sql`placed.value_1 IS NOT NULL`],
    ' AND ',
  );
  const conditions = [
    ...axes.flatMap((axis) => (axis.condition === null ? [] : [axis.condition])),
    sql`value_1 IS NOT NULL`,
  ];
  const grouping = keys.length === 0 ? sql`` : sql`\n  GROUP BY ${joinSql(keys, ', ')}`;
  const facts = [...axes.flatMap((axis) => axis.facts), sql`(SELECT count(*) FROM source) AS row_total`];
  const order = axes.flatMap((axis) => axis.order);
  const quartiles = sql`  SELECT
    ${listed([...keys, ...figures()])}
  FROM placed
  WHERE ${joinSql(conditions, '\n    AND ')}${grouping}`;
  const boxes = sql`  SELECT
    ${listed([...keys.map((key) => sql`quartiles.${key}`), ...carriedFigures(), ...whiskers()])}
  FROM quartiles
  JOIN placed ON ${together}
  GROUP BY ALL`;
  return withSteps(
    [
      source,
      ...axes.flatMap((axis) => axis.steps),
      { name: 'placed', query: placedQuery(axes, [sql`value_1`]) },
      { name: 'quartiles', query: quartiles },
      { name: 'boxes', query: boxes },
    ],
    sql`SELECT
  ${listed([sql`*`, ...facts], '  ')}
FROM boxes${order.length === 0 ? sql`` : sql`\nORDER BY ${joinSql(order, ', ')}`}`,
  );
}

/** Groups are ranked by what they show: their median, highest first, or how many rows they have. */
function rankOf(order: string): Sql {
  return order === 'natural' ? sql`count(value_1)` : sql`median(value_1)`;
}

function figures(): Sql[] {
  return [
    sql`count(*) AS row_count`,
    sql`min(value_1) AS minimum`,
    sql`quantile_cont(value_1, 0.25) AS lower_quartile`,
    sql`quantile_cont(value_1, 0.5) AS median`,
    sql`quantile_cont(value_1, 0.75) AS upper_quartile`,
    sql`max(value_1) AS maximum`,
    sql`lower_quartile - 1.5 * (upper_quartile - lower_quartile) AS lower_fence`,
    sql`upper_quartile + 1.5 * (upper_quartile - lower_quartile) AS upper_fence`,
  ];
}

function carriedFigures(): Sql[] {
  const names = ['row_count', 'minimum', 'lower_quartile', 'median', 'upper_quartile', 'maximum'];
  return names.map((name) => sql`quartiles.${word(name)}`);
}

/** Ranks of the outliers that are listed: lowest, highest and 24 between. */
const evenly = sql`[${joinSql(
  Array.from({ length: 26 }, (_, step) => literal(step / 25)),
  ', ',
)}]`;

function whiskers(): Sql[] {
  return [
    sql`min(value_1) FILTER (value_1 >= lower_fence) AS lower_whisker`,
    sql`max(value_1) FILTER (value_1 <= upper_fence) AS upper_whisker`,
    sql`count(*) FILTER (value_1 < lower_fence OR value_1 > upper_fence) AS outlier_count`,
    sql`count(DISTINCT value_1) FILTER (value_1 < lower_fence OR value_1 > upper_fence) AS outlier_values`,
    sql`list_distinct(quantile_disc(value_1, ${evenly}) FILTER (value_1 < lower_fence)) AS low_outliers`,
    sql`list_distinct(quantile_disc(value_1, ${evenly}) FILTER (value_1 > upper_fence)) AS high_outliers`,
  ];
}
