import { cellAt, type Cell, type GroupedData } from '../data.ts';
import type { NumberLocale } from '../number-format.ts';
import type { Chart } from '../resolve.ts';
import { inSentence, pluralLabel } from '../words/labels.ts';
import { listWords, phrasesOf, type Phrases } from './phrases.ts';

interface Mark {
  readonly x: number;
  readonly series: number;
  readonly cell: Cell;
}

/** Where the measure is highest and lowest. Several measures get a sentence part each, at most three. */
export function extremesSentence(chart: Chart, data: GroupedData, locale: NumberLocale): string {
  const phrases = phrasesOf(chart, locale);
  const byMeasure = chart.x !== null && chart.measures.length > 1;
  const parts = chart.measures.slice(0, byMeasure ? 3 : 1).map((measure, index) => {
    const lines = byMeasure ? [index] : data.series.map((_, line) => line);
    const subject = measure.label === 'Rows' ? 'The number of rows' : measure.label;
    const label = chart.x === null && chart.measures.length > 1 ? '' : subject;
    return clause(label, marksOf(data, lines), { chart, data, phrases });
  });
  const unnamed = chart.measures.length - parts.length;
  const more =
    byMeasure && unnamed > 0
      ? [`${phrases.count(unnamed)} more ${unnamed === 1 ? 'measure is' : 'measures are'} shown`]
      : [];
  return `${[...parts, ...more].join('; ')}.`;
}

interface Context {
  readonly chart: Chart;
  readonly data: GroupedData;
  readonly phrases: Phrases;
}

function clause(label: string, marks: readonly Mark[], context: Context): string {
  const { phrases, data } = context;
  const valued = marks.filter(({ cell }) => Number.isFinite(cell.value));
  const [first] = valued;
  if (first === undefined) return `${label || 'The chart'} has no value ${nowhere(marks, context)}`;
  if (label === '') return measureClause(valued, context);
  if (valued.length === 1) return `${label} is ${phrases.figure(first.cell)}${spaced(where(first, context))}`;
  const high = extreme(valued, (a, b) => a > b);
  const low = extreme(valued, (a, b) => a < b);
  const [top = first] = high;
  const [bottom = first] = low;
  if (top.cell.value === bottom.cell.value) {
    return `${label} is ${phrases.figure(top.cell)} in all ${phrases.count(valued.length)} ${placeNoun(context)}`;
  }
  const beyond = data.x.some(({ kind }) => kind === 'other') && valued.length > 0;
  const scope = beyond ? ' (leaving “Other” aside)' : '';
  const ratio = top.cell.value / bottom.cell.value;
  const comparison =
    bottom.cell.value > 0 && Number.isFinite(ratio)
      ? `, ${phrases.times(ratio)} the lowest${lowestName(low, context)}`
      : `; it is lowest ${lowestPhrase(low, context)} (${phrases.figure(bottom.cell)})`;
  return `${label}${scope} is highest ${highestPhrase(high, valued.length, context)}${comparison}`;
}

/** One row of several measures. */
function measureClause(valued: readonly Mark[], { data, chart, phrases }: Context): string {
  const named = valued.slice(0, 4).map(({ x, cell }, index) => {
    const label = phrases.nameX(data.x[x]);
    return `${index === 0 ? label : inSentence(label)} is ${phrases.figure(cell)}`;
  });
  const more = chart.measures.length - named.length;
  return listWords([
    ...named,
    ...(more > 0 ? [`${phrases.count(more)} more ${more === 1 ? 'figure' : 'figures'}`] : []),
  ]);
}

function marksOf(data: GroupedData, lines: readonly number[]): Mark[] {
  const marks = lines.flatMap((series) =>
    data.x.flatMap((_, x) => {
      const cell = cellAt(data, series, x);
      return cell === undefined ? [] : [{ x, series, cell }];
    }),
  );
  const named = marks.filter(({ x, series }) => data.x[x]?.kind !== 'other' && data.series[series]?.kind !== 'other');
  return named.length > 0 ? named : marks;
}

function extreme(marks: readonly Mark[], better: (a: number, b: number) => boolean): readonly Mark[] {
  const best = marks.reduce(
    (value, { cell }) => (better(cell.value, value) ? cell.value : value),
    marks[0]?.cell.value ?? 0,
  );
  return marks.filter(({ cell }) => cell.value === best);
}

function highestPhrase(high: readonly Mark[], total: number, context: Context): string {
  const { phrases } = context;
  const [first, second] = high;
  if (first === undefined) return '';
  const figure = phrases.figure(first.cell);
  if (second === undefined) return `${where(first, context)} (${figure})`;
  if (high.length === 2) return `${where(first, context)} and ${where(second, context)} (both ${figure})`;
  return `in ${phrases.count(high.length)} of ${phrases.count(total)} ${placeNoun(context)} (${figure} each)`;
}

function lowestName(low: readonly Mark[], context: Context): string {
  const { phrases } = context;
  if (low.length > 2) return `, which ${phrases.count(low.length)} ${placeNoun(context)} share`;
  return `, ${low.map((mark) => nameOf(mark, context)).join(' and ')}`;
}

function lowestPhrase(low: readonly Mark[], context: Context): string {
  if (low.length > 2) return `in ${context.phrases.count(low.length)} ${placeNoun(context)}`;
  return low.map((mark) => where(mark, context)).join(' and ');
}

function where({ x, series }: Mark, { data, phrases }: Context): string {
  const place = data.x[x];
  const part = isSplit(data) ? data.series[series] : undefined;
  const texts = [phrases.atX(place), part?.kind === 'measure' ? '' : phrases.atSeries(part)];
  return texts
    .filter((text) => text !== '')
    .join(' ')
    .replace(/^(for .+) for /, '$1 and ');
}

function nameOf({ x, series }: Mark, { data, phrases }: Context): string {
  const part = isSplit(data) ? data.series[series] : undefined;
  const at = part?.kind === 'measure' ? '' : phrases.atSeries(part);
  return data.x[x]?.kind === 'all' ? phrases.nameSeries(part) : `${phrases.nameX(data.x[x])}${spaced(at)}`;
}

function isSplit({ series }: GroupedData): boolean {
  return series.length > 1 || series[0]?.kind !== 'all';
}

/** What the marks are called together: `months`, `products`, `groups`. */
function placeNoun({ chart, data }: Context): string {
  const [first] = data.x;
  if (isSplit(data) && chart.measures.length === 1) return 'groups';
  if (first?.kind === 'time' && first.grain !== null)
    return first.grain === 'century' ? 'centuries' : `${first.grain}s`.replace('millenniums', 'millennia');
  return chart.x === null ? 'groups' : pluralLabel(chart.x.label);
}

function nowhere(marks: readonly Mark[], context: Context): string {
  return `in any of the ${context.phrases.count(marks.length)} ${placeNoun(context)}`;
}

function spaced(text: string): string {
  return text === '' ? '' : ` ${text}`;
}
