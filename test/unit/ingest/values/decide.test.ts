import { describe, expect, test } from 'vitest';
import { decideType } from '../../../../src/ingest/values/decide.ts';
import { sqlTypeOf, typeInWords } from '../../../../src/ingest/values/type-words.ts';

const decide = (texts: readonly (string | null)[], name = 'x') => decideType(name, texts);

describe('the type of a column', () => {
  test.each<readonly [string, readonly (string | null)[], string]>([
    ['nothing', [null, null], 'VARCHAR'],
    ['blanks', ['', ' ', '\t'], 'VARCHAR'],
    ['true and false', ['true', 'FALSE', 'True'], 'BOOLEAN'],
    ['zero and one', ['0', '1', '1'], 'BIGINT'],
    ['whole numbers and nothing', ['1', null, '-5', ''], 'BIGINT'],
    ['whole numbers among blanks', [' 1', '2 '], 'BIGINT'],
    ['64 bits exceeded', ['1', '9223372036854775808'], 'HUGEINT'],
    ['128 bits exceeded', ['1', '9'.repeat(39)], 'VARCHAR'],
    ['money', ['12.50', '3', '-0.99'], 'DOUBLE'],
    ['numbers as programs write them', ['1.5', '1e-05', '2.5E10'], 'DOUBLE'],
    ['codes that look like exponents', ['12E4', '7E5'], 'VARCHAR'],
    ['a leading zero', ['1', '007'], 'VARCHAR'],
    ['a plus sign', ['1', '+5'], 'VARCHAR'],
    ['digits beyond a DOUBLE', ['1.5', '1234567890.123456789'], 'DECIMAL(19,9)'],
    ['digits beyond a DECIMAL', ['1.5', `1.${'1'.repeat(40)}`], 'VARCHAR'],
    ['not a number', ['1.5', 'NaN'], 'VARCHAR'],
    ['dates', ['2024-01-05', '2024-02-29'], 'DATE'],
    ['a date that does not exist', ['2024-01-05', '2023-02-29'], 'VARCHAR'],
    ['timestamps', ['2024-01-05 10:00:00', '2024-01-05T10:00:00.25'], 'TIMESTAMP'],
    ['dates among timestamps', ['2024-01-05', '2024-01-05 10:00'], 'TIMESTAMP'],
    ['timestamps with a zone', ['2024-01-05T10:00:00Z', '2024-01-05T10:00:00+02:00'], 'TIMESTAMP'],
    ['timestamps of which some have a zone', ['2024-01-05T10:00:00Z', '2024-01-05T10:00:00'], 'VARCHAR'],
    ['nanoseconds', ['2024-01-05T10:00:00.123456789'], 'VARCHAR'],
    ['times', ['10:00:00', '23:59:59.5'], 'TIME'],
    ['hours and minutes alone', ['10:00', '16:09'], 'VARCHAR'],
    ['year first', ['2024/01/05', '2024/1/6'], 'DATE'],
    ['day first', ['13/01/2024', '01/02/2024'], 'DATE'],
    ['month first, with time', ['1/13/2024 1:05 PM', '1/2/2024 12:00 AM'], 'TIMESTAMP'],
    ['day and month in doubt', ['01/02/2024', '03/04/2024'], 'VARCHAR'],
    ['day and month in contradiction', ['13/01/2024', '01/13/2024'], 'VARCHAR'],
    ['two-digit years', ['13/01/24'], 'VARCHAR'],
    ['decimal commas', ['1.234,50', '0,99'], 'VARCHAR'],
    ['NA among numbers', ['1', 'NA'], 'VARCHAR'],
  ])('%s', (_, texts, type) => {
    expect(sqlTypeOf(decide(texts).type)).toBe(type);
  });

  test('identifiers stay text by their names', () => {
    expect(decide(['12345', '99999'], 'zip')).toEqual({
      type: { kind: 'text' },
      reason: '"zip" names an identifier, whose digits must not change',
      alternatives: [{ kind: 'bigint' }],
    });
  });

  test('the reason names the value that decided', () => {
    expect(decide(['1', '2', '12a']).reason).toBe('"12a" is not a whole number');
    expect(decide(['1', '2.5', 'x']).reason).toBe('"x" is not a number');
    expect(decide(['00123']).reason).toBe('"00123" has a leading zero, which a number would lose');
    expect(decide(['2024-01-05', '2023-02-29']).reason).toBe('"2023-02-29" is not a day of the calendar');
  });

  test('both readings of a doubtful date are offered, and every format of a doubtful number', () => {
    expect(decide(['01/02/2024']).alternatives.map(typeInWords)).toEqual([
      'date written day/month/year',
      'date written month/day/year',
    ]);
    expect(decide(['1,234', '5,678']).alternatives.map(typeInWords)).toEqual([
      'number with decimal comma',
      'number with decimal comma and thousands marked by "."',
      'number with decimal comma and thousands marked by " "',
      'number with decimal point and thousands marked by ","',
    ]);
  });
});
