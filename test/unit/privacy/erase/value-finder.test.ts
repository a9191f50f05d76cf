import { describe, expect, test } from 'vitest';
import { redactLines, redactText } from '../../../../src/privacy/erase/redact-text.ts';
import { createValueFinder } from '../../../../src/privacy/erase/value-finder.ts';

const finder = createValueFinder(['Zoe@x.com', "O'Brien", 'CUST-77', '42', 'İnan']);

describe('identities in texts', () => {
  test.each([
    ['ask ZOE@X.COM now', 'ask [erased] now'],
    ["WHERE name = 'O''Brien'", "WHERE name = '[erased]'"],
    ['CUST-77, CUST-7741 and XCUST-77', '[erased], CUST-7741 and XCUST-77'],
    ['İİ İnan!', 'İİ [erased]!'],
    ['LIMIT 42', 'LIMIT 42'],
    [' 42 ', '[erased]'],
    ['', ''],
  ])('%s', (text, redacted) => {
    expect(finder.redact(text)).toBe(redacted);
    expect(finder.contains(text)).toBe(text !== redacted);
  });
});

describe('kept texts', () => {
  test('JSON stays JSON, and only recorded cells lose numbers', () => {
    const record = { rowCount: 42, words: 'to zoe@x.com', figures: { rows: [[42, 1, { id: 42 }]] }, limits: [42] };
    expect(JSON.parse(redactText(JSON.stringify(record), finder))).toEqual({
      rowCount: 42,
      words: 'to [erased]',
      figures: { rows: [['[erased]', 1, { id: '[erased]' }]] },
      limits: [42],
    });
  });
  test('what holds nobody stays as it was written', () => {
    const text = '{ "a":  1.0 }';
    expect(redactText(text, finder)).toBe(text);
  });
  test('each line is a value of its own, also one cut short', () => {
    expect(redactLines('{"sql":"zoe@x.com"}\n{"sql":"zoe@x.com', finder)).toBe('{"sql":"[erased]"}\n{"sql":"[erased]');
  });
});
