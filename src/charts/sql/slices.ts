import { joinSql, literal, sql } from '../../core/sql.ts';
import type { Chart } from '../resolve.ts';
import type { Step } from './layout.ts';
import { word } from './layout.ts';
import { valueName } from './measures.ts';
import { mostRows } from './most-rows.ts';

/**
 * Points of a long line: each series is cut into slices of equally many consecutive points, and the lowest and highest of
 * each slice are kept, so that no peak is lost. `sliced` holds all points, `kept` those to draw.
 */
export function sliceSteps({ series, measures }: Chart): Step[] {
  const perSeries = series === null ? sql`` : sql`PARTITION BY series`;
  const seriesCount = series === null ? sql`1` : sql`(SELECT count(DISTINCT series) + 1 FROM source)`;
  const sliceCount = sql`greatest(1, ${literal(Math.floor(mostRows / (2 * measures.length)))} // ${seriesCount})`;
  const perSlice = series === null ? sql`PARTITION BY slice` : sql`PARTITION BY series, slice`;
  const extremes = measures.flatMap((_, index) => [
    sql`row_number = arg_min(row_number, ${word(valueName(index))}) OVER (${perSlice})`,
    sql`row_number = arg_max(row_number, ${word(valueName(index))}) OVER (${perSlice})`,
  ]);
  return [
    {
      name: 'numbered',
      query: sql`  SELECT
    *,
    row_number() OVER (${perSeries} ORDER BY x, row_number) - 1 AS place,
    count(*) OVER (${perSeries}) AS length
  FROM source
  WHERE x IS NOT NULL`,
    },
    {
      name: 'sliced',
      query: sql`  SELECT
    *,
    place * ${sliceCount} // length AS slice
  FROM numbered`,
    },
    {
      name: 'kept',
      query: sql`  SELECT *
  FROM sliced
  QUALIFY (SELECT count(*) FROM sliced) <= ${literal(mostRows)}
    OR ${joinSql(extremes, '\n    OR ')}`,
    },
  ];
}
