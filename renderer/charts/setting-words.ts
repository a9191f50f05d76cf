import type { Aggregate, CategoryOrder, ChartSpec } from '../../src/charts/spec.ts';

/** Names of the settings as the editor shows them. */
export const aggregateWords: Readonly<Record<Aggregate, string>> = {
  none: 'Rows as they are',
  count: 'Count',
  'count-distinct': 'Distinct count',
  sum: 'Sum',
  average: 'Average',
  median: 'Median',
  minimum: 'Lowest',
  maximum: 'Highest',
};

export const orderWords: Readonly<Record<CategoryOrder, string>> = {
  auto: 'Automatic',
  'value-descending': 'Largest first',
  'value-ascending': 'Smallest first',
  natural: 'A to Z',
  'natural-descending': 'Z to A',
  appearance: 'As in the result',
};

export const grainWords: Readonly<Record<ChartSpec['grain'], string>> = {
  auto: 'Automatic',
  second: 'Second',
  minute: 'Minute',
  hour: 'Hour',
  day: 'Day',
  week: 'Week (from Monday)',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
  decade: 'Decade',
  century: 'Century',
  millennium: 'Millennium',
};

export const stackWords: Readonly<Record<ChartSpec['stack'], string>> = {
  none: 'Side by side',
  stack: 'Stacked',
  percent: '100 %',
};

export const orientationWords: Readonly<Record<ChartSpec['orientation'], string>> = {
  auto: 'Auto',
  vertical: 'Upright',
  horizontal: 'Lying',
};

/** A dictionary as the entries of a list. */
export function optionsOf<Value extends string>(
  words: Readonly<Record<Value, string>>,
  values: readonly Value[],
): { readonly value: Value; readonly label: string }[] {
  return values.map((value) => ({ value, label: words[value] }));
}
