import type { AxisFacts } from './positions.ts';
import type { Reduction } from '../reduction.ts';
import type { Chart, Dimension } from '../resolve.ts';
import type { ResultTable } from './result-table.ts';
import { seriesLimits, xLimits } from '../sql/limits.ts';

/** What was put together along one axis. */
export function axisReductions(
  chart: Chart,
  axis: 'x' | 'series',
  dimension: Dimension | null,
  facts: AxisFacts,
  table: ResultTable,
): Reduction[] {
  if (dimension === null) return [];
  const total = table.has(`${axis}_total`) ? (table.numbers(`${axis}_total`)[0] ?? 0) : 0;
  const shown = axis === 'x' ? xLimits(chart, dimension).most : seriesLimits(chart).most;
  const { grain: wanted, kind, rest } = chart.spec;
  const which = dimension.order === 'value-ascending' ? 'lowest' : 'highest';
  const coarser = axis === 'x' && facts.grain !== null && wanted !== 'auto' && facts.grain !== wanted;
  const width = facts.bins === null ? null : facts.bins.numerator / facts.bins.denominator;
  return [
    ...(total > shown ? [{ kind: 'top', axis, shown, total, which, rest } as const] : []),
    ...(coarser ? [{ kind: 'grain', wanted, used: facts.grain } as const] : []),
    ...(width !== null && kind !== 'histogram' ? [{ kind: 'steps', axis, width } as const] : []),
  ];
}
