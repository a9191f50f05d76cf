import { describe, expect, test } from 'vitest';
import { type BinLimits, doubleBins, integerBins } from '../../../src/profile/number-bins.ts';
import { dateBins, timeOfDayBins, timestampBins } from '../../../src/profile/time-bins.ts';

const lows = (bins: readonly BinLimits[]) => bins.map((bin) => bin.low);

describe('integerBins', () => {
  test('have nice limits around the ends', () => {
    expect(integerBins(3n, 97n, 0).at(0)).toEqual({ low: '0', high: '5', last: '4' });
    expect(integerBins(3n, 97n, 0).at(-1)).toEqual({ low: '95', high: '100', last: '97' });
  });

  test('of decimals keep their digits', () => {
    expect(integerBins(-15n, 20n, 1).slice(0, 2)).toEqual([
      { low: '-1.6', high: '-1.4', last: '-1.5' },
      { low: '-1.4', high: '-1.2', last: '-1.3' },
    ]);
  });

  test('a single value has one bin', () => {
    expect(integerBins(7n, 7n, 0)).toEqual([{ low: '7', high: '8', last: '7' }]);
  });
});

describe('doubleBins', () => {
  test.each([
    [0, 1],
    [-1, 1],
    [0.1, 0.7],
    [-0.3, 1.9],
    [1e-12, 9e-12],
    [123456.7, 123456.8],
    [-1e300, 1e300],
    [-1.7e308, 1.7e308],
    [5e-324, 1e-323],
    [1, 1.0000000000000004],
    [3, 3],
    [0, 0],
  ])('cover %f to %f without gaps, and end at the highest value', (low, high) => {
    const bins = doubleBins(low, high);
    expect(bins.length).toBeGreaterThan(0);
    expect(bins.length).toBeLessThanOrEqual(42);
    expect(Number(bins[0]?.low)).toBeLessThanOrEqual(low);
    expect(Number(bins.at(-1)?.last)).toBe(high);
    bins.slice(1).forEach((bin, index) => expect(bin.low).toBe(bins[index]?.high));
    bins.slice(0, -1).forEach((bin) => expect(Number(bin.last)).toBeLessThan(Number(bin.high)));
  });

  test('limits show no noise of binary fractions', () => {
    expect(lows(doubleBins(0, 1.95)).slice(2, 4)).toEqual(['0.2', '0.3']);
  });
});

describe('bins of time', () => {
  const at = (text: string) => BigInt(Date.parse(`${text}Z`)) * 1000n;
  const dayOf = (text: string) => Date.parse(`${text}T00:00Z`) / 86_400_000;

  test.each([
    ['2024-03-04T10:00:00', '2024-03-04T10:00:30', '2024-03-04 10:00:01'],
    ['2024-03-04T10:07:00', '2024-03-04T14:07:00', '2024-03-04 10:10:00'],
    ['2024-03-04T10:07:00', '2024-03-24T14:07:00', '2024-03-05 00:00:00'],
    ['2024-03-06T10:07:00', '2024-09-24T14:07:00', '2024-03-11 00:00:00'],
    ['2022-03-06T10:07:00', '2024-09-24T14:07:00', '2022-04-01 00:00:00'],
    ['1980-03-06T10:07:00', '2010-09-24T14:07:00', '1981-01-01 00:00:00'],
    ['0001-03-06T10:07:00', '2024-09-24T14:07:00', '0100-01-01 00:00:00'],
  ])('from %s to %s begin at whole units such as %s', (low, high, second) => {
    const bins = timestampBins(at(low), at(high));
    expect(bins[1]?.low).toBe(second);
    expect(bins.length).toBeLessThanOrEqual(41);
    bins.slice(1).forEach((bin, index) => expect(bin.low).toBe(bins[index]?.high));
  });

  test('weeks begin on Mondays, also before 1970', () => {
    for (const { low } of [...dateBins(dayOf('2024-03-06'), dayOf('2024-09-01')), ...dateBins(-300, -100)]) {
      expect(new Date(`${low}T00:00Z`).getUTCDay()).toBe(1);
    }
  });

  test('the last value of a bin is the moment before the next', () => {
    expect(dateBins(0, 365)[0]).toEqual({ low: '1970-01-01', high: '1970-02-01', last: '1970-01-31' });
    expect(timestampBins(0n, 3_600_000_000n)[0]?.last).toBe('1970-01-01 00:01:59.999999');
    expect(timeOfDayBins(0n, 86_399_999_999n).at(-1)?.last).toBe('23:59:59.999999');
  });
});
