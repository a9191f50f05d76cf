import type { NumberLocale } from '../charts/number-format.ts';
import { isNumeric } from '../engine/types.ts';
import { type ColumnProfile, quantileShares } from './column-profile.ts';
import { integer, readable, shareText } from './profile-words.ts';
import { figureText } from './read-profile.ts';

/** One line of a profile's figures. */
export interface Figure {
  readonly name: string;
  readonly value: string;
}

const quantileNames: Readonly<Record<(typeof quantileShares)[number], string>> = {
  0.05: '5th percentile',
  0.25: 'Lower quartile',
  0.5: 'Median',
  0.75: 'Upper quartile',
  0.95: '95th percentile',
};

/** All figures of a profile with their names; estimates begin with `≈`. */
export function profileFigures(profile: ColumnProfile, locale: NumberLocale): Figure[] {
  const { rows, nulls, distinct } = profile;
  return [
    { name: 'Rows', value: integer(rows, locale) },
    {
      name: 'Missing (NULL)',
      value: nulls === 0 ? '0' : `${integer(nulls, locale)} (${shareText(nulls, rows, locale)})`,
    },
    { name: 'Different values', value: `${distinct.exact ? '' : '≈ '}${integer(distinct.value, locale)}` },
    ...spreadFigures(profile, locale),
    ...lengthFigures(profile, locale),
  ];
}

function spreadFigures({ info, range, numbers, quantiles }: ColumnProfile, locale: NumberLocale): Figure[] {
  const show = (text: string) => (isNumeric(info.type) ? readable(text, locale) : text);
  const figures: Figure[] = [];
  const add = (name: string, text: string | undefined, isExact = true) => {
    if (text !== undefined) figures.push({ name, value: `${isExact ? '' : '≈ '}${show(text)}` });
  };
  add(info.type.kind === 'text' ? 'First in order' : 'Smallest', range?.low);
  quantileShares.forEach((share, index) => {
    add(quantileNames[share], quantiles?.values[index], quantiles?.exact);
  });
  add(info.type.kind === 'text' ? 'Last in order' : 'Largest', range?.high);
  if (numbers === undefined) return figures;
  add('Mean', figureText(numbers.mean));
  if (numbers.deviation !== null) add('Standard deviation', figureText(numbers.deviation));
  if (numbers.notFinite > 0) figures.push({ name: 'Not a finite number', value: integer(numbers.notFinite, locale) });
  return figures;
}

function lengthFigures({ lengths }: ColumnProfile, locale: NumberLocale): Figure[] {
  if (lengths === undefined) return [];
  const { unit, shortest, longest, average, empty } = lengths;
  return [
    { name: `Shortest, in ${unit}`, value: integer(shortest, locale) },
    { name: `Longest, in ${unit}`, value: integer(longest, locale) },
    { name: `Average, in ${unit}`, value: readable(figureText(average), locale) },
    ...(empty > 0 ? [{ name: 'Empty', value: integer(empty, locale) }] : []),
  ];
}
