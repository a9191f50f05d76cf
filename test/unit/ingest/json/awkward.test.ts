import { expect, test } from 'vitest';
import { Scanner } from '../../../../src/ingest/json/scanner.ts';
import { extractJson, jsonExtractor } from '../../../../src/ingest/json/extract.ts';
import { feed } from '../../../../src/ingest/json/feed.ts';
import { usualLimits } from '../../../../src/ingest/json/limits.ts';
import type { JsonOptions } from '../../../../src/ingest/json/options.ts';
import { createCancelSource } from '../../../../src/core/cancel.ts';
import { memorySource } from '../../../support/byte-source.ts';
import { extracted, summaryOf } from '../../../support/extracted.ts';
import { seededRandom } from '../../../support/json-records.ts';

const numbers =
  '0 -0 1 -12 1.50 1e3 1E-3 9007199254740993 9007199254740992 123456789012345678 9223372036854775807 ' +
  '9223372036854775808 -9223372036854775809 12345678901234567890123456789012345678 1e400 1e-400 0e500 5e-324 ' +
  '1234567890123456789012345678901234567890 0.1234567890123456789 NaN -Infinity 0.00 100.000000000000000000000';
const texts =
  '"2024-01-01" "2024-02-30" "2024-01-01T00:00:00" "2024-01-01T00:00:00Z" "2024-01-01T00:00:00.5+02:00" ' +
  '"x" "" "\\ud800" "\\u00e9" "12" "null" "[1]" "é😀" "a\\nb"';
const others =
  'null true false {} [] [null] [1,2] {"a":1} {"b":null} [{"a":"x"},{}] {"a":{"a":{"a":1}}} {"a":1,"a":"2"} {"A":1}';
const good = [numbers, texts, others].flatMap((list) => list.split(' '));
const faulty = ['{', '[', '"', '01', 'tru', '}', ',', '{"a"}', "'x'", '"\t"', '+1', '{"a":1,}', '[1,]', '"\\x"', '1.'];
const keys = ['"a"', '"b"', '"c"', '"\\u0061"', '""', '"A"', '"k d"'];

/** A file of a few records from a small choice of awkward values, now and then a faulty one. */
function awkwardFile(random: () => number): { text: string; options: JsonOptions } {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const palette = Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(good));
  const faults = random() < 0.4 ? 0.05 : 0;
  const value = () => (random() < faults ? pick(faulty) : pick(random() < 0.9 ? palette : good));
  const field = () => `${pick(keys)}:${value()}`;
  const record = () => {
    if (random() < 0.1) return value();
    return `{${Array.from({ length: Math.floor(random() * 5) }, field).join(',')}}`;
  };
  const records = Array.from({ length: 1 + Math.floor(random() * 12) }, record);
  const layout = random();
  if (layout < 0.25) return { text: `[${records.join(',')}]`, options: { shape: 'array' } };
  if (layout < 0.5) return { text: `[\n  ${records.join(',\n  ')}\n]`, options: { shape: 'array' } };
  if (layout < 0.75) return { text: records.join('\n'), options: { shape: 'lines' } };
  return { text: records.join(' '), options: { shape: 'values' } };
}

/** Milliseconds: many runs, on a machine that may be busy. */
const patience = 60_000;

test(
  'one pass that sees the whole file and two that see little of it agree',
  async () => {
    let secondPasses = 0;
    for (let seed = 1; seed <= 2000; seed++) {
      const random = seededRandom(seed);
      const { text, options } = awkwardFile(random);
      const below = (limit: number) => 1 + Math.floor(random() * limit);
      const limits = {
        sampleBytes: below(40),
        pieceBytes: below(20),
        batchRows: below(4),
        batchBytes: 2 ** 23,
        progressBytes: 1,
      };
      const whole = await extracted(extractJson, memorySource('x.json', text), options);
      const pieces = await extracted(jsonExtractor(limits), memorySource('x.json', text, below(30)), options);
      expect(summaryOf(pieces), `seed ${seed}: ${text}`).toBe(summaryOf(whole));
      if (pieces.passes === 2) secondPasses++;
    }
    expect(secondPasses).toBeGreaterThan(1000);
  },
  patience,
);

test('a record far larger than a chunk is tried a few times only', async () => {
  const scanner = new Scanner(true);
  const source = memorySource('x.json', 'x'.repeat(2 ** 20), 100);
  const format = { shape: 'lines', encoding: 'utf-8', recordsAt: [] } as const;
  const limits = { ...usualLimits, pieceBytes: 1 };
  let attempts = 0;
  for await (const bytes of feed(scanner, { source, format, signal: createCancelSource().signal, limits }, 1)) {
    expect(bytes).toBe(scanner.end);
    attempts++;
  }
  expect(attempts).toBeLessThan(18);
  expect(scanner.end).toBe(2 ** 20);
});
