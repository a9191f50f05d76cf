import { literal, sql, type Sql } from '../../core/sql.ts';
import { drawsPoints, type Chart, type Dimension } from '../resolve.ts';
import { dimensionColumns } from './grouped.ts';
import { listed, named, withSteps, word } from './layout.ts';
import { asText, measureColumns, valueName } from './measures.ts';
import { mostRows } from './most-rows.ts';
import { sliceSteps } from './slices.ts';
import { rowNumberColumn, sourceStep } from './source.ts';

/** Rows that are drawn one by one where each is a mark of its own. */
const mostMarks = 1_000;

/** The rows as they are. A long line keeps the lowest and the highest point of each slice; all else is cut at its end. */
export function rowsSql(chart: Chart, relation: Sql): Sql {
  const { x, series, spec } = chart;
  const columns = dimensionColumns(chart).filter((column) => column !== rowNumberColumn);
  const source = sourceStep(chart, relation, [...columns, ...measureColumns(chart), rowNumberColumn]);
  const isLine = drawsPoints(chart);
  const items = [
    ...(x === null ? [] : [shown('x', x)]),
    ...(series === null ? [] : [shown('series', series)]),
    ...chart.measures.map((measure, index) => named(asText(measure, word(valueName(index))), valueName(index))),
    sql`1 AS row_count`,
    sql`(SELECT count(*) FROM source) AS row_total`,
    ...(isLine ? [sql`(SELECT count(*) FROM sliced) AS point_total`] : []),
  ];
  return withSteps(
    isLine ? [source, ...sliceSteps(chart)] : [source],
    sql`SELECT
  ${listed(items, '  ')}
FROM ${isLine ? sql`kept` : sql`source`}
ORDER BY ${rowOrder(chart)}row_number
LIMIT ${literal(spec.kind === 'number' ? 1 : isLine ? mostRows : mostMarks)}`,
  );
}

function shown(name: string, { scale }: Dimension): Sql {
  return scale === 'category' ? named(sql`CAST(${word(name)} AS VARCHAR)`, name) : word(name);
}

function rowOrder({ x, spec }: Chart): Sql {
  if (x === null) return sql``;
  if (x.scale !== 'category') return sql`x NULLS LAST, `;
  if (spec.order === 'auto') return sql``;
  switch (x.order) {
    case 'natural':
      return sql`x NULLS LAST, `;
    case 'natural-descending':
      return sql`x DESC NULLS LAST, `;
    case 'value-descending':
      return sql`${word(valueName(0))} DESC NULLS LAST, `;
    case 'value-ascending':
      return sql`${word(valueName(0))} NULLS LAST, `;
    case 'appearance':
      return sql``;
  }
}
