import { cpuUsage, stdout } from 'node:process';
import { createCancelSource } from '../../src/core/cancel.ts';
import type { ByteSource } from '../../src/ingest/contract.ts';
import { extractJson } from '../../src/ingest/json/extract.ts';
import { customerRecords } from '../support/json-records.ts';

/** About 150 MB of NDJSON. */
const recordCount = 350_000;
const rounds = 4;
const chunkSize = 65_536;

/**
 * Extraction of a nested NDJSON file against the least that any importer has to do with it: decode, split into lines and
 * `JSON.parse` each. Both in one thread; processor time besides the clock, since the latter hears of other work.
 */
const bytes = new TextEncoder().encode(`${[...customerRecords(recordCount)].join('\n')}\n`);

function* chunks(): Generator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < bytes.length; start += chunkSize) yield bytes.subarray(start, start + chunkSize);
}

const source: ByteSource = {
  name: 'customers.ndjson',
  size: bytes.length,
  head: (length) => Promise.resolve(bytes.slice(0, length)),
  async *stream() {
    for (const chunk of chunks()) yield await Promise.resolve(chunk);
  },
};

function parseLines(): Promise<number> {
  const decoder = new TextDecoder();
  let rest = '';
  let records = 0;
  for (const chunk of chunks()) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (JSON.parse(line) !== null) records++;
  }
  return Promise.resolve(records);
}

async function extract(): Promise<number> {
  let records = 0;
  for await (const event of extractJson(source, {}, createCancelSource().signal)) {
    if (event.kind === 'done') records = event.counts.loaded;
  }
  return records;
}

async function measured(work: () => Promise<number>) {
  const processor = cpuUsage().user;
  const clock = performance.now();
  const records = await work();
  if (records !== recordCount) throw new Error(`${records} records instead of ${recordCount}.`);
  return { clock: (performance.now() - clock) / 1e3, processor: (cpuUsage().user - processor) / 1e6 };
}

const rate = (seconds: number) => `${(bytes.length / 1e6 / seconds).toFixed(0).padStart(4)} MB/s`;

stdout.write(`${(bytes.length / 1e6).toFixed(0)} MB of NDJSON, ${recordCount} records\n`);
for (let round = 1; round <= rounds; round++) {
  const parse = await measured(parseLines);
  const own = await measured(extract);
  stdout.write(
    `round ${round}: JSON.parse ${rate(parse.processor)} (clock ${rate(parse.clock)}), ` +
      `extractJson ${rate(own.processor)} (clock ${rate(own.clock)}), ` +
      `${(parse.processor / own.processor).toFixed(2)} times as fast (clock ${(parse.clock / own.clock).toFixed(2)})\n`,
  );
}
