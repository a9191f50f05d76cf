import { describe, expect, test } from 'vitest';
import { survives } from '../../../../src/ingest/values/survive.ts';
import type { ValueType } from '../../../../src/ingest/values/value-type.ts';

const euro = { decimal: ',', thousands: '.' } as const;

describe('what survives', () => {
  test.each<readonly [ValueType, readonly string[], readonly string[]]>([
    [{ kind: 'boolean' }, ['true', 'FALSE', ' True ', ''], ['1', '0', 'yes', 't', 'truе']],
    [
      { kind: 'bigint' },
      ['0', '-1', '9223372036854775807', '-9223372036854775808', ' 5 '],
      ['-0', '00', '+1', '1.0', '9223372036854775808', '1_000', '1e3', '0x1F'],
    ],
    [{ kind: 'hugeint' }, ['170141183460469231731687303715884105727'], ['170141183460469231731687303715884105728']],
    [
      { kind: 'double' },
      ['12.50', '.5', '5.', '-0.0', '1e-05', '0.30000000000000004', '100000000000000000000'],
      ['00.5', '1,5', '9007199254740993', '1e400', '1e-400', 'inf', 'nan', '12E4'],
    ],
    [{ kind: 'double', format: euro }, ['1.234,50', '0,99', '1234,5'], ['1.23,5', '12.34', '01,5', '1,234.5']],
    [{ kind: 'decimal', precision: 5, scale: 2 }, ['123.45', '1.5', '1.500', '0'], ['1234.5', '1.005', '1e2']],
    [{ kind: 'decimal', precision: 6, scale: 2, format: euro }, ['1.234,50'], ['12.345,00', '1,005']],
    [
      { kind: 'date' },
      ['2024-02-29', ' 2024-01-05'],
      ['2023-02-29', '2024-1-5', '2024/01/05', '0000-01-01', '10000-01-01', 'infinity'],
    ],
    [
      { kind: 'timestamp' },
      ['2024-01-05', '2024-01-05T10:00', '2024-01-05 10:00:00.1234560'],
      ['2024-01-05 24:00:00', '2024-01-05 10:00:00.1234567', '2024-01-05T10:00:00Z'],
    ],
    [
      { kind: 'timestamp', zoned: true },
      ['2024-01-05T10:00:00Z', '2024-01-05 10:00:00+0530', '2024-01-05 10:00:00 UTC'],
      ['2024-01-05T10:00:00', '2024-01-05T10:00:00+15:00'],
    ],
    [{ kind: 'time' }, ['10:00:00', '23:59:59.999999'], ['24:00:00', '10:00', '10:00:60']],
    [
      { kind: 'date', layout: { order: 'dmy', separator: '.' } },
      ['1.2.2024', '29.02.2024'],
      ['29.02.2023', '1/2/2024', '1.13.2024', '1.2.24'],
    ],
    [
      { kind: 'timestamp', layout: { order: 'mdy', separator: '/' } },
      ['1/13/2024 1:05 PM', '1/2/2024'],
      ['13/1/2024', '1/2/2024 13:05 PM', '1/2/2024 24:00'],
    ],
  ])('%j', (type, good, bad) => {
    expect(good.filter((text) => !survives(text, type))).toEqual([]);
    expect(bad.filter((text) => survives(text, type))).toEqual([]);
  });

  test('text survives as text, whatever it is', () => {
    expect(['', ' ', '\0', '007'].every((text) => survives(text, { kind: 'text' }))).toBe(true);
  });
});
