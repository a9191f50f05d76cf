import initParquet, { ParquetFile } from 'parquet-wasm/esm';
import wasmUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { StillhouseError } from '../../../src/core/error.ts';
import type { ParquetReader } from '../../../src/ingest/parquet/extract.ts';

/** Opens a Parquet file of the window. */
export async function openParquet(file: File): Promise<ParquetReader> {
  await initParquet({ module_or_path: wasmUrl });
  let parquet: ParquetFile;
  try {
    parquet = await ParquetFile.fromFile(file);
  } catch (error) {
    throw new StillhouseError(
      'file-format',
      `“${file.name}” cannot be read as Parquet: it may be cut off or damaged.`,
      {
        technical: String(error),
        cause: error,
      },
    );
  }
  return {
    rowCount: parquet.metadata().fileMetadata().numRows(),
    async read({ offset, limit }) {
      const table = await parquet.read({ batchSize: limit, limit, offset });
      return table.intoIPCStream() as Uint8Array<ArrayBuffer>; // copied out of the library's own memory
    },
  };
}
