import { isNumeric } from '../../src/engine/types.ts';
import type { ColumnProfile } from '../../src/profile/column-profile.ts';
import { integer, readable, shareText } from '../../src/profile/profile-words.ts';
import type { Filter } from '../../src/results/filter.ts';
import { numberLocale } from '../app/number-locale.ts';

/** Longest label, and longest value to filter by, in characters. */
const shownCharacters = 200;
const filterable = 1000;

/** One bar of a profile. */
export interface ProfileBar {
  readonly label: string;
  readonly count: number;
  /** The count with its share, in words. */
  readonly words: string;
  /** The rows it stands for; absent where they cannot be filtered. */
  readonly filter: Filter | undefined;
}

/** Bars for the bins of a column of numbers or times, or of the lengths of lists. */
export function binBars(profile: ColumnProfile, column: number): ProfileBar[] {
  const { bins = [], info, lengths } = profile;
  const present = profile.rows - profile.nulls;
  const isLength = lengths?.unit === 'items';
  const show = (text: string) => (isNumeric(info.type) || isLength ? readable(text, numberLocale) : text);
  return bins.map(({ low, high, count }, index) => ({
    label: isUnit(low, high, profile) ? show(low) : `${show(low)} – ${show(high)}`,
    count,
    words: countWords(count, present),
    filter: isLength ? undefined : { kind: 'range', column, low, high, highOpen: index < bins.length - 1 },
  }));
}

/** Bars for the most frequent values, or for true and false. */
export function valueBars(profile: ColumnProfile, column: number): ProfileBar[] {
  const { top = [], booleans, info } = profile;
  const present = profile.rows - profile.nulls;
  const values =
    booleans === undefined
      ? top
      : [
          { value: 'true', count: booleans.yes },
          { value: 'false', count: booleans.no },
        ];
  return values.map(({ value, count }) => ({
    label: isNumeric(info.type) ? readable(value, numberLocale) : value.slice(0, shownCharacters),
    count,
    words: countWords(count, present),
    filter: value.length > filterable ? undefined : { kind: 'values', column, values: [value], negated: false },
  }));
}

/** Whether a bin of whole numbers holds a single one. */
function isUnit(low: string, high: string, { info, lengths }: ColumnProfile): boolean {
  return (info.type.kind === 'integer' || lengths?.unit === 'items') && BigInt(high) - BigInt(low) === 1n;
}

function countWords(count: number, present: number): string {
  return `${integer(count, numberLocale)} (${shareText(count, present, numberLocale)})`;
}
