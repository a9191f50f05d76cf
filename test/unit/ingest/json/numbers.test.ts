import { describe, expect, test } from 'vitest';
import { appendBytes } from '../../../../src/ingest/json/byte-window.ts';
import { storeInteger, storeProduct, storeWide } from '../../../../src/ingest/json/long-integer.ts';
import { numberFacts, unscaled } from '../../../../src/ingest/json/number-facts.ts';
import { doubleOf, isExactDouble, scanNumber, splitDigits } from '../../../../src/ingest/json/scan-number.ts';
import { Scanner } from '../../../../src/ingest/json/scanner.ts';
import { seededRandom } from '../../../support/json-records.ts';

function scanned(text: string): Scanner {
  const scanner = new Scanner(false);
  appendBytes(scanner, new TextEncoder().encode(text));
  return scanner;
}

/** Numbers as text: all lengths, with and without fraction and exponent. */
function* numberTexts(count: number): Generator<string> {
  const random = seededRandom(7);
  const below = (limit: number) => Math.floor(random() * limit);
  const digits = (length: number) => Array.from({ length }, () => below(10)).join('');
  for (let index = 0; index < count; index++) {
    const whole = digits(1 + below(22)).replace(/^0+(?=\d)/, '');
    const fraction = random() < 0.5 ? `.${digits(1 + below(22))}` : '';
    const exponent = random() < 0.3 ? `e${['', '+', '-'][below(3)] ?? ''}${below(330)}` : '';
    yield `${random() < 0.3 ? '-' : ''}${whole}${fraction}${exponent}`;
    yield String((random() - 0.5) * 10 ** below(20));
    yield (random() * 10 ** below(16)).toPrecision(17).replace(/e.*/, '');
  }
}

describe('doubleOf', () => {
  test('gives the nearest double, as Number does', () => {
    const wrong = [...numberTexts(20_000)].filter((text) => {
      const scanner = scanned(text);
      return !scanNumber(scanner) || scanner.at !== text.length || doubleOf(scanner) !== Number(text);
    });
    expect(wrong).toEqual([]);
  });
});

describe('isExactDouble', () => {
  test('agrees with exact arithmetic', () => {
    const sizes = [...numberTexts(20_000)].flatMap((text) => /^-?(\d{16,18})$/.exec(text)?.[1] ?? []);
    const values = sizes.flatMap((size) => [BigInt(size), (BigInt(size) / 1024n) * 1024n]);
    const large = values.filter((value) => value >= 2n ** 53n);
    const wrong = large.filter((value) => {
      const scanner = scanned(String(value));
      scanNumber(scanner);
      splitDigits(scanner);
      return isExactDouble(scanner) !== (BigInt(Number(value)) === value);
    });
    expect(large.length).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });
});

describe('numberFacts', () => {
  test.each([
    ['0', { wholeDigits: 0, scale: 0, fitsBigint: true, fitsDouble: true }],
    ['-12', { wholeDigits: 2, scale: 0, fitsBigint: true, fitsDouble: true }],
    ['1500.25', { wholeDigits: 4, scale: 2, fitsBigint: false, fitsDouble: true }],
    ['0.00012', { wholeDigits: 0, scale: 5, fitsBigint: false, fitsDouble: true }],
    ['12.5000', { wholeDigits: 2, scale: 1, fitsBigint: false, fitsDouble: true }],
    ['1.2e5', { wholeDigits: 6, scale: 0, fitsBigint: false, fitsDouble: true }],
    ['12e-5', { wholeDigits: 0, scale: 5, fitsBigint: false, fitsDouble: true }],
    ['9223372036854775807', { wholeDigits: 19, scale: 0, fitsBigint: true, fitsDouble: false }],
    ['9223372036854775808', { wholeDigits: 19, scale: 0, fitsBigint: false, fitsDouble: true }],
    ['-9223372036854775808', { wholeDigits: 19, scale: 0, fitsBigint: true, fitsDouble: true }],
    ['0.12345678901234567', { wholeDigits: 0, scale: 17, fitsBigint: false, fitsDouble: true }],
    ['0.123456789012345678', { wholeDigits: 0, scale: 18, fitsBigint: false, fitsDouble: false }],
    ['1e309', { wholeDigits: 310, scale: 0, fitsBigint: false, fitsDouble: false }],
    ['1e-324', { wholeDigits: 0, scale: 324, fitsBigint: false, fitsDouble: false }],
    ['5e-324', { wholeDigits: 0, scale: 324, fitsBigint: false, fitsDouble: true }],
    ['1.2345678901e-320', { wholeDigits: 0, scale: 330, fitsBigint: false, fitsDouble: false }],
    [`1${'0'.repeat(308)}`, { wholeDigits: 309, scale: 0, fitsBigint: false, fitsDouble: false }],
    [`${2n ** 1000n}`, { wholeDigits: 302, scale: 0, fitsBigint: false, fitsDouble: true }],
    ['9'.repeat(400), { wholeDigits: 400, scale: 0, fitsBigint: false, fitsDouble: false }],
  ])('%s', (text, facts) => {
    expect(numberFacts(text)).toEqual(facts);
  });
});

test.each([
  ['12.5', 3, 12500n],
  ['-0.05', 2, -5n],
  ['1.2e2', 1, 1200n],
  ['1200e-2', 0, 12n],
  ['0e99999999999', 2, 0n],
  ['-99999999999999999999', 18, -99999999999999999999000000000000000000n],
])('%s with scale %i is stored as %s', (text, scale, value) => {
  expect(unscaled(text, scale)).toBe(value);
});

describe('integers in words', () => {
  const words = new Int32Array(8);
  const long = (row: number) => new BigInt64Array(words.buffer)[row];

  test('storeInteger keeps all below 2^53', () => {
    for (const value of [0, 1, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53 - 1, -(2 ** 53) + 1]) {
      storeInteger(words, 1, value);
      expect(long(1)).toBe(BigInt(value));
    }
  });

  test('storeProduct keeps all of 64 bits', () => {
    const cases = [
      [9_223_372_036, 1e9, 854_775_807],
      [-9_223_372_036, 1e9, -854_775_808],
      [-62_135_596_800, 1e6, 999_999],
      [253_402_300_799, 1e6, 999_999],
      [-1, 1e6, 1],
      [0, 1e9, 0],
    ] as const;
    for (const [high, factor, low] of cases) {
      storeProduct(words, 2, high, factor, low);
      expect(long(2)).toBe(BigInt(high) * BigInt(factor) + BigInt(low));
    }
  });

  test('storeWide keeps all of 128 bits', () => {
    for (const value of [0n, -1n, 10n ** 38n - 1n, -(10n ** 38n) + 1n, 2n ** 64n]) {
      storeWide(new BigInt64Array(words.buffer), 1, value);
      expect(((long(3) ?? 0n) << 64n) + BigInt.asUintN(64, long(2) ?? 0n)).toBe(value);
    }
  });
});
