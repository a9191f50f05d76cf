import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import * as library from 'parquet-wasm/esm';
import { encodeBatch } from '../../src/duckdb/encode.ts';
import type { Batch } from '../../src/engine/batch.ts';
import { type EncodeTask, encodeRows } from '../../src/export/encode-rows.ts';
import type { ExportNote } from '../../src/export/export-format.ts';
import type { Gzip } from '../../src/export/excel/zip.ts';
import { parquetEncoder, type WebStreams } from '../../src/export/parquet/parquet-wasm.ts';
import { loadParquet } from './parquet.ts';

/** Node's own compression. */
export const gzip: Gzip = async function* (source) {
  const packed = pipeline(Readable.from(source), createGzip(), () => undefined); // a failure ends the loop below
  for await (const piece of packed as AsyncIterable<Buffer>) yield Uint8Array.from(piece); // gzip gives buffers
};

/** Node's web streams. */
export const webStreams: WebStreams = {
  fromPull: (next) =>
    new ReadableStream({
      async pull(controller) {
        const item = await next();
        if (item === undefined) controller.close();
        else controller.enqueue(item);
      },
    }),
  read: (stream) => stream as AsyncIterable<Uint8Array<ArrayBuffer>>, // Node iterates web streams
};

/** Writes rows in a format, in the thread that asks. */
export async function* encodeHere(
  task: EncodeTask,
  batches: AsyncGenerator<Batch, void>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, readonly ExportNote[]> {
  try {
    return yield* await encodeRows(task, batches, {
      gzip,
      parquet: async () => {
        await loadParquet();
        return parquetEncoder(library, encodeBatch, webStreams);
      },
    });
  } finally {
    await batches.return();
  }
}
