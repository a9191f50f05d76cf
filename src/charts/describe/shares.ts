import type { GroupedData } from '../data.ts';
import type { NumberLocale } from '../number-format.ts';
import { drawableParts, stagesOf, wholeOf, type Part } from '../parts.ts';
import type { Chart } from '../resolve.ts';
import { inSentence, pluralLabel } from '../words/labels.ts';
import { measureNames } from '../words/titles.ts';
import { phrasesOf } from './phrases.ts';

/** The largest part of a pie or tree map: `Shop has the largest share of revenue: € 1,234 of € 2,931 (42.1 %).` */
export function sharesSentence(chart: Chart, data: GroupedData, locale: NumberLocale): string {
  const phrases = phrasesOf(chart, locale);
  const parts = drawableParts(data);
  const what = inSentence(measureNames(chart));
  const named = parts.filter(({ x, series }) => data.x[x]?.kind !== 'other' && data.series[series]?.kind !== 'other');
  const aside = named.length > 0 && named.length < parts.length ? ', leaving “Other” aside' : '';
  const largest = largestOf(named.length > 0 ? named : parts);
  const [first] = largest;
  if (first === undefined) return `No group has a share of ${what}.`;
  const whole = wholeOf(parts);
  const figure = `${phrases.figure(first.cell)} of ${phrases.amount(whole)} (${phrases.share(first.cell.value, whole)})`;
  const name = (part: Part) => partName(part, data, phrases.nameX, phrases.nameSeries);
  if (parts.length === 1) return `${name(first)} has all of ${what}: ${phrases.figure(first.cell)}.`;
  if (largest.length > 2) {
    return `The largest share of ${what}, ${figure}, goes to ${phrases.count(largest.length)} of ${phrases.count(parts.length)} groups each${aside}.`;
  }
  const names = largest.map(name).join(' and ');
  return largest.length === 1
    ? `${names} has the largest share of ${what}${aside}: ${figure}.`
    : `${names} have the largest share of ${what}${aside}: ${figure} each.`;
}

/** How many reach the last stage, and where the most are lost. */
export function funnelSentence(chart: Chart, data: GroupedData, locale: NumberLocale): string {
  const phrases = phrasesOf(chart, locale);
  const stages = stagesOf(data);
  const [first] = stages;
  const last = stages.at(-1);
  if (first === undefined || last === undefined) return 'No stage was reached.';
  const name = (part: Part) => phrases.nameX(data.x[part.x]);
  if (first === last) return `${phrases.figure(first.cell)} reach ${name(first)}, the only stage.`;
  if (last.cell.value > first.cell.value) {
    return `${name(last)} has ${phrases.figure(last.cell)}, more than ${name(first)} (${phrases.figure(first.cell)}): the stages do not narrow.`;
  }
  const reached = `${phrases.figure(last.cell)} of ${phrases.figure(first.cell)} reach ${name(last)} (${phrases.share(last.cell.value, first.cell.value)})`;
  const steps = stages.slice(1).map((stage, index) => {
    const before = stages[index] ?? first;
    return { before, stage, lost: before.cell.value - stage.cell.value };
  });
  const worst = steps.reduce((most, step) => (step.lost > most.lost ? step : most));
  if (worst.lost <= 0) return `${reached}; no stage loses any.`;
  const lost = `${phrases.amount(worst.lost)} (${phrases.share(worst.lost, worst.before.cell.value)})`;
  return `${reached}; most are lost between ${name(worst.before)} and ${name(worst.stage)}: ${lost}.`;
}

/** The largest flow. */
export function flowSentence(chart: Chart, data: GroupedData, locale: NumberLocale): string {
  const phrases = phrasesOf(chart, locale);
  const flows = drawableParts(data);
  const largest = largestOf(flows);
  const [first] = largest;
  if (first === undefined) return 'Nothing flows.';
  const whole = wholeOf(flows);
  const figure = `${phrases.figure(first.cell)} of ${phrases.amount(whole)} (${phrases.share(first.cell.value, whole)})`;
  if (largest.length > 1) {
    return `The ${phrases.count(largest.length)} largest of ${phrases.count(flows.length)} flows have ${figure} each.`;
  }
  return `The largest flow goes from ${phrases.nameX(data.x[first.x])} to ${phrases.nameSeries(data.series[first.series])}: ${figure}.`;
}

/** Where most rows lie along a number line or a calendar. */
export function histogramSentence(chart: Chart, data: GroupedData, locale: NumberLocale): string {
  const phrases = phrasesOf(chart, locale);
  const totals = data.x.map((_, x) => data.cells.reduce((sum, line) => sum + (line[x]?.value ?? 0), 0));
  const whole = totals.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...totals);
  const fullest = data.x.filter((_, x) => totals[x] === most);
  const label = inSentence(chart.x?.label ?? '');
  const figure = `${phrases.count(most)} of ${phrases.count(whole)} rows (${phrases.share(most, whole)})`;
  const [first] = fullest;
  if (data.x.length === 1)
    return `All ${phrases.count(whole)} values of ${label} lie in one place: ${phrases.nameX(first)}.`;
  if (fullest.length > 2)
    return `The most frequent ${pluralLabel(label)} are ${phrases.count(fullest.length)} ranges with ${figure} each.`;
  const names = fullest.map((position) => phrases.nameX(position)).join(' and ');
  if (first?.kind === 'time')
    return `The fullest ${first.grain ?? 'moment'} is ${names}: ${figure}${fullest.length === 2 ? ' each' : ''}.`;
  return `The most frequent ${label} is ${names}: ${figure}${fullest.length === 2 ? ' each' : ''}.`;
}

function largestOf(parts: readonly Part[]): readonly Part[] {
  const most = parts.reduce((value, { cell }) => Math.max(value, cell.value), 0);
  return parts.filter(({ cell }) => cell.value === most);
}

function partName(
  { x, series }: Part,
  data: GroupedData,
  nameX: (position: GroupedData['x'][number] | undefined) => string,
  nameSeries: (position: GroupedData['x'][number] | undefined) => string,
): string {
  const outer = data.series[series];
  const inner = nameX(data.x[x]);
  return outer === undefined || outer.kind === 'all' ? inner : `${inner} of ${nameSeries(outer)}`;
}
