import type { Column } from '../../engine/batch.ts';

const bigintType = { kind: 'integer', bits: 64, signed: true } as const;

/** A column of record or line numbers under construction: BIGINT, written as pairs of words to make no bigint for each. */
export class NumberColumn {
  private readonly capacity: number;
  private words: Int32Array<ArrayBuffer>;
  private length = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.words = new Int32Array(capacity * 2);
  }

  /** Appends a whole number from 0 to 2^53. */
  append(value: number): void {
    this.words[2 * this.length] = value | 0;
    this.words[2 * this.length + 1] = Math.floor(value / 2 ** 32);
    this.length++;
  }

  /** The column so far; the next batch starts empty. */
  take(): Column {
    const values = new BigInt64Array(this.words.buffer, 0, this.length);
    const column: Column = { type: bigintType, length: this.length, values };
    this.words = new Int32Array(this.capacity * 2);
    this.length = 0;
    return column;
  }
}
