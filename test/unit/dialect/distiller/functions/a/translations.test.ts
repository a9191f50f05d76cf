import { describe, expect, test } from 'vitest';
import { translateAlone } from './translate-alone.ts';

describe('SQL stays readable', () => {
  test.each([
    ['upper(name)', 'CASE WHEN strlen(name) = length(name) THEN upper(name) ELSE sh_upper(name) END'],
    ["upper('a')", "upper('a')"],
    ['length(name) + year(moment)', 'CAST(length(name) AS INTEGER) + CAST(year(moment) AS INTEGER)'],
    ['2 * 3 + 1', '2 * 3 + 1'],
    ['concat(name, "-", name)', "(name || '-' || name)"],
    ["split(name, ',')", "string_split(name, ',')"],
    ["split(name, '\\\\.')", "string_split(name, '.')"],
    ["split(name, '[,;]')", "string_split_regex(name, '[,;]')"],
    ["regexp_replace(name, '(a)', '$1$1')", "regexp_replace(name, '(a)', '\\1\\1', 'g')"],
    ["date_format(moment, 'yyyy-MM')", "strftime(moment, '%Y-%m')"],
    [
      "to_date(name, 'yyyy-MM-dd')",
      "CAST(try_strptime(regexp_extract(name, '^\\d{4}-\\d{2}-\\d{2}$'), '%Y-%m-%d') AS DATE)",
    ],
    ["date_trunc('MM', moment)", "CAST(date_trunc('month', TRY(moment)) AS TIMESTAMP)"],
    ['year(moment)', 'CAST(year(moment) AS INTEGER)'],
    ['substring(name, 0, 2)', 'substring(name, 1, 2)'],
    ['substring(name, -4)', 'right(name, 4)'],
    ['nvl(name, "x")', "coalesce(name, 'x')"],
    ['sha2(name, 256)', 'sha256(name)'],
  ])('%s', (source, expected) => {
    expect(translateAlone(source).text).toBe(expected);
  });
});

describe('what would be wrong in every row is said before', () => {
  test.each([
    [
      "regexp_extract(name, 'a')",
      'The pattern has no group, and group 1 is asked for, as it is unless another is given.',
    ],
    ["regexp_extract(name, '(a)', 2)", 'The pattern has 1 group, and group 2 is asked for.'],
    ["split_part(name, ',', 0)", 'Parts are counted from 1.'],
    ["date_part('fortnight', moment)", '“fortnight” is no field of a date.'],
    [
      "timestampdiff('x', moment, moment)",
      'The unit must be written: YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND.',
    ],
    ["to_number(name, 'abc')", '“abc” is no number format.'],
    ['round(1.5, length(name))', 'The number of places must be written as a number here.'],
    ['hash(map(name, 1))', '“hash” takes no maps and intervals.'],
  ])('%s', (source, message) => {
    expect(() => translateAlone(source)).toThrow(message);
  });
});

test('a group in brackets of another kind does not count', () => {
  expect(() => translateAlone("regexp_extract(name, '(?:a)[(]\\\\(b')")).toThrow('The pattern has no group');
  expect(translateAlone("regexp_extract(name, '(?:a)(b)')").type).toBe('VARCHAR');
});

test('a seed takes our own numbers', () => {
  expect(translateAlone('rand(7)').text).toContain('sh_rand(');
  expect(translateAlone('rand()').text).toBe('random()');
});
