import { formatExact, formatNumber, formatReadable, type NumberLocale, plainFormat } from '../charts/number-format.ts';
import { isNumeric, isTemporal } from '../engine/types.ts';
import type { ColumnProfile } from './column-profile.ts';

/** One sentence that says what a column holds, with exact figures wherever they are known. */
export function describeProfile(profile: ColumnProfile, locale: NumberLocale): string {
  const { info, rows, nulls } = profile;
  const present = rows - nulls;
  if (rows === 0) return `${info.name} has no rows.`;
  if (present === 0) return `All ${integer(rows, locale)} values of ${info.name} are missing (NULL).`;
  const parts = [contentWords(profile, present, locale), missingWords(profile, locale)];
  return `${info.name}: ${parts.join('; ')}.`;
}

/** A share of a whole as a percentage that is never rounded to 0 or 100 when it is neither. */
export function shareText(part: number, whole: number, locale: NumberLocale): string {
  if (whole === 0 || part === 0) return '0 %';
  if (part === whole) return '100 %';
  const percent = (100 * part) / whole;
  if (percent < 0.1) return `under ${formatNumber(0.1, plainFormat, locale)} %`;
  if (percent > 99.9) return `over ${formatNumber(99.9, plainFormat, locale)} %`;
  return `${formatNumber(Number(percent.toFixed(1)), plainFormat, locale)} %`;
}

/** A figure with the locale's separators, shortened to what one reads. */
export function readable(text: string, locale: NumberLocale): string {
  return formatReadable(text, plainFormat, locale);
}

/** A count with the locale's separators. */
export function integer(value: number, locale: NumberLocale): string {
  return formatExact(String(value), plainFormat, locale);
}

function missingWords({ rows, nulls }: ColumnProfile, locale: NumberLocale): string {
  if (nulls === 0) return 'none missing';
  return `${integer(nulls, locale)} missing (${shareText(nulls, rows, locale)})`;
}

function contentWords(profile: ColumnProfile, present: number, locale: NumberLocale): string {
  const { info, booleans } = profile;
  if (booleans !== undefined) {
    return `true in ${integer(booleans.yes, locale)} of ${integer(present, locale)} (${shareText(booleans.yes, present, locale)})`;
  }
  if (isNumeric(info.type) || isTemporal(info.type)) return spreadWords(profile, present, locale);
  if (profile.lengths?.unit === 'items') return lengthWords(profile, present, locale);
  return valueWords(profile, present, locale);
}

function spreadWords(profile: ColumnProfile, present: number, locale: NumberLocale): string {
  const { range, quantiles, numbers, info } = profile;
  const show = (text: string) => (isNumeric(info.type) ? readable(text, locale) : text);
  const count = integer(present, locale);
  if (range === undefined) return `${count} values, none of them finite`;
  if (range.low === range.high) return `${show(range.low)} in all ${count} values`;
  const [, lower, median, upper] = quantiles?.values ?? [];
  const middle =
    median === undefined || lower === undefined || upper === undefined
      ? ''
      : `, ${quantiles?.exact === true ? '' : 'about '}half of them between ${show(lower)} and ${show(upper)}, median ${show(median)}`;
  const strange = numbers?.notFinite ?? 0;
  const infinite = strange === 0 ? '' : `, ${integer(strange, locale)} not a finite number`;
  return `${count} values from ${show(range.low)} to ${show(range.high)}${middle}${infinite}`;
}

function lengthWords({ lengths }: ColumnProfile, present: number, locale: NumberLocale): string {
  if (lengths === undefined) return `${integer(present, locale)} values`;
  const { shortest, longest, average } = lengths;
  if (shortest === longest) return `${integer(present, locale)} lists of ${integer(shortest, locale)} items each`;
  const mean = formatReadable(String(Number(average.toPrecision(15))), plainFormat, locale);
  return `${integer(present, locale)} lists of ${integer(shortest, locale)} to ${integer(longest, locale)} items, ${mean} on average`;
}

function valueWords({ distinct, top, info }: ColumnProfile, present: number, locale: NumberLocale): string {
  const [most] = top ?? [];
  if (distinct.exact && distinct.value === 1)
    return `the same value in all ${integer(present, locale)} rows that have one`;
  if (distinct.exact && distinct.value === present) return `${integer(present, locale)} values, all different`;
  const different = `${distinct.exact ? '' : 'about '}${integer(distinct.value, locale)} different values`;
  if (most === undefined) return `${integer(present, locale)} values, ${different}`;
  const name = info.type.kind === 'text' ? `“${cut(most.value)}”` : cut(most.value);
  return `${different}, most often ${name} (${shareText(most.count, present, locale)})`;
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
