import type { Column } from '../../engine/batch.ts';

/** Below this length a loop copies faster than making a view of the bytes. */
const loopLength = 48;

const textType = { kind: 'text' } as const;

/** One text column of a batch under construction, in the engine's own layout. */
export class TextColumn {
  private readonly capacity: number;
  private values: Uint8Array<ArrayBuffer>;
  private offsets: Int32Array<ArrayBuffer>;
  private validity: Uint8Array<ArrayBuffer> | undefined;
  private length = 0;
  /** Bytes of text so far. */
  byteLength = 0;

  /** `capacity` is the number of rows that fit. */
  constructor(capacity: number) {
    this.capacity = capacity;
    this.values = new Uint8Array(capacity * 8);
    this.offsets = new Int32Array(capacity + 1);
  }

  append(bytes: Uint8Array, start: number, end: number): void {
    let at = this.byteLength;
    const after = at + end - start;
    if (after > this.values.length) this.grow(after);
    const { values } = this;
    if (end - start < loopLength) for (let from = start; from < end; from++) values[at++] = bytes[from] ?? 0;
    else values.set(bytes.subarray(start, end), at);
    this.close(after);
  }

  /**
   * Appends without the marks that escape: the first of two quotes, and a backslash before one of the `escapable` bytes.
   */
  appendUnescaped(bytes: Uint8Array, start: number, end: number, escape: number, escapable: Uint8Array): void {
    if (this.byteLength + end - start > this.values.length) this.grow(this.byteLength + end - start);
    const { values } = this;
    let at = this.byteLength;
    for (let from = start; from < end; from++) {
      if (bytes[from] === escape && from + 1 < end && escapable[bytes[from + 1] ?? 0] === 1) from++;
      values[at++] = bytes[from] ?? 0;
    }
    this.close(at);
  }

  appendNull(): void {
    this.validity ??= new Uint8Array((this.capacity + 7) >> 3).fill(255);
    const place = this.length >> 3;
    this.validity[place] = (this.validity[place] ?? 0) & ~(1 << (this.length & 7));
    this.close(this.byteLength);
  }

  /** The column so far; the next batch starts empty. */
  take(): Column {
    const { length, validity } = this;
    const column: Column = {
      type: textType,
      length,
      ...(validity !== undefined && { validity }),
      values: this.values.subarray(0, this.byteLength),
      offsets: this.offsets.subarray(0, length + 1),
    };
    this.values = new Uint8Array(Math.max(64, Math.ceil(this.byteLength * 1.1)));
    this.offsets = new Int32Array(this.capacity + 1);
    this.validity = undefined;
    this.length = 0;
    this.byteLength = 0;
    return column;
  }

  private close(end: number): void {
    this.byteLength = end;
    this.offsets[++this.length] = end;
  }

  private grow(needed: number): void {
    const larger = new Uint8Array(needed * 2);
    larger.set(this.values.subarray(0, this.byteLength));
    this.values = larger;
  }
}
