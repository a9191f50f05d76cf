import { describe, expect, test } from 'vitest';
import { callScalar } from './call-scalar.ts';

const at = (iso: string) => Date.parse(iso) * 1000;
const format = (iso: string, pattern: string) => callScalar('sh_format_timestamp', at(iso), pattern);
const parse = (text: string, pattern: string) => {
  const found = callScalar('sh_parse_timestamp', text, pattern);
  return found === null ? null : new Date(Number(found) / 1000).toISOString();
};

describe('writing moments', () => {
  // Patterns and their results: "Datetime Patterns for Formatting and Parsing" of Spark, and Java's DateTimeFormatter.
  test.each([
    ['yyyy-MM-dd HH:mm:ss.SSS', '2018-05-09 08:07:06.005'],
    ['y M d H m s S', '2018 5 9 8 7 6 0'],
    ['yy', '18'],
    ['MMM MMMM LLL', 'May May May'],
    ['E EEE EEEE', 'Wed Wed Wednesday'],
    ['D DDD', '129 129'],
    ['Q QQ QQQ QQQQ', '2 02 Q2 2nd quarter'],
    ['h:mm a K k', '8:07 AM 8 8'],
    ['SSSSSS SSSSSSSSS', '005000 005000000'],
    ['X XXX x xxx Z ZZZZ O z VV', 'Z Z +00 +00:00 +0000 GMT GMT UTC UTC'],
    ["'at' HH 'o''clock' ''", "at 08 o'clock '"],
    ['G', 'AD'],
    ['F', '2'],
    ['[yyyy]', '2018'],
  ])('%s', (pattern, expected) => {
    expect(format('2018-05-09T08:07:06.005Z', pattern)).toBe(expected);
  });

  test('noon, midnight, and what lies before 1970', () => {
    expect(format('2024-01-01T00:30:00Z', 'h K k a')).toBe('12 0 24 AM');
    expect(format('2024-01-01T12:30:00Z', 'h K k a')).toBe('12 0 12 PM');
    expect(format('1969-12-31T23:59:59.999Z', 'E yyyy-MM-dd HH:mm:ss.SSS')).toBe('Wed 1969-12-31 23:59:59.999');
  });

  test.each(['YYYY', 'w', 'u', 'e', 'n', 'MMMMM', 'EEEEE', "'open", '{'])('refuses %s by name', (pattern) => {
    expect(() => format('2024-01-01T00:00:00Z', pattern)).toThrow(`The date pattern "${pattern}" cannot be read`);
  });
});

describe('reading moments', () => {
  test.each([
    ['2016-12-31', 'yyyy-MM-dd', '2016-12-31T00:00:00.000Z'],
    ['2016-04-08 13:10:15.123', 'yyyy-MM-dd HH:mm:ss.SSS', '2016-04-08T13:10:15.123Z'],
    ['08/Apr/2016:13:10:15 +0200', 'dd/MMM/yyyy:HH:mm:ss Z', '2016-04-08T11:10:15.000Z'],
    ['8 april 16', 'd MMMM yy', '2016-04-08T00:00:00.000Z'],
    ['12:05 AM', 'hh:mm a', '1970-01-01T00:05:00.000Z'],
    ['20240229', 'yyyyMMdd', '2024-02-29T00:00:00.000Z'],
    ['2024-060', 'yyyy-DDD', '2024-02-29T00:00:00.000Z'],
    ['2024-07-01 12:00 Europe/Berlin', 'yyyy-MM-dd HH:mm VV', '2024-07-01T10:00:00.000Z'],
    ['2024-07-01T12:00Z', "yyyy-MM-dd'T'HH:mmXXX", '2024-07-01T12:00:00.000Z'],
    ['2024-07-01', 'yyyy-MM-dd[ HH:mm]', '2024-07-01T00:00:00.000Z'],
    ['Thu 2024-02-29', 'E yyyy-MM-dd', '2024-02-29T00:00:00.000Z'],
    ['Fri 2024-02-29', 'E yyyy-MM-dd', null],
    ['2023-02-29', 'yyyy-MM-dd', null],
    ['2024-1-1', 'yyyy-MM-dd', null],
    ['2024-1-1', 'yyyy-M-d', '2024-01-01T00:00:00.000Z'],
    ['2024-01-01 24:00', 'yyyy-MM-dd HH:mm', null],
    ['2024-13-01', 'yyyy-MM-dd', null],
    ['2024-01-01x', 'yyyy-MM-dd', null],
    ['', 'yyyy', null],
  ])('%s by %s', (text, pattern, expected) => {
    expect(parse(text, pattern)).toBe(expected);
  });

  test('microseconds are exact where doubles of milliseconds would not be', () => {
    expect(callScalar('sh_parse_timestamp', '9999-12-31 23:59:59.999999', 'yyyy-MM-dd HH:mm:ss.SSSSSS')).toBe(
      253_402_300_799_999_999n,
    );
  });
});

describe('zones', () => {
  test.each([
    ['2016-08-31T00:00:00Z', 'Asia/Seoul', 540],
    ['2024-01-15T12:00:00Z', 'Europe/Berlin', 60],
    ['2024-03-31T00:59:59Z', 'Europe/Berlin', 60],
    ['2024-03-31T01:00:00Z', 'Europe/Berlin', 120],
    ['2024-01-15T12:00:00Z', 'PST', -480],
    ['2024-07-15T12:00:00Z', 'PST', -420],
    ['2024-07-15T12:00:00Z', 'EST', -300],
    ['2024-07-15T12:00:00Z', '+05:30', 330],
    ['2024-07-15T12:00:00Z', 'GMT-3', -180],
    ['2024-07-15T12:00:00Z', 'UTC', 0],
    ['2024-07-15T12:00:00Z', '+1:30', 90],
    ['2024-07-15T12:00:00Z', '-10:3', -603],
    ['2024-07-15T12:00:00Z', '+0330', 210],
    ['2024-07-15T12:00:00Z', 'UTC+3', 180],
    ['2024-07-15T12:00:00Z', 'Asia/Kathmandu', 345],
  ])('%s in %s', (iso, zone, minutes) => {
    expect(callScalar('sh_zone_offset', at(iso), zone)).toBe(minutes * 60);
  });

  // As java.time.LocalDateTime.atZone: a gap is jumped over, of two moments it is the first.
  test.each([
    ['2024-03-31T02:30:00Z', 60],
    ['2024-10-27T02:30:00Z', 120],
    ['2024-10-27T03:00:00Z', 60],
    ['2024-03-31T03:00:00Z', 120],
  ])('clocks of Berlin that show %s', (iso, minutes) => {
    expect(callScalar('sh_local_zone_offset', at(iso), 'Europe/Berlin')).toBe(minutes * 60);
  });

  test('an unknown zone is named', () => {
    expect(() => callScalar('sh_zone_offset', 0, 'Mars/Base')).toThrow('no time zone "Mars/Base"');
    expect(() => callScalar('sh_zone_offset', 0, '+19:00')).toThrow('no time zone "+19:00"');
    expect(() => callScalar('sh_zone_offset', 0, '+130')).toThrow('no time zone "+130"');
    expect(() => callScalar('sh_zone_offset', 0, 'europe/berlin')).toThrow('no time zone "europe/berlin"');
  });
});
