import { describe, expect, test } from 'vitest';
import { previewCsv } from '../../../../src/ingest/csv/preview.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe('the preview', () => {
  test('shows names, types with reasons, examples and rows', () => {
    const preview = previewCsv(encode('id,zip,city\n1,01234,Köln\n2,99999,\n'), true);
    expect(preview.columns).toEqual([
      {
        name: 'id',
        type: { kind: 'bigint' },
        reason: 'every value is a whole number',
        alternatives: [],
        examples: ['1', '2'],
      },
      {
        name: 'zip',
        type: { kind: 'text' },
        reason: '"01234" has a leading zero, which a number would lose',
        alternatives: [],
        examples: ['01234', '99999'],
      },
      { name: 'city', type: { kind: 'text' }, reason: 'the values are text', alternatives: [], examples: ['Köln'] },
    ]);
    expect(preview.rows).toEqual([
      ['1', '01234', 'Köln'],
      ['2', '99999', null],
    ]);
    expect(preview.encoding.encoding).toBe('utf-8');
  });

  test('shows at most 100 rows and judges by all', () => {
    const preview = previewCsv(encode(`n\n${'5\n'.repeat(500)}x\n`), true);
    expect(preview.rows.length).toBe(100);
    expect(preview.columns[0]?.type).toEqual({ kind: 'text' });
  });

  test('texts that mean NULL do not count where they are quoted', () => {
    const preview = previewCsv(encode('n,t\n1,NA\nNA,"NA"\n'), true, { nullTexts: ['NA'] });
    expect(preview.rows).toEqual([
      ['1', null],
      [null, 'NA'],
    ]);
    expect(preview.columns[0]?.type).toEqual({ kind: 'bigint' });
  });

  test('follows what was chosen', () => {
    const bytes = new Uint8Array(Buffer.from('a|b\n1|é\n', 'latin1'));
    const preview = previewCsv(bytes, true, { encoding: 'windows-1252', dialect: { delimiter: '|', header: false } });
    expect(preview.rows).toEqual([
      ['a', 'b'],
      ['1', 'é'],
    ]);
    expect(preview.encoding.evidence).toBe('as chosen');
  });

  test('an empty file has no columns', () => {
    expect(previewCsv(encode(''), true).columns).toEqual([]);
  });

  test.each([
    [{ dialect: { delimiter: ',,' } }, 'one ASCII character'],
    [{ dialect: { delimiter: '\n' } }, 'one ASCII character'],
    [{ dialect: { delimiter: '"', quote: '"' } }, 'not the quote'],
    [{ dialect: { skipLines: -1 } }, 'whole number'],
    [{ dialect: { comment: '#\n' } }, 'line end'],
  ] as const)('refuses %j', (choices, words) => {
    expect(() => previewCsv(encode('a,b\n'), true, choices)).toThrow(words);
  });

  test('refuses an encoding that it does not know', () => {
    const choices = JSON.parse('{"encoding": "ebcdic"}') as Parameters<typeof previewCsv>[2]; // as from a command line
    expect(() => previewCsv(encode('a'), true, choices)).toThrow('The encoding has to be one of utf-8');
  });
});
