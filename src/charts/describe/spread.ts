import type { BoxesData, GroupedData, PointsData } from '../data.ts';
import type { NumberLocale } from '../number-format.ts';
import type { Chart } from '../resolve.ts';
import { inSentence } from '../words/labels.ts';
import { phrasesOf } from './phrases.ts';

/** How two columns move together, by Pearson's correlation of all points. */
export function correlationSentence(chart: Chart, data: PointsData, locale: NumberLocale): string {
  const phrases = phrasesOf(chart, locale);
  const x = inSentence(chart.x?.label ?? '');
  const y = chart.y?.label ?? '';
  const points = `${phrases.count(data.pointTotal)} ${data.pointTotal === 1 ? 'point' : 'points'}`;
  if (!Number.isFinite(data.correlation)) {
    return data.pointTotal < 2
      ? `There is one point only.`
      : `${y} against ${x}: ${points}, of which all have the same value on one axis.`;
  }
  const r = data.correlation.toFixed(2).replace('.', locale.decimal);
  const size = Math.abs(data.correlation);
  const figure = `(correlation ${r} over ${points})`;
  if (size < 0.1) return `${y} and ${x} show no linear relation ${figure}.`;
  const strength = size >= 0.7 ? 'clearly ' : size >= 0.4 ? '' : 'slightly ';
  return `${y} ${strength}${data.correlation > 0 ? 'rises' : 'falls'} as ${x} rises ${figure}.`;
}

/** Where most of the points lie when they were counted in cells. */
export function densitySentence(chart: Chart, data: GroupedData, locale: NumberLocale): string {
  const phrases = phrasesOf(chart, locale);
  let best = { rows: 0, x: 0, series: 0 };
  let whole = 0;
  data.cells.forEach((line, series) => {
    line.forEach((cell, x) => {
      const rows = cell?.rows ?? 0;
      whole += rows;
      if (rows > best.rows) best = { rows, x, series };
    });
  });
  const place = `${inSentence(chart.x?.label ?? '')} ${phrases.nameX(data.x[best.x])} and ${inSentence(chart.y?.label ?? '')} ${phrases.nameSeries(data.series[best.series])}`;
  return `Most rows in one bin lie at ${place}: ${phrases.count(best.rows)} of ${phrases.count(whole)} (${phrases.share(best.rows, whole)}).`;
}

/** Which group has the highest and the lowest median, and how many values lie far out. */
export function boxSentence(chart: Chart, data: BoxesData, locale: NumberLocale): string {
  const phrases = phrasesOf(chart, locale);
  const label = inSentence(chart.measures[0]?.label ?? '');
  const outliers = data.boxes.reduce((sum, box) => sum + box.outlierCount, 0);
  const rows = data.boxes.reduce((sum, box) => sum + box.rows, 0);
  const far =
    outliers === 0
      ? `none of the ${phrases.count(rows)} values is an outlier`
      : `${phrases.count(outliers)} of ${phrases.count(rows)} values ${outliers === 1 ? 'is an outlier' : 'are outliers'}`;
  const [first] = data.boxes;
  if (first === undefined) return `There is no value of ${label}.`;
  if (data.boxes.length === 1) {
    const [low, middle, high] = [first.lowerQuartile, first.median, first.upperQuartile].map(phrases.amount);
    return `Half of all values of ${label} lie between ${low ?? ''} and ${high ?? ''}, the median is ${middle ?? ''}; ${far}.`;
  }
  const named = data.boxes.filter(({ position }) => position.kind !== 'other');
  const highest = named.reduce((best, box) => (box.median > best.median ? box : best), first);
  const lowest = named.reduce((best, box) => (box.median < best.median ? box : best), first);
  if (highest.median === lowest.median) {
    return `The median of ${label} is ${phrases.amount(first.median)} in all ${phrases.count(data.boxes.length)} groups; ${far}.`;
  }
  const at = (box: typeof first) => `${phrases.atX(box.position)} (${phrases.amount(box.median)})`;
  return `The median of ${label} is highest ${at(highest)} and lowest ${at(lowest)}; ${far}.`;
}
