import { isEmptyData, type ChartData, type GroupedData } from './data.ts';
import { extremesSentence } from './describe/extremes.ts';
import { flowSentence, funnelSentence, histogramSentence, sharesSentence } from './describe/shares.ts';
import { boxSentence, correlationSentence, densitySentence } from './describe/spread.ts';
import type { NumberLocale } from './number-format.ts';
import { drawsAreas, endlessCount, undrawableCount } from './parts.ts';
import type { Reduction } from './reduction.ts';
import type { Chart } from './resolve.ts';
import { reductionSentence } from './words/reductions.ts';
import { chartTitle, kindName } from './words/titles.ts';

/** A chart in words. */
export interface Description {
  /** What the chart shows, with exact numbers. */
  readonly sentence: string;
  /** What was cut, put together or left out; empty when every row is drawn. */
  readonly notes: readonly string[];
  /** Title, kind, sentence and notes, for screen readers. */
  readonly summary: string;
}

/** Says what a chart shows. */
export function describeChart(chart: Chart, data: ChartData, locale: NumberLocale): Description {
  const sentence = isEmptyData(data) ? emptySentence(data) : sentenceOf(chart, data, locale);
  const notes = reductionsOf(chart, data).map((reduction) => reductionSentence(reduction, chart, locale));
  return { sentence, notes, summary: [`${chartTitle(chart)}. ${kindName(chart.spec)}.`, sentence, ...notes].join(' ') };
}

function sentenceOf(chart: Chart, data: ChartData, locale: NumberLocale): string {
  if (data.shape === 'points') return correlationSentence(chart, data, locale);
  if (data.shape === 'boxes') return boxSentence(chart, data, locale);
  return groupedSentence(chart, data, locale);
}

function groupedSentence(chart: Chart, data: GroupedData, locale: NumberLocale): string {
  switch (chart.spec.kind) {
    case 'histogram':
      return histogramSentence(chart, data, locale);
    case 'scatter':
      return densitySentence(chart, data, locale);
    case 'pie':
    case 'treemap':
      return sharesSentence(chart, data, locale);
    case 'funnel':
      return funnelSentence(chart, data, locale);
    case 'sankey':
      return flowSentence(chart, data, locale);
    default:
      return extremesSentence(chart, data, locale);
  }
}

function reductionsOf(chart: Chart, data: ChartData): readonly Reduction[] {
  if (data.shape !== 'grouped' || chart.spec.kind === 'number') return data.reductions;
  const areas = drawsAreas(chart);
  const groups = areas ? undrawableCount(data) : endlessCount(data);
  return groups === 0 ? data.reductions : [...data.reductions, { kind: areas ? 'undrawable' : 'endless', groups }];
}

function emptySentence({ reductions }: ChartData): string {
  return reductions.some(({ kind }) => kind === 'placeless')
    ? 'There is nothing to draw: no row has the values that this chart needs.'
    : 'There is nothing to draw: the result has no rows.';
}
