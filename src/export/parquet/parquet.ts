import { StillhouseError } from '../../core/error.ts';
import { type Batch, batchBytes, type Column, isNull } from '../../engine/batch.ts';
import type { ColumnInfo, ColumnType } from '../../engine/types.ts';
import { concatBatches } from '../../results/concat.ts';
import { emptyBatch } from '../../results/empty-column.ts';
import { textColumn } from '../../results/text-column.ts';
import type { ExportNote, ParquetCompression } from '../export-format.ts';
import { uniqueNames } from '../unique-names.ts';

/** What is needed of a Parquet library and of Arrow. */
export interface ParquetEncoder {
  /** One batch as a complete Arrow IPC stream. */
  encode(names: readonly string[], batch: Batch): Uint8Array;
  /** Arrow IPC streams to a Parquet file, a row group each. */
  write(
    streams: AsyncIterable<Uint8Array>,
    options: { readonly compression: ParquetCompression; readonly rowGroupRows: number },
  ): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** Rows and bytes of a row group: what is held in memory at once. */
const rowGroupRows = 131_072;
const rowGroupBytes = 64 << 20;

/** A Parquet file in row groups of up to 131,072 rows. Gives notes on columns whose type Parquet does not have. */
export async function* writeParquet(
  columns: readonly ColumnInfo[],
  batches: AsyncIterable<Batch>,
  encoder: ParquetEncoder,
  compression: ParquetCompression,
): AsyncGenerator<Uint8Array<ArrayBuffer>, ExportNote[]> {
  const names = uniqueNames(columns);
  async function* streams(): AsyncGenerator<Uint8Array, void> {
    let any = false;
    for await (const group of rowGroups(batches)) {
      any = true;
      yield encoder.encode(names, writable(group, columns));
    }
    if (!any) yield encoder.encode(names, writable(emptyBatch(columns), columns));
  }
  yield* encoder.write(streams(), { compression, rowGroupRows });
  return columns
    .filter((column) => isUnwritable(column.type))
    .map((column) => ({ message: `${column.name} (${column.sqlType}) was written as text`, count: 1 }));
}

async function* rowGroups(batches: AsyncIterable<Batch>): AsyncGenerator<Batch, void> {
  let group: Batch[] = [];
  let rows = 0;
  let bytes = 0;
  for await (const batch of batches) {
    const size = batchBytes(batch);
    if (group.length > 0 && (rows + batch.rowCount > rowGroupRows || bytes + size > rowGroupBytes)) {
      yield concatBatches(group);
      group = [];
      rows = 0;
      bytes = 0;
    }
    group.push(batch);
    rows += batch.rowCount;
    bytes += size;
  }
  if (group.length > 0) yield concatBatches(group);
}

/** Types that Parquet, or the library that writes it, does not have at any depth. */
function isUnwritable(type: ColumnType): boolean {
  switch (type.kind) {
    case 'null':
    case 'enum':
    case 'interval':
    case 'union':
    case 'fixed-blob':
      return true;
    case 'list':
    case 'fixed-list':
      return isUnwritable(type.item);
    case 'struct':
      return type.fields.some((field) => isUnwritable(field.type));
    case 'map':
      return isUnwritable(type.key) || isUnwritable(type.value);
    default:
      return false;
  }
}

function writable(batch: Batch, columns: readonly ColumnInfo[]): Batch {
  return {
    rowCount: batch.rowCount,
    columns: batch.columns.map((column, index) => {
      if (isUnwritable(column.type)) return textColumn(column);
      if (columns[index]?.sqlType === 'HUGEINT') checkDigits(column, columns[index].name);
      return inMilliseconds(column);
    }),
  };
}

/** Parquet has no timestamps of whole seconds. */
function inMilliseconds(column: Column): Column {
  if (column.type.kind !== 'timestamp' || column.type.unit !== 's') return column;
  const seconds = column.values ?? new BigInt64Array(0);
  const values = BigInt64Array.from(seconds as BigInt64Array, (value) => value * 1000n); // timestamps are always 64-bit
  return { ...column, type: { ...column.type, unit: 'ms' }, values };
}

const largestDecimal = 10n ** 38n;

/** A HUGEINT may have 39 digits, a Parquet decimal 38. */
function checkDigits(column: Column, name: string): void {
  const bytes = column.values ?? new Uint8Array(0);
  const words = new BigInt64Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.byteLength / 8));
  for (let row = 0; row < column.length; row++) {
    const high = words[row * 2 + 1] ?? 0n;
    const value = (high << 64n) + BigInt.asUintN(64, words[row * 2] ?? 0n);
    if (isNull(column, row) || (value < largestDecimal && value > -largestDecimal)) continue;
    throw new StillhouseError('input-invalid', `The column ${name} holds integers of 39 digits; Parquet keeps 38.`, {
      remedy: `Cast ${name} to VARCHAR in the query, or export as CSV.`,
    });
  }
}
