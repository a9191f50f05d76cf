import { expect, test } from 'vitest';
import type { ErasureReport } from '../../../src/privacy/erase/report.ts';
import { erasureHtml, erasureWords } from '../../../src/report/erasure-html.ts';

const report: ErasureReport = {
  version: 1,
  id: '5f0c6f0e',
  startedAt: '2024-05-01T08:00:00.000Z',
  finishedAt: '2024-05-01T08:00:09.000Z',
  identities: 2,
  hashes: ['a'.repeat(64), 'b'.repeat(64)],
  erased: [
    { place: 'a < b', count: 3, unit: 'row', action: 'deleted', words: 'Gone.' },
    { place: 'sql/one.sql', count: 1, unit: 'file', action: 'redacted', words: 'Replaced.' },
  ],
  remaining: [],
  bytesLeft: 0,
  limits: ['Copies elsewhere.'],
};

test('an erasure in a sentence counts identities, places and rows, and says what the search of the file found', () => {
  expect(erasureWords(report)).toBe(
    '2 identities erased from 2 places, 3 rows in all. The database file was written anew, and no byte of them stands in it.',
  );
  expect(erasureWords({ ...report, identities: 1, bytesLeft: 1, remaining: report.erased.slice(0, 1) })).toBe(
    '1 identity erased from 2 places, 3 rows in all. The database file was written anew, and bytes of them stand in 1 place of it. In 1 place something is left to decide.',
  );
});

test('the page stands alone, escapes names, and lists the hashes; without the key it says so', () => {
  const html = erasureHtml(report);
  expect(html).toContain('<td>a &lt; b</td><td class="number">3 rows</td>');
  expect(html).toContain('a'.repeat(64));
  expect(html).not.toMatch(/Still to be decided|src=|href=/);
  expect(erasureHtml({ ...report, hashes: [], remaining: report.erased })).toMatch(
    /Still to be decided[^]*The key was not on the machine/,
  );
});
