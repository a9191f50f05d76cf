import { sql, type Sql } from '../../core/sql.ts';
import type { Chart, Measure } from '../resolve.ts';
import { isMeasurable } from '../slots.ts';
import { named, word } from './layout.ts';
import { measureExpression, type SourceColumn } from './source.ts';

/** The name of a measure's column, `value_1` for the first. */
export function valueName(index: number): string {
  return `value_${index + 1}`;
}

/** The measures' columns of `source`; counting rows needs none. */
export function measureColumns(chart: Chart): SourceColumn[] {
  return chart.measures.flatMap((measure, index) =>
    measure.index === null ? [] : [{ name: valueName(index), expression: measureExpression(measure) }],
  );
}

/** The measures of a group, as `value_1`, `value_2` … */
export function aggregatedMeasures(chart: Chart): Sql[] {
  return chart.measures.map((measure, index) => named(aggregated(measure, index), valueName(index)));
}

/** One measure of a group. Extremes of what is no number come as text. */
export function aggregated(measure: Measure, index: number): Sql {
  const value = word(valueName(index));
  switch (measure.aggregate) {
    case 'count':
      return measure.index === null ? sql`count(*)` : sql`count(${value})`;
    case 'count-distinct':
      return sql`count(DISTINCT ${value})`;
    case 'none':
    case 'sum':
      return isFloat(measure) ? sql`fsum(${value})` : sql`sum(${value})`;
    case 'average':
      return isFloat(measure) ? sql`favg(${value})` : sql`avg(${value})`;
    case 'median':
      return sql`median(${value})`;
    case 'minimum':
      return asText(measure, sql`min(${value})`);
    case 'maximum':
      return asText(measure, sql`max(${value})`);
  }
}

/** Floats are summed with Kahan's correction, so that cents do not drift. */
function isFloat({ column }: Measure): boolean {
  return column?.type.kind === 'float';
}

/** The expression as text when the measure is no number, so that every type reaches the figure exactly. */
export function asText({ column }: Measure, expression: Sql): Sql {
  return column === null || isMeasurable(column.type) ? expression : sql`CAST(${expression} AS VARCHAR)`;
}
