import type { Batch } from '../../engine/batch.ts';
import type { ParquetCompression } from '../export-format.ts';
import type { ParquetEncoder } from './parquet.ts';

/** The part of `parquet-wasm` that writes, once its module is loaded. */
export interface ParquetWasm {
  readonly Table: { fromIPCStream(stream: Uint8Array): { recordBatches(): unknown[] } };
  readonly WriterPropertiesBuilder: new () => PropertiesBuilder;
  readonly Compression: Readonly<Record<'UNCOMPRESSED' | 'SNAPPY' | 'GZIP' | 'ZSTD', number>>;
  transformParquetStream(stream: unknown, properties: unknown): Promise<unknown>;
}

interface PropertiesBuilder {
  setCompression(compression: number): PropertiesBuilder;
  setMaxRowGroupSize(rows: number): PropertiesBuilder;
  build(): unknown;
}

/** The platform's web streams. */
export interface WebStreams {
  /** A readable stream that asks for an item when its reader wants one; `undefined` ends it. */
  fromPull(next: () => Promise<unknown>): unknown;
  read(stream: unknown): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** Writes Parquet with `parquet-wasm`, which holds one row group at a time. */
export function parquetEncoder(
  library: ParquetWasm,
  encode: (names: readonly string[], batch: Batch) => Uint8Array,
  streams: WebStreams,
): ParquetEncoder {
  return {
    encode,
    async *write(source, { compression, rowGroupRows }) {
      const properties = new library.WriterPropertiesBuilder()
        .setCompression(library.Compression[codecs[compression]])
        .setMaxRowGroupSize(rowGroupRows)
        .build();
      const batches = recordBatches(library, source);
      let failure: unknown;
      const stream = streams.fromPull(async () => {
        try {
          const { value, done } = await batches.next();
          return done === true ? undefined : value;
        } catch (error) {
          failure = error;
          throw error;
        }
      });
      try {
        yield* streams.read(await library.transformParquetStream(stream, properties));
      } catch (error) {
        throw failure instanceof Error ? failure : error; // the library gives its reader's errors other words
      }
    },
  };
}

const codecs: Readonly<Record<ParquetCompression, 'UNCOMPRESSED' | 'SNAPPY' | 'GZIP' | 'ZSTD'>> = {
  none: 'UNCOMPRESSED',
  snappy: 'SNAPPY',
  gzip: 'GZIP',
  zstd: 'ZSTD',
};

async function* recordBatches(library: ParquetWasm, source: AsyncIterable<Uint8Array>): AsyncGenerator<unknown, void> {
  for await (const stream of source) yield* library.Table.fromIPCStream(stream).recordBatches();
}
