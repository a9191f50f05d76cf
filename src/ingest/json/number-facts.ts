/** What must be known of a number to choose a type that keeps all of it. */
export interface NumberFacts {
  /** Digits before the point that a DECIMAL needs. */
  readonly wholeDigits: number;
  /** Digits behind the point that a DECIMAL needs. */
  readonly scale: number;
  readonly fitsBigint: boolean;
  /** An integer literal that a double holds exactly, or another number of at most 17 digits within a double's range. */
  readonly fitsDouble: boolean;
}

const numberParts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

const bigintMinimum = -(2n ** 63n);
const bigintMaximum = 2n ** 63n - 1n;
const smallestNormal = 2 ** -1022;

/** More digits than any double needs to be written exactly without an exponent. */
const mostExactDigits = 309;

/** Facts of a JSON number's text, exact for any length. */
export function numberFacts(text: string): NumberFacts {
  const [, sign = '', whole = '', fraction = '', power = '0'] = numberParts.exec(text) ?? [];
  const isInteger = text.length === sign.length + whole.length;
  const significant = significantDigits(whole + fraction);
  const point = whole.length + Number(power) - leadingZeros(whole + fraction);
  const facts = { wholeDigits: Math.max(0, point), scale: Math.max(0, significant.length - point) };
  if (significant === '') return { wholeDigits: 0, scale: 0, fitsBigint: isInteger, fitsDouble: true };
  if (!isInteger) return { ...facts, fitsBigint: false, fitsDouble: decimalFitsDouble(text, significant) };
  if (whole.length > mostExactDigits) return { ...facts, fitsBigint: false, fitsDouble: false };
  const exact = BigInt(text);
  const nearest = Number(text);
  return {
    ...facts,
    fitsBigint: exact >= bigintMinimum && exact <= bigintMaximum,
    fitsDouble: Number.isFinite(nearest) && BigInt(nearest) === exact,
  };
}

/** Below the normal range a double keeps fewer digits: there its shortest text must have the same ones. */
function decimalFitsDouble(text: string, significant: string): boolean {
  if (significant.length > 17) return false;
  const size = Math.abs(Number(text));
  if (!Number.isFinite(size) || size === 0) return false;
  return size >= smallestNormal || significantDigits(String(size).replace(/e.*/, '').replace('.', '')) === significant;
}

function significantDigits(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end--;
  return digits.slice(Math.min(end, leadingZeros(digits)), end);
}

function leadingZeros(digits: string): number {
  let count = 0;
  while (digits[count] === '0') count++;
  return count;
}

const powersOfTen = Array.from({ length: 39 }, (_, exponent) => 10n ** BigInt(exponent));

/** A JSON number times 10^scale as an exact integer; the scale must keep all of its digits. */
export function unscaled(text: string, scale: number): bigint {
  const [, sign = '', whole = '', fraction = '', power = '0'] = numberParts.exec(text) ?? [];
  const zeros = scale - fraction.length + Number(power);
  const digits = BigInt(whole + fraction);
  if (digits === 0n) return 0n;
  const factor = powersOfTen[Math.abs(zeros)] ?? 10n ** BigInt(Math.abs(zeros));
  const size = zeros >= 0 ? digits * factor : digits / factor;
  return sign === '-' ? -size : size;
}
