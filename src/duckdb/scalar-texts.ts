/** Where the texts of a vector lie in the engine's memory; what a NULL has there means nothing. */
export interface TextColumn {
  /** The engine gives addresses beyond 2 GB as negative numbers: as whole ones of 32 bits they are right again. */
  readonly starts: Uint32Array;
  readonly sizes: Float64Array;
  /** Whether a row is NULL; absent where none is. */
  readonly isNull: ((row: number) => boolean) | undefined;
  /** Whether they are surely UTF-8: bytes that are read as text may be anything. */
  readonly isText: boolean;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A column of texts that are longer on the average is decoded text by text. */
const shortText = 256;

/**
 * Reads a column of texts. One that is the same in every row, as constants are, is decoded once; short ones are decoded all
 * at once, as one text of which each is a part; all others one by one.
 */
export function readTexts(memory: Uint8Array, column: TextColumn, rows: number): (row: number) => string {
  const { starts, sizes } = column;
  const single = (row: number): string => {
    const start = starts[row] ?? 0;
    return decoder.decode(memory.subarray(start, start + (sizes[row] ?? 0)));
  };
  const first = firstValid(column, rows);
  if (first < 0) return () => '';
  if (isSameInAll(memory, column, first, rows)) {
    const text = single(first);
    return () => text;
  }
  return readTogether(memory, column, rows) ?? single;
}

function firstValid({ isNull }: TextColumn, rows: number): number {
  for (let row = 0; row < rows; row++) if (isNull?.(row) !== true) return row;
  return -1;
}

function isSameInAll(memory: Uint8Array, { starts, sizes, isNull }: TextColumn, first: number, rows: number): boolean {
  const [firstStart, size] = [starts[first] ?? 0, sizes[first] ?? 0];
  for (let row = first + 1; row < rows; row++) {
    if (isNull?.(row) === true) continue;
    if (sizes[row] !== size) return false;
    const start = starts[row] ?? 0;
    for (let at = 0; start !== firstStart && at < size; at++) {
      if (memory[start + at] !== memory[firstStart + at]) return false;
    }
  }
  return true;
}

let together = new Uint8Array(1 << 16);

/** All texts as parts of one; nothing where they are long, or may be no texts. */
function readTogether(
  memory: Uint8Array,
  { starts, sizes, isNull, isText }: TextColumn,
  rows: number,
): ((row: number) => string) | undefined {
  let used = 0;
  for (let row = 0; row < rows; row++) if (isNull?.(row) !== true) used += sizes[row] ?? 0;
  if (used > rows * shortText) return undefined;
  if (used > together.length) together = new Uint8Array(2 * used);
  const ends = new Uint32Array(rows);
  let [at, units, bits] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    if (isNull?.(row) !== true) {
      const start = starts[row] ?? 0;
      const end = start + (sizes[row] ?? 0);
      for (let from = start; from < end; from++) {
        const byte = memory[from] ?? 0;
        together[at++] = byte;
        bits |= byte;
        if ((byte & 0xc0) !== 0x80) units += byte < 0xf0 ? 1 : 2;
      }
    }
    ends[row] = units;
  }
  if (bits >= 0x80 && !isText) return undefined;
  const text = decoder.decode(together.subarray(0, used));
  return (row) => text.slice(row === 0 ? 0 : ends[row - 1], ends[row]);
}
