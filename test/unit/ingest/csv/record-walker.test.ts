import { describe, expect, test } from 'vitest';
import { standardDialect } from '../../../../src/ingest/csv/dialect.ts';
import { createRecordWalker, type RecordVisitor } from '../../../../src/ingest/csv/record-walker.ts';

const longest = 1 << 20;
const encoder = new TextEncoder();

function walk(chunks: readonly string[]) {
  const heard = { records: 0, faults: [] as string[] };
  const visitor: RecordVisitor = {
    header: () => undefined,
    record: () => heard.records++,
    faulty: (_bytes, _start, _layout, line, fault) => heard.faults.push(`${fault} on line ${line}`),
    skipped: () => undefined,
  };
  const walker = createRecordWalker(standardDialect, 2, visitor, longest);
  for (const chunk of chunks) walker.push(encoder.encode(chunk));
  walker.finish();
  return { ...heard, lines: walker.lines };
}

describe('records that do not end', () => {
  test('a quote that stays open for too long costs its line', () => {
    const rest = '2,y\n'.repeat(1 << 16);
    expect(walk(['a,b\n1,"x\n', ...Array.from({ length: 10 }, () => rest)])).toEqual({
      records: 10 << 16,
      faults: ['too-long on line 2'],
      lines: 2 + (10 << 16),
    });
  });

  test('a long record that ends in time is read', () => {
    const field = 'x\n'.repeat(1 << 18);
    expect(walk(['a,b\n1,"', field, '"\n2,y\n'])).toMatchObject({ records: 2, faults: [] });
  });

  test('a line that is too long is one clear sentence', () => {
    const piece = 'x'.repeat(1 << 18);
    expect(() => walk(['a,b\n', ...Array.from({ length: 5 }, () => piece)])).toThrow('Line 2 is longer than 1 MB.');
  });
});
