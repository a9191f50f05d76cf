import { literal, sql, type Sql } from '../../core/sql.ts';
import type { Chart, Dimension } from '../resolve.ts';
import { axisSql } from './axis.ts';
import { groupedOver } from './grouped.ts';
import type { Step } from './layout.ts';
import { pointLimits, seriesLimits } from './limits.ts';
import { mostRows } from './most-rows.ts';
import { dimensionExpression, positionName, rowNumberColumn, sourceStep } from './source.ts';

/**
 * The points of a scatter chart, equal ones put together. Too many are counted in cells; when they have colours, an even
 * sample is drawn instead, the same one each time.
 */
export function pointsSql(chart: Chart, x: Dimension, y: Dimension, relation: Sql): Sql {
  const { series } = chart;
  const all = sourceStep(chart, relation, [
    { name: 'x', expression: dimensionExpression(x, positionName(x.index)) },
    { name: 'y', expression: dimensionExpression(y, positionName(y.index)) },
    ...(series === null
      ? []
      : [{ name: 'series', expression: dimensionExpression(series, positionName(series.index)) }, rowNumberColumn]),
  ]);
  const axes = [
    axisSql('x', x, pointLimits(chart, x)),
    axisSql('y', y, pointLimits(chart, y)),
    ...(series === null ? [] : [axisSql('series', series, seriesLimits(chart))]),
  ];
  const facts = [
    sql`(SELECT count(*) FROM all_rows) AS row_total`,
    sql`(SELECT count(*) FROM all_rows WHERE x IS NOT NULL AND y IS NOT NULL) AS point_total`,
    sql`(SELECT together FROM correlation) AS correlation`,
  ];
  const steps = [{ ...all, name: 'all_rows' }, correlationStep(x, y), drawnStep(series !== null)];
  return groupedOver(axes, steps, [], facts);
}

function drawnStep(sampled: boolean): Step {
  const sample = sampled ? sql`\n  ORDER BY hash(row_number)\n  LIMIT ${literal(mostRows)}` : sql``;
  return {
    name: 'source',
    query: sql`  SELECT *
  FROM all_rows
  WHERE x IS NOT NULL
    AND y IS NOT NULL${sample}`,
  };
}

/** Pearson's correlation of all points; values are scaled to at most 1 first, so that no square overflows. */
function correlationStep(x: Dimension, y: Dimension): Step {
  const [across, up] = [onNumberLine('x', x), onNumberLine('y', y)];
  return {
    name: 'correlation',
    query: sql`  SELECT corr(${across} / x_reach, ${up} / y_reach) AS together
  FROM all_rows
  CROSS JOIN (SELECT nullif(max(abs(${across})), 0) AS x_reach, nullif(max(abs(${up})), 0) AS y_reach FROM all_rows)
  WHERE x IS NOT NULL
    AND y IS NOT NULL`,
  };
}

function onNumberLine(name: 'x' | 'y', { scale }: Dimension): Sql {
  const value = name === 'x' ? sql`x` : sql`y`;
  return scale === 'time' ? sql`epoch(${value})` : value;
}
