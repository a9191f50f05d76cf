import { describe, expect, test } from 'vitest';
import { createCancelSource } from '../../../../src/core/cancel.ts';
import { type CsvDialect, standardDialect } from '../../../../src/ingest/csv/dialect.ts';
import { scanCsv } from '../../../../src/ingest/csv/scan.ts';
import { memorySource } from '../../../support/byte-source.ts';
import { createRandom } from '../../../support/random-choice.ts';

const scan = (bytes: string | Uint8Array, fieldCount: number, dialect: Partial<CsvDialect> = {}, chunk = 1 << 16) =>
  scanCsv(
    memorySource('t.csv', bytes, chunk),
    { dialect: { ...standardDialect, ...dialect }, encoding: 'utf-8', fieldCount },
    createCancelSource().signal,
  );

/** A remark that never occurs keeps the scanner from taking whole blocks at once. */
const oneByOne = { comment: '\u0002' };

describe('the scanner', () => {
  test('counts what a file holds', async () => {
    const text = 'a,b\n1,2\r\n\n  \n3\n4,"x\ny"\n5,z"z\n"6"x,1\n7, "q"\n8,\0\n9,u\rv\n10,end';
    expect(await scan(text, 2)).toMatchObject({
      records: 9,
      emptyLines: 1,
      blankLines: 1,
      lines: 13,
      ragged: 1,
      faulty: 1,
      lineFeeds: 9,
      returnLineFeeds: 1,
      returns: 0,
      withNul: 1,
      withLoneQuote: 1,
      withPaddedQuote: 1,
      withLoneReturn: 1,
      withQuotedLineEnd: 1,
      longestRecord: 7,
    });
  });

  test('finds invalid UTF-8 wherever it stands', async () => {
    const bytes = new TextEncoder().encode(`a,b\n${'1,plain\n'.repeat(50_000)}2,ü😀\n3,xx\n`);
    bytes[bytes.length - 3] = 0xe9;
    expect((await scan(bytes, 2)).utf8).toMatchObject({ sequences: 2, wrong: 1, wrongByte: 0xe9 });
  });

  test('in a file of one column empty lines are records', async () => {
    expect(await scan('a\n1\n\n2\n', 1)).toMatchObject({ records: 3, emptyLines: 0 });
  });

  test('stops when nobody wants the result any more', async () => {
    const cancel = createCancelSource();
    cancel.cancel();
    const options = { dialect: standardDialect, encoding: 'utf-8', fieldCount: 1 } as const;
    await expect(scanCsv(memorySource('t.csv', 'a\n'), options, cancel.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  test('taking blocks at once gives the same counts as reading record by record', async () => {
    const pieces = [
      'a',
      'bcdefg',
      '12',
      ',',
      ',',
      ',',
      '\n',
      '\n',
      '\r\n',
      '"',
      '\0',
      '\r',
      'ü',
      '😀',
      ' ',
      '\\',
      ',x\n',
      '1,2,3\n',
    ];
    for (let seed = 1; seed <= 60; seed++) {
      const random = createRandom(seed);
      const calm = pieces.filter((_, index) => index < 8 || random.below(6) === 0);
      const text = Array.from({ length: 8000 }, () => random.pick(calm)).join('');
      const dialect = {
        newline: random.pick(['lf', 'any'] as const),
        escape: random.pick(['doubled', 'backslash'] as const),
      };
      const fieldCount = 1 + random.below(3);
      const chunk = 500 + random.below(20_000);
      const slowly = await scan(text, fieldCount, { ...dialect, ...oneByOne }, chunk);
      expect(await scan(text, fieldCount, dialect, chunk), `seed ${seed}`).toEqual({
        ...slowly,
        utf8: { ...slowly.utf8, firstWrong: -1 },
      });
    }
  });

  test('counts records longer than a lane of the fast count holds', async () => {
    const line = `${'x,'.repeat(3000)}y\n`;
    expect(await scan(line.repeat(50), 3001)).toMatchObject({ records: 49, ragged: 0, longestRecord: 6001 });
    expect(await scan(line.repeat(50), 3000)).toMatchObject({ records: 49, ragged: 49 });
  });
});
