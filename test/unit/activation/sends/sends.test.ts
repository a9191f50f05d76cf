import { describe, expect, test } from 'vitest';
import { manifestName, manifestText } from '../../../../src/activation/sends/manifest.ts';
import { cutIntoParts, partSize } from '../../../../src/activation/sends/parts.ts';
import { retryDefaults, retryDelay } from '../../../../src/activation/sends/retry.ts';
import { type SendDocument, sendDraftSchema, sendStates } from '../../../../src/activation/sends/send-document.ts';
import { canCancel, canDeliver, canDiscard, sendStateWords } from '../../../../src/activation/sends/send-states.ts';
import { commonFolder, repeatedName, targetNameProblem } from '../../../../src/activation/sends/target-names.ts';

const draft = {
  ...{ destination: 'there', title: 'Spring', kind: 'audience', rows: 3, leftOut: [], consent: null, mapping: [] },
  ...{ source: { dataset: 'd', snapshot: null, sql: 'SELECT 1' }, identity: null, undoes: null },
  format: { name: 'csv', compression: 'none', options: { header: true } },
  idempotencyKey: 'key-of-content',
  files: [
    { name: 'a/1.csv', rows: 1 },
    { name: 'a/2.csv', rows: 2 },
  ],
};

describe('a draft', () => {
  test('whose files and rows agree is taken', () => {
    expect(sendDraftSchema.parse(draft)).toEqual(draft);
  });

  test.each([
    ['two files of one name', { files: [draft.files[0], { name: 'A/1.CSV', rows: 2 }] }, /two files/i],
    ['rows that do not add up', { rows: 4 }, /hold 3 rows, but the send says 4/],
    ['a name that leads up', { files: [{ name: '../1.csv', rows: 3 }] }, /leads elsewhere/],
  ])('with %s is refused', (_, change, words) => {
    const { error } = sendDraftSchema.safeParse({ ...draft, ...change });
    expect(error?.issues.map(({ message }) => message).join(' ')).toMatch(words);
  });
});

describe('names at a destination', () => {
  test.each(['list.csv', 'a b/Grüße & 日本 100%.csv', "it's.csv", `${'x'.repeat(890)}.csv`])('%j is one', (name) => {
    expect(targetNameProblem(name)).toBeUndefined();
  });

  test.each(['', '/a', 'a/', 'a//b', './a', 'a/../b', 'a\\b', 'a\nb', 'a\u0000', '\ud800', 'ü'.repeat(451)])(
    '%j is none',
    (name) => {
      expect(targetNameProblem(name)).toMatch(/\.$/);
    },
  );

  test('count as equal where some disks take them to be', () => {
    expect(repeatedName(['Zoe\u0308.csv', 'zoë.csv'])).toBe('zoë.csv');
    expect(repeatedName(['a', 'b'])).toBeUndefined();
  });

  test('share a folder, where the manifest lies', () => {
    expect(commonFolder(['a/b/1', 'a/b/2', 'a/c/3'])).toBe('a');
    expect(commonFolder(['a/b/1', 'a/b/c/2'])).toBe('a/b');
    expect(commonFolder(['1', 'a/2'])).toBe('');
    expect(commonFolder([])).toBe('');
    expect(manifestName('20240101-000000-aa', ['x/1.csv'])).toBe('x/manifest-20240101-000000-aa.json');
  });
});

test('a manifest tells name, size, rows and digest of each file, and nothing of the statement', () => {
  const files = [{ name: 'a/1.csv', bytes: 5, rows: 1, sha256: 'ab', remote: null }];
  const source = { dataset: 'd', snapshot: '4', sql: "SELECT 'private'" };
  const text = manifestText({ id: 's', createdAt: '2024-01-01T00:00:00.000Z', source, files });
  expect(JSON.parse(text)).toEqual({
    ...{ send: 's', createdAt: '2024-01-01T00:00:00.000Z', source: { dataset: 'd', snapshot: '4' } },
    files: [{ name: 'a/1.csv', bytes: 5, rows: 1, sha256: 'ab' }],
  });
});

describe('the states of a send', () => {
  const send = (state: SendDocument['state'], attempts = 1) => ({ state, attempts });

  test('say what can still be done with it', () => {
    expect(sendStates.filter(canDeliver)).toEqual(['ready', 'sending', 'failed', 'unknown']);
    expect(sendStates.filter(canCancel)).toEqual(['ready', 'sending', 'failed', 'unknown']);
    expect(canDiscard(send('ready', 0))).toBe(true);
    expect(canDiscard(send('preparing', 0))).toBe(true);
    expect(canDiscard(send('failed'))).toBe(false);
    expect(canDiscard(send('sent'))).toBe(false);
  });

  test('are told in a sentence each', () => {
    const file = { name: 'a', rows: 2, bytes: 1, sha256: '', remote: null };
    const to = { id: 'x', name: 'X', kind: 's3', words: 's3://b at host' };
    const words = sendStates.map((state) => sendStateWords({ state, rows: 2, files: [file], to }));
    expect(new Set(words).size).toBe(sendStates.length);
    const large = { rows: 1_234_567, files: [], to };
    expect(sendStateWords({ ...large, state: 'sent' })).toBe('Sent: 1,234,567 rows are at s3://b at host.');
    expect(sendStateWords({ ...large, state: 'ready', rows: 1 })).toBe('Ready: 1 row waits to go to s3://b at host.');
    expect(words[4]).toBe('Stopped: 0 of 1 file arrived at s3://b at host; it can be resumed.');
  });
});

describe('trying again', () => {
  const delays = (random: number) =>
    Array.from({ length: 8 }, (_, index) => retryDelay(index + 1, 'destination-busy', retryDefaults, () => random));

  test('waits twice as long each time, between half of the step and the whole, up to a limit and an end', () => {
    expect(delays(0)).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, undefined]);
    expect(delays(1)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, undefined]);
  });

  test('waits as long as the service asks, unless that is too long', () => {
    const asked = (ms: number) => retryDelay(1, 'destination-busy', retryDefaults, () => 0, ms);
    expect([asked(0), asked(7000), asked(300_000), asked(300_001)]).toEqual([250, 7000, 300_000, undefined]);
  });

  test.each(['destination-credentials', 'destination-conflict', 'send-unknown', 'internal'] as const)(
    'is no use for %s',
    (code) => {
      expect(retryDelay(1, code, retryDefaults, () => 0)).toBeUndefined();
    },
  );
});

describe('parts of a file', () => {
  const megabyte = 1 << 20;

  test('cover it without gap, and never are too many', () => {
    for (const bytes of [1, 5 * megabyte, 5 * megabyte + 1, 50_000 * megabyte, 5_000_000 * megabyte]) {
      const size = partSize(bytes, 5 * megabyte, 10_000);
      const parts = cutIntoParts(bytes, size);
      expect(parts.length).toBeLessThanOrEqual(10_000);
      expect(parts.reduce((end, part) => (part.start === end ? end + part.bytes : NaN), 0)).toBe(bytes);
      expect(parts.slice(0, -1).every((part) => part.bytes === size)).toBe(true);
    }
    expect(partSize(24 * megabyte, 5 * megabyte, 10_000)).toBe(5 * megabyte);
  });
});
