import type { NumberFormat } from './spec.ts';

/** Separators of the reader's locale, such as `,` and `.`. */
export interface NumberLocale {
  readonly group: string;
  readonly decimal: string;
}

/** A number without unit, percent or fixed decimals. */
export const plainFormat: NumberFormat = { notation: 'plain', decimals: null, prefix: '', suffix: '' };

const shortUnits = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** Every digit of an exact decimal text (`-1234.50`), grouped; other texts and powers beyond 10^±20 stay as they are. */
export function formatExact(exact: string, format: NumberFormat, locale: NumberLocale): string {
  const decimal = parseDecimal(exact);
  if (decimal === undefined) return exact;
  const percent = format.notation === 'percent';
  const scaled = percent ? { ...decimal, scale: decimal.scale - 2 } : decimal;
  const shown = format.decimals === null ? scaled : rounded(scaled, format.decimals);
  const text = grouped(shown, locale);
  const sign = text.startsWith('-') ? '-' : '';
  return `${sign}${format.prefix}${text.slice(sign.length)}${percent ? '\u00a0%' : ''}${format.suffix}`;
}

/** A double to the 15 digits it is sure of, so that 0.1 + 0.2 reads 0.3. NaN and infinities come back as words. */
export function formatNumber(value: number, format: NumberFormat, locale: NumberLocale): string {
  return formatExact(doubleDecimal(value), format, locale);
}

/** For sentences: at most two decimals from 1 up and three significant digits below, unless the format says otherwise. */
export function formatReadable(exact: string, format: NumberFormat, locale: NumberLocale): string {
  const decimal = parseDecimal(exact);
  if (decimal === undefined || format.decimals !== null) return formatExact(exact, format, locale);
  const size = Math.abs(Number(exact)) * (format.notation === 'percent' ? 100 : 1);
  const decimals = size >= 1 || size === 0 ? 2 : Math.min(12, 2 - Math.floor(Math.log10(size)));
  const scale = decimal.scale - (format.notation === 'percent' ? 2 : 0);
  return formatExact(exact, scale > decimals ? { ...format, decimals } : format, locale);
}

/** A part of a whole, to a tenth of a percent: `42.1 %`. */
export function formatShare(part: number, whole: number, locale: NumberLocale): string {
  return formatNumber(part / whole, { ...plainFormat, notation: 'percent', decimals: 1 }, locale);
}

/** For axis ticks, which are round: `12 k`, `1.5 M`, `3 B`, `2 T`, beyond that and below 0.0001 in powers of ten. */
export function formatShort(value: number, format: NumberFormat, locale: NumberLocale): string {
  return short(value, format, locale, 6);
}

/** For labels beside marks: like a tick, to three digits from 10,000 up and four below. */
export function formatBrief(value: number, format: NumberFormat, locale: NumberLocale): string {
  return short(value, format, locale, Math.abs(value) >= 10_000 ? 3 : 4);
}

function short(value: number, format: NumberFormat, locale: NumberLocale, digits: number): string {
  if (!Number.isFinite(value)) return String(value);
  const shown = format.notation === 'percent' ? value * 100 : value;
  const sign = shown < 0 ? '-' : '';
  const suffix = `${format.notation === 'percent' ? '\u00a0%' : ''}${format.suffix}`;
  return `${sign}${format.prefix}${shortSize(Number(Math.abs(shown).toPrecision(digits)), locale)}${suffix}`;
}

function shortSize(size: number, locale: NumberLocale): string {
  const plain = (value: number) => formatExact(doubleDecimal(value), plainFormat, locale);
  if (size === 0) return '0';
  if (size >= 1e15 || size < 1e-4) return powerOfTen(size, locale);
  const unit = size < 10_000 ? undefined : shortUnits.find(([factor]) => size >= factor);
  return unit === undefined ? plain(size) : `${plain(size / unit[0])}\u00a0${unit[1]}`;
}

function powerOfTen(size: number, locale: NumberLocale): string {
  const [mantissa = '', exponent = '0'] = Number(size.toPrecision(3)).toExponential().split('e');
  return `${mantissa.replace('.', locale.decimal)}e${Number(exponent)}`;
}

interface Decimal {
  readonly digits: bigint;
  /** Digits behind the point; negative for trailing zeros in front of it. */
  readonly scale: number;
}

/** The 15 digits of a double that are not rounding noise, as decimal text. */
export function doubleDecimal(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : String(value);
}

function parseDecimal(text: string): Decimal | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (Math.abs(Number(exponent)) > 20) return undefined;
  return { digits: BigInt(sign + whole + fraction), scale: fraction.length - Number(exponent) };
}

/** Half away from zero. */
function rounded({ digits, scale }: Decimal, decimals: number): Decimal {
  if (scale <= decimals) return { digits: digits * 10n ** BigInt(decimals - scale), scale: decimals };
  const factor = 10n ** BigInt(scale - decimals);
  const half = (digits < 0n ? -factor : factor) / 2n;
  return { digits: (digits + half) / factor, scale: decimals };
}

function grouped({ digits, scale }: Decimal, locale: NumberLocale): string {
  const plain = scale < 0 ? digits * 10n ** BigInt(-scale) : digits;
  const places = Math.max(0, scale);
  const text = String(plain < 0n ? -plain : plain).padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places).replace(/\B(?=(\d{3})+$)/g, locale.group);
  const fraction = places === 0 ? '' : locale.decimal + text.slice(-places);
  return (plain < 0n ? '-' : '') + whole + fraction;
}
