import { formatExact, formatReadable, formatShare, type NumberLocale, plainFormat } from '../charts/number-format.ts';
import type { Value } from '../engine/value.ts';

/** Sentences of modules are English. */
const locale: NumberLocale = { group: ',', decimal: '.' };

/** A cell as a number; NaN for NULL and for what is no number. */
export function numberOf(value: Value | undefined): number {
  if (typeof value === 'bigint' || typeof value === 'number') return Number(value);
  return typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
}

/** A cell as a text; NULL and nested values are empty. */
export function textOf(value: Value | undefined): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

/** The items of a list; none for what is no list. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : []; // isArray loses the element type
}

/** A count with its noun: `1 row`, `12,465 rows`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatExact(String(count), plainFormat, locale)} ${count === 1 ? noun : plural}`;
}

/** How many rows a sentence hears of: exact below a thousand, `1,000 rows or more` from there on. */
export function heard(rows: readonly unknown[], noun: string, plural = `${noun}s`): string {
  const number = counted(rows.length, noun, plural);
  return rows.length < 1000 ? number : `${number} or more`;
}

/** A part of a whole as `42.1 %`; `none` where the whole is nothing. */
export function share(part: number, whole: number): string {
  return whole > 0 ? formatShare(part, whole, locale) : 'none';
}

/** A number as a reader wants it in a sentence, to two decimals. */
export function readable(value: number): string {
  return Number.isFinite(value) ? formatReadable(String(value), plainFormat, locale) : 'undefined';
}

/** `a`, `a and b`, `a, b and 3 more`: at most `shown` of them by name. */
export function listed(names: readonly string[], shown = 3): string {
  const named = names.slice(0, shown).map((name) => `“${name}”`);
  const rest = names.length - named.length;
  const parts = rest > 0 ? [...named, `${rest} more`] : named;
  const last = parts.at(-1) ?? 'none';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
