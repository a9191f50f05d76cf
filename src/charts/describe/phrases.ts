import type { Cell, Position } from '../data.ts';
import {
  doubleDecimal,
  formatExact,
  formatNumber,
  formatShare,
  formatReadable,
  plainFormat,
  type NumberLocale,
} from '../number-format.ts';
import type { Chart } from '../resolve.ts';
import { positionName, positionPhrase } from '../words/positions.ts';

/** The ways of writing numbers and places that all sentences share. */
export interface Phrases {
  /** A figure of the measure with its unit. */
  readonly figure: (cell: Cell) => string;
  /** A number of the measure with its unit. */
  readonly amount: (value: number) => string;
  /** How many. */
  readonly count: (value: number) => string;
  /** `42.1 %` of a whole. */
  readonly share: (part: number, whole: number) => string;
  /** `3.1 ×`, or `0.4 % above` where the two are close. */
  readonly times: (ratio: number) => string;
  readonly atX: (position: Position | undefined) => string;
  readonly nameX: (position: Position | undefined) => string;
  readonly atSeries: (position: Position | undefined) => string;
  readonly nameSeries: (position: Position | undefined) => string;
}

/** Phrases for one chart in one locale. Counts of rows carry no unit. */
export function phrasesOf(chart: Chart, locale: NumberLocale): Phrases {
  const aggregate = chart.measures[0]?.aggregate;
  const isCount = aggregate === 'count' || aggregate === 'count-distinct';
  const { prefix, suffix, ...counted } = chart.spec.format;
  const format = isCount && prefix + suffix === '' ? { ...counted, ...plainFormat } : chart.spec.format;
  const nowhere: Position = { kind: 'all' };
  const seriesDimension = chart.spec.kind === 'scatter' ? chart.y : chart.series;
  return {
    figure: (cell) => formatReadable(cell.exact ?? '', format, locale),
    amount: (value) => formatReadable(doubleDecimal(value), format, locale),
    count: (value) => formatNumber(value, plainFormat, locale),
    share: (part, whole) => formatShare(part, whole, locale),
    times: (ratio) => timesText(ratio, locale),
    atX: (position) => positionPhrase(position ?? nowhere, chart.x, chart, locale),
    nameX: (position) => positionName(position ?? nowhere, chart.x, chart, locale),
    atSeries: (position) => positionPhrase(position ?? nowhere, seriesDimension, chart, locale),
    nameSeries: (position) => positionName(position ?? nowhere, seriesDimension, chart, locale),
  };
}

function timesText(ratio: number, locale: NumberLocale): string {
  if (ratio < 1.1)
    return `${formatNumber(Number((100 * (ratio - 1)).toPrecision(2)), plainFormat, locale)}\u00a0% above`;
  const decimals = ratio < 10 ? 1 : 0;
  return `${formatExact(doubleDecimal(ratio), { ...plainFormat, decimals }, locale)}\u00a0×`;
}

/** Words joined as a list: `A`, `A and B`, `A, B and C`. */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
