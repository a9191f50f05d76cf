import { formatNumber, plainFormat, type NumberLocale } from '../number-format.ts';
import type { Reduction } from '../reduction.ts';
import type { Chart } from '../resolve.ts';
import { inSentence, pluralLabel } from './labels.ts';

/** What was cut or put together, exactly: `Top 20 of 1,204 products; the rest is in “Other”.` */
export function reductionSentence(reduction: Reduction, chart: Chart, locale: NumberLocale): string {
  const count = (value: number) => formatNumber(value, plainFormat, locale);
  const rows = (value: number) => `${count(value)} ${value === 1 ? 'row' : 'rows'}`;
  switch (reduction.kind) {
    case 'top':
      return topSentence(reduction, chart, count);
    case 'grain':
      return `Shown by ${reduction.used}: there are too many ${reduction.wanted}s to draw.`;
    case 'steps':
      return `${chart[reduction.axis]?.label ?? ''} is put together in steps of ${count(reduction.width)}.`;
    case 'cells':
      return `${rows(reduction.rows)} in ${count(reduction.cells)} bins.`;
    case 'sample':
      return `${count(reduction.shown)} of ${count(reduction.total)} points, an even sample that is the same each time.`;
    case 'first':
      return `The first ${count(reduction.shown)} of ${rows(reduction.total)}.`;
    case 'extremes':
      return `${count(reduction.shown)} of ${count(reduction.total)} points: the lowest and highest of each slice, so that no peak is lost.`;
    case 'outliers':
      return `${count(reduction.shown)} of ${count(reduction.total)} different outliers are drawn, evenly picked.`;
    case 'placeless':
      return `${rows(reduction.rows)} without ${wantedValue(chart)} ${reduction.rows === 1 ? 'is' : 'are'} left out.`;
    case 'undrawable':
      return `${count(reduction.groups)} ${reduction.groups === 1 ? 'group' : 'groups'} with a negative or no value cannot be drawn here.`;
    case 'endless':
      return `${count(reduction.groups)} ${reduction.groups === 1 ? 'value is' : 'values are'} not drawn: infinite, not a number, or too large for an axis.`;
  }
}

function topSentence(
  { axis, shown, total, which, rest }: Extract<Reduction, { kind: 'top' }>,
  { [axis]: dimension }: Chart,
  count: (value: number) => string,
): string {
  const first = { highest: 'Top', lowest: 'Lowest', first: 'First' }[which];
  const left = rest === 'drop' ? 'the rest is left out' : 'the rest is in “Other”';
  const what = dimension === null ? 'groups' : pluralLabel(dimension.label);
  return `${first} ${count(shown)} of ${count(total)} ${what}; ${left}.`;
}

function wantedValue({ spec, x, y, measures }: Chart): string {
  if (y !== null && x !== null) return `a value of both ${inSentence(x.label)} and ${inSentence(y.label)}`;
  const [column, label] = spec.kind === 'box' ? [measures[0]?.column, measures[0]?.label] : [x?.column, x?.label];
  return `${column?.type.kind === 'float' ? 'a finite value' : 'a value'} of ${inSentence(label ?? '')}`;
}
