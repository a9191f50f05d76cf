import { StillhouseError } from '../../core/error.ts';
import { openFunction } from '../contract.ts';
import { grouped, parseDecimal, partsOf, roundDecimal } from '../number/decimal.ts';
import { doubleText } from '../number/double-text.ts';

/** A value to be written: doubles as numbers, everything else as text; `null` is NULL. */
type Value = string | number | null;

const specShape = /%(?:(\d+)\$)?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

/** Java's `String.format` for `%s %d %x %X %o %f %e %c %b %n %%`, with width, precision and the flags `- + 0 , (` and blank. */
export function formatString(format: string, values: readonly Value[]): string {
  let next = 0;
  const text = format.replace(
    specShape,
    (
      spec,
      place: string | undefined,
      flags: string,
      width: string | undefined,
      precision: string | undefined,
      kind: string,
    ) => {
      if (kind === '%') return padded('%', flags, width);
      if (kind === 'n') return '\n';
      const index = place === undefined ? next++ : Number(place) - 1;
      if (index >= values.length)
        throw new StillhouseError('sql-value', `"${spec}" has no value: ${values.length} are given.`);
      const places = precision === undefined ? undefined : Number(precision);
      const shown = written(values[index] ?? null, { spec, kind, flags, places, width: Number(width ?? 0) });
      return padded(/[A-Z]/.test(kind) ? shown.toUpperCase() : shown, flags, width);
    },
  );
  const rest = format.replace(specShape, '');
  if (rest.includes('%')) throw new StillhouseError('sql-value', `The format "${format}" cannot be read at "%".`);
  return text;
}

interface Spec {
  readonly spec: string;
  readonly kind: string;
  readonly flags: string;
  readonly places: number | undefined;
  readonly width: number;
}

function written(value: Value, wanted: Spec): string {
  const { spec, kind, flags, places } = wanted;
  if (value === null) return kind.toLowerCase() === 'b' ? 'false' : cut('null', places);
  const plain = typeof value === 'number' ? doubleText(value) : value;
  switch (kind.toLowerCase()) {
    case 's':
      return cut(plain, places);
    case 'b':
      return cut(plain === 'false' ? 'false' : 'true', places);
    case 'c':
      return /^\d+$/.test(plain) ? String.fromCodePoint(Number(plain)) : cut(plain, 1);
    case 'd':
      if (!/^-?\d+$/.test(plain)) throw wrongValue(spec, plain);
      return signed(
        plain.startsWith('-'),
        flags.includes(',') ? grouped(plain.replace('-', ''), 3) : plain.replace('-', ''),
        wanted,
      );
    case 'x':
    case 'o':
      return filled(unsignedDigits(spec, plain, kind.toLowerCase() === 'x' ? 16 : 8), wanted);
    case 'f':
      return fixed(plain, places ?? 6, wanted);
    case 'e':
      return exponential(plain, places ?? 6, wanted);
    default:
      throw new StillhouseError(
        'sql-value',
        `"${spec}" is no format here; there are %s, %d, %f, %e, %x, %o, %c and %b.`,
      );
  }
}

function fixed(plain: string, places: number, wanted: Spec): string {
  const number = parseDecimal(plain);
  if (number === undefined) return notFinite(plain, wanted);
  if (/^-?\d+$/.test(plain)) throw wrongValue(wanted.spec, plain);
  const { whole, fraction } = partsOf(roundDecimal(number, places, 'up'));
  const shown = (wanted.flags.includes(',') ? grouped(whole, 3) : whole) + (fraction === '' ? '' : `.${fraction}`);
  return signed(number.negative, shown, wanted);
}

function exponential(plain: string, places: number, wanted: Spec): string {
  const value = Number(plain);
  if (!Number.isFinite(value)) return notFinite(plain, wanted);
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential(places).split('e');
  const shown = `${digits}e${exponent.startsWith('-') ? '-' : '+'}${exponent.slice(1).padStart(2, '0')}`;
  return signed(value < 0, shown, wanted);
}

function notFinite(plain: string, wanted: Spec): string {
  if (!/^(?:NaN|-?Infinity)$/.test(plain)) throw wrongValue(wanted.spec, plain);
  return signed(plain.startsWith('-'), plain.replace('-', ''), { ...wanted, flags: wanted.flags.replace('0', '') });
}

/** Digits of a number of 64 bits in two's complement; of 32 bits where it is an INT. */
function unsignedDigits(spec: string, plain: string, base: number): string {
  if (!/^-?\d+$/.test(plain)) throw wrongValue(spec, plain);
  const value = BigInt(plain);
  return BigInt.asUintN(BigInt.asIntN(32, value) === value ? 32 : 64, value).toString(base);
}

function signed(isNegative: boolean, shown: string, wanted: Spec): string {
  const { flags } = wanted;
  if (isNegative && flags.includes('(')) return `(${shown})`;
  const sign = isNegative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  return sign + filled(shown, { ...wanted, width: wanted.width - sign.length });
}

const filled = (shown: string, { flags, width }: Spec): string =>
  flags.includes('0') ? shown.padStart(width, '0') : shown;

const cut = (text: string, places: number | undefined): string =>
  places === undefined ? text : Array.from(text).slice(0, places).join('');

function padded(text: string, flags: string, width: string | undefined): string {
  const missing = Math.max(0, Number(width ?? 0) - text.length);
  return flags.includes('-') ? text + ' '.repeat(missing) : ' '.repeat(missing) + text;
}

const wrongValue = (spec: string, plain: string) =>
  new StillhouseError('sql-value', `"${spec}" does not take the value ${plain}.`);

/** `sh_format_string(format, value, …)`: Spark's `format_string`; doubles as DOUBLE, everything else as text. */
export const formatStringFunction = openFunction({
  name: 'sh_format_string',
  takes: ['text'],
  rest: ['value'],
  gives: 'text',
  seesNulls: true,
  row: (format: string | null, ...values: readonly Value[]) => (format === null ? null : formatString(format, values)),
});
