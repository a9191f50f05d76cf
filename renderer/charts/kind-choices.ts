import {
  IconChartArea,
  IconChartBar,
  IconChartCandle,
  IconChartDonut,
  IconChartDots,
  IconChartFunnel,
  IconChartHistogram,
  IconChartLine,
  IconChartPie,
  IconChartSankey,
  IconChartTreemap,
  IconGrid4x4,
  IconNumber123,
  IconStack2,
  type Icon,
} from '@tabler/icons-react';
import type { KindChoice } from '../../src/charts/change-kind.ts';

/** A kind of chart to choose. */
export interface KindOption {
  readonly id: string;
  readonly label: string;
  readonly icon: Icon;
  readonly choice: KindChoice;
}

const plain = { stack: 'none', hole: false } as const;

/** All kinds, the most used first. */
export const kindOptions: readonly KindOption[] = [
  { id: 'bar', label: 'Bar', icon: IconChartBar, choice: { kind: 'bar', ...plain } },
  { id: 'stacked', label: 'Stacked', icon: IconStack2, choice: { kind: 'bar', stack: 'stack', hole: false } },
  { id: 'line', label: 'Line', icon: IconChartLine, choice: { kind: 'line', ...plain } },
  { id: 'area', label: 'Area', icon: IconChartArea, choice: { kind: 'area', stack: 'stack', hole: false } },
  { id: 'scatter', label: 'Scatter', icon: IconChartDots, choice: { kind: 'scatter', ...plain } },
  { id: 'histogram', label: 'Histogram', icon: IconChartHistogram, choice: { kind: 'histogram', ...plain } },
  { id: 'box', label: 'Box', icon: IconChartCandle, choice: { kind: 'box', ...plain } },
  { id: 'heatmap', label: 'Heat map', icon: IconGrid4x4, choice: { kind: 'heatmap', ...plain } },
  { id: 'pie', label: 'Pie', icon: IconChartPie, choice: { kind: 'pie', ...plain } },
  { id: 'donut', label: 'Donut', icon: IconChartDonut, choice: { kind: 'pie', stack: 'none', hole: true } },
  { id: 'number', label: 'Number', icon: IconNumber123, choice: { kind: 'number', ...plain } },
  { id: 'funnel', label: 'Funnel', icon: IconChartFunnel, choice: { kind: 'funnel', ...plain } },
  { id: 'treemap', label: 'Tree map', icon: IconChartTreemap, choice: { kind: 'treemap', ...plain } },
  { id: 'sankey', label: 'Sankey', icon: IconChartSankey, choice: { kind: 'sankey', ...plain } },
];

/** The option that a spec is an instance of. */
export function kindOptionOf({ kind, stack, hole }: KindChoice): string {
  if (kind === 'bar') return stack === 'none' ? 'bar' : 'stacked';
  return kind === 'pie' && hole ? 'donut' : kind;
}
