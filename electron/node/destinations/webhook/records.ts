import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { createInterface } from 'node:readline';
import type { OutgoingFile } from '../courier.ts';

/** Some records of a file, as the JSON array that is sent. */
export interface RecordBatch {
  /** From 0. */
  readonly number: number;
  readonly body: Buffer;
}

/** Cuts an NDJSON file into arrays of up to `size` records, each exactly as it is written in the file. */
export async function* recordBatches(file: OutgoingFile, size: number): AsyncGenerator<RecordBatch> {
  let number = 0;
  let waiting: string[] = [];
  const take = (): RecordBatch => {
    const batch = { number: number++, body: Buffer.from(`[${waiting.join(',')}]`) };
    waiting = [];
    return batch;
  };
  for await (const line of linesOf(file)) {
    if (line.trim() === '') continue;
    waiting.push(line);
    if (waiting.length === size) yield take();
  }
  if (waiting.length > 0) yield take();
}

async function* linesOf(file: OutgoingFile): AsyncGenerator<string> {
  const text = new PassThrough();
  const packed = file.format.compression === 'gzip';
  const flow = packed
    ? pipeline(createReadStream(file.path), createGunzip(), text)
    : pipeline(createReadStream(file.path), text);
  flow.catch((error: unknown) => text.destroy(error instanceof Error ? error : new Error(String(error))));
  try {
    yield* createInterface({ input: text, crlfDelay: Infinity });
    await flow;
  } finally {
    text.destroy();
  }
}
