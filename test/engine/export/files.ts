import fs from 'node:fs';
import { createRequire } from 'node:module';
import { tableFromIPC } from 'apache-arrow';
import * as library from 'parquet-wasm/esm/parquet_wasm.js';
import { webStreams } from '../../../electron/node/encode-rows.ts';
import { type ArrowData, decodeBatch } from '../../../src/duckdb/decode.ts';
import { encodeBatch } from '../../../src/duckdb/encode.ts';
import type { Batch } from '../../../src/engine/batch.ts';
import { textAt } from '../../../src/engine/text.ts';
import type { ParquetEncoder } from '../../../src/export/parquet/parquet.ts';
import { parquetEncoder } from '../../../src/export/parquet/parquet-wasm.ts';

const wasm = createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm');

/** The Parquet writer of the product, with its module loaded from node_modules. */
export function openParquet(): ParquetEncoder {
  library.initSync({ module: fs.readFileSync(wasm) });
  return parquetEncoder(library, encodeBatch, webStreams);
}

/** A Parquet file read back: its columns, rows as texts, and number of row groups. */
export async function readParquet(bytes: Uint8Array) {
  const file = await library.ParquetFile.fromFile(new Blob([Uint8Array.from(bytes)]));
  const table = tableFromIPC(library.readParquet(bytes).intoIPCStream());
  const batches: Batch[] = table.batches
    .filter((batch) => batch.numRows > 0)
    .map((batch) => decodeBatch(batch.numRows, batch.data.children as unknown as readonly ArrowData[])); // arrow's own memory, read structurally
  return {
    names: table.schema.fields.map((field) => field.name),
    rowGroups: file.metadata().numRowGroups(),
    rows: batches.flatMap((batch) =>
      Array.from({ length: batch.rowCount }, (_, row) => batch.columns.map((column) => textAt(column, row))),
    ),
  };
}

/** All bytes that a writer gives, and what it returns at its end. */
export async function written<Result>(
  writer: AsyncGenerator<Uint8Array, Result>,
): Promise<{ readonly bytes: Uint8Array; readonly result: Result }> {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const step = await writer.next();
    if (step.done === true) return { bytes: Buffer.concat(pieces), result: step.value };
    pieces.push(step.value);
  }
}
