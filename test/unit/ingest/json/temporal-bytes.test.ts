import { describe, expect, test } from 'vitest';
import { daysAt, noDate, TimestampToken } from '../../../../src/ingest/json/temporal-bytes.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('daysAt', () => {
  test('agrees with the calendar on every day of four centuries and at the ends', () => {
    const first = Date.UTC(1800, 0, 1) / 86_400_000;
    const days = Array.from({ length: 146_097 }, (_, index) => first + index);
    const wrong = days.filter((day) => daysAt(bytes(new Date(day * 86_400_000).toISOString()), 0) !== day);
    expect(wrong).toEqual([]);
    expect(daysAt(bytes('0001-01-01'), 0)).toBe(-719_162);
    expect(daysAt(bytes('9999-12-31'), 0)).toBe(2_932_896);
  });

  test.each(['2023-02-29', '1900-02-29', '2024-04-31', '2024-00-10', '2024-13-01', '2024-01-00', '0000-01-01'])(
    '%s is no day',
    (text) => {
      expect(daysAt(bytes(text), 0)).toBe(noDate);
    },
  );

  test.each(['2024/01/01', '2024-1-011', '20240101  ', '2024-01-0x', '+024-01-01', ''])('%s is no date', (text) => {
    expect(daysAt(bytes(text), 0)).toBe(noDate);
  });
});

describe('TimestampToken', () => {
  const token = new TimestampToken();
  const read = (text: string) => token.read(bytes(text), 0, text.length);

  test.each([
    ['1970-01-01T00:00:00', 0, 0, false],
    ['1969-12-31 23:59:59.999999', -1, 999_999, false],
    ['2024-02-29T10:11:12.5', 1_709_201_472, 500_000, false],
    ['2024-02-29T10:11:12.000001000', 1_709_201_472, 1, false],
    ['2024-02-29T10:11:12Z', 1_709_201_472, 0, true],
    ['2024-02-29T10:11:12+02:00', 1_709_194_272, 0, true],
    ['2024-02-29T10:11:12.25-0530', 1_709_221_272, 250_000, true],
    ['2024-02-29T10:11:12-01', 1_709_205_072, 0, true],
  ])('%s', (text, seconds, micros, zoned) => {
    expect(read(text)).toBe(true);
    expect([token.seconds, token.micros, token.zoned]).toEqual([seconds, micros, zoned]);
  });

  test.each([
    '2024-02-29',
    '2024-02-29T10:11',
    '2024-02-29T24:00:00',
    '2024-02-29T10:60:00',
    '2024-02-29T10:11:60',
    '2023-02-29T10:11:12',
    '2024-02-29T10:11:12.',
    '2024-02-29T10:11:12.1234567',
    '2024-02-29T10:11:12 Z',
    '2024-02-29T10:11:12z',
    '2024-02-29T10:11:12+2',
    '2024-02-29T10:11:12+02:',
    '2024-02-29T10:11:12+02:60',
    '2024-02-29T10:11:12+24:00',
    '2024-02-29T10:11:12+02-00',
    '2024-02-29T10:11:12Zx',
    '2024-02-29_10:11:12',
  ])('%s is no timestamp', (text) => {
    expect(read(text)).toBe(false);
  });
});
