import type { Sql } from '../core/sql.ts';
import type { Chart } from './resolve.ts';
import { boxesSql } from './sql/boxes.ts';
import { groupedSql } from './sql/grouped.ts';
import { pointsSql } from './sql/points.ts';
import { rowsSql } from './sql/rows.ts';

/**
 * One statement that gives exactly what is drawn: at most some 5,000 rows in a fixed order. `relation` is a query without a
 * semicolon at its end. `readChartData` understands the answer.
 */
export function chartSql(chart: Chart, relation: Sql): Sql {
  const [measure] = chart.measures;
  if (chart.x !== null && chart.y !== null) return pointsSql(chart, chart.x, chart.y, relation);
  if (chart.spec.kind === 'box' && measure !== undefined) return boxesSql(chart, measure, relation);
  return measure?.aggregate === 'none' ? rowsSql(chart, relation) : groupedSql(chart, relation);
}
