import type { Chart } from '../resolve.ts';
import type { ChartSpec } from '../spec.ts';
import { columnLabel, inSentence, kindNames } from './labels.ts';

/** The kind in words: a bar that stacks is a stacked bar chart, a pie with a hole a donut chart. */
export function kindName(spec: Pick<ChartSpec, 'kind' | 'stack' | 'hole'>): string {
  if (spec.kind === 'pie' && spec.hole) return 'Donut chart';
  if (spec.kind === 'bar' && spec.stack !== 'none') return 'Stacked bar chart';
  return kindNames[spec.kind];
}

/** The spec's own title, or one made of its columns: `Revenue by month and region`. */
export function chartTitle(chart: Chart): string {
  const { spec, x, y, series } = chart;
  if (spec.title !== '') return spec.title;
  const across = x === null ? '' : inSentence(x.label);
  const colour = series === null ? '' : inSentence(series.label);
  switch (spec.kind) {
    case 'scatter':
      return by(`${y?.label ?? ''} against ${across}`, colour);
    case 'histogram':
      return by(`Distribution of ${across}`, colour);
    case 'sankey':
      return `${measureNames(chart)} from ${across} to ${colour}`;
    default:
      return by(measureNames(chart), [across, colour].filter((part) => part !== '').join(' and '));
  }
}

/** The measures in one phrase: `Revenue and cost`, `Revenue, cost and 3 more`. */
export function measureNames({ measures }: Chart): string {
  const [first = '', ...others] = measures.map((measure, index) =>
    index === 0 ? measure.label : inSentence(measure.label),
  );
  if (others.length > 2) return `${first}, ${others[0] ?? ''} and ${others.length - 1} more`;
  const last = others.pop();
  return last === undefined ? first : `${[first, ...others].join(', ')} and ${last}`;
}

/** The title of the axis that measures; empty when the measures have nothing in common but the chart. */
export function measureAxisTitle({ spec, measures, y }: Chart): string {
  if (spec.yTitle !== '') return spec.yTitle;
  if (y !== null) return columnLabel(y.column.name);
  return measures.length === 1 ? (measures[0]?.label ?? '') : '';
}

function by(what: string, whom: string): string {
  return whom === '' ? what : `${what} by ${whom}`;
}
