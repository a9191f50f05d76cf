import fs from 'node:fs';
import { createRequire } from 'node:module';
import initParquet, { ParquetFile } from 'parquet-wasm/esm';
import { StillhouseError } from '../../src/core/error.ts';
import type { ParquetReader } from '../../src/ingest/parquet/extract.ts';

const require = createRequire(import.meta.url);
let ready: Promise<unknown> | undefined;

/** The Parquet library for Node: its WASM code is read from node_modules once. */
export async function loadParquet(): Promise<void> {
  ready ??= fs.promises
    .readFile(require.resolve('parquet-wasm/esm/parquet_wasm_bg.wasm'))
    .then((bytes) => initParquet({ module_or_path: bytes }));
  await ready;
}

/** Opens a Parquet file on the disk. */
export async function openParquet(filePath: string): Promise<ParquetReader> {
  await loadParquet();
  let parquet: ParquetFile;
  try {
    parquet = await ParquetFile.fromFile(await fs.openAsBlob(filePath));
  } catch (error) {
    throw new StillhouseError('file-format', `“${filePath}” cannot be read as Parquet: it may be cut off or damaged.`, {
      technical: String(error),
      cause: error,
    });
  }
  return {
    rowCount: parquet.metadata().fileMetadata().numRows(),
    async read({ offset, limit }) {
      const table = await parquet.read({ batchSize: limit, limit, offset });
      return table.intoIPCStream() as Uint8Array<ArrayBuffer>; // copied out of the library's own memory
    },
  };
}
