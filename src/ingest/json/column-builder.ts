import type { Column, ValueArray } from '../../engine/batch.ts';
import type { ColumnType } from '../../engine/types.ts';
import type { ColumnKind, ColumnPlan } from './column-plan.ts';
import { extended } from './extended.ts';
import type { Shape } from './shape.ts';

const firstCapacity = 64;

/** 32-bit words of one value, for the kinds that have a fixed width in words. */
const wordsPerValue: Readonly<Record<ColumnKind, number>> = {
  unset: 0,
  boolean: 0,
  bigint: 2,
  double: 2,
  decimal: 4,
  date: 1,
  timestamp: 2,
  instant: 2,
  text: 0,
  json: 0,
  list: 0,
  struct: 0,
};

const kindsWithOffsets: ReadonlySet<ColumnKind> = new Set(['unset', 'text', 'json', 'list']);

const noWords = new Int32Array(0);
const noDoubles = new Float64Array(0);
const noLongs = new BigInt64Array(0);
const noBytes = new Uint8Array(0);

/**
 * Memory of one column while its batch is built, in Arrow's layout but for NULLs, whose bits are set. One class serves all
 * kinds, so that reading a record meets one object layout only. A parent may be ahead of its children: rows that a
 * struct's field lacks are NULL, and are filled in when the field comes next or the batch ends.
 */
export class ColumnBuilder {
  readonly kind: ColumnKind;
  readonly shape: Shape;
  readonly children: readonly ColumnBuilder[];
  length = 0;
  /** Values of a fixed width; `doubles` and `longs` are the same memory. */
  words: Int32Array<ArrayBuffer> = noWords;
  doubles: Float64Array<ArrayBuffer> = noDoubles;
  longs: BigInt64Array<ArrayBuffer> = noLongs;
  /** The text of strings, `offsets[length]` bytes; the bits of booleans. */
  bytes: Uint8Array<ArrayBuffer> = noBytes;
  /** Where each text or list ends, the first one from row 1 on. */
  offsets: Int32Array<ArrayBuffer> = noWords;
  /** The digits before and behind the point that a DECIMAL has room for. */
  readonly wholeDigits: number;
  readonly scale: number;
  private readonly type: ColumnType;
  private readonly width: number;
  private readonly hasOffsets: boolean;
  private nulls: Uint8Array<ArrayBuffer> = noBytes;
  private nullCount = 0;
  private capacity = 0;

  constructor(plan: ColumnPlan) {
    this.kind = plan.kind;
    this.type = plan.type;
    this.shape = plan.shape;
    this.scale = plan.type.kind === 'decimal' ? plan.type.scale : 0;
    this.wholeDigits = plan.type.kind === 'decimal' ? plan.type.precision - plan.type.scale : 0;
    this.width = wordsPerValue[plan.kind];
    this.hasOffsets = kindsWithOffsets.has(plan.kind);
    if (this.hasOffsets) this.offsets = new Int32Array(1);
    this.children = plan.children.map((child) => new ColumnBuilder(child));
  }

  /** Makes room for the row at `length`. */
  reserve(): void {
    if (this.length >= this.capacity) this.grow(this.length + 1);
  }

  /** Makes room for so many more bytes of text and gives the place where they go. */
  reserveBytes(count: number): number {
    this.reserve();
    const start = this.offsets[this.length] ?? 0;
    const needed = start + count;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2, firstCapacity));
      larger.set(this.bytes.subarray(0, start));
      this.bytes = larger;
    }
    return start;
  }

  appendNull(): void {
    this.padTo(this.length + 1);
  }

  /** Appends NULLs until there are so many rows. */
  padTo(rows: number): void {
    if (rows <= this.length) return;
    if (rows > this.capacity) this.grow(rows);
    const { nulls, offsets } = this;
    for (let row = this.length; row < rows; row++) nulls[row >> 3] = (nulls[row >> 3] ?? 0) | (1 << (row & 7));
    if (this.hasOffsets) offsets.fill(offsets[this.length] ?? 0, this.length + 1, rows + 1);
    this.nullCount += rows - this.length;
    this.length = rows;
  }

  /** Drops the rows from `rows` on, and what children hold of a row that was never finished. */
  truncate(rows: number): void {
    if (rows < this.length) {
      if (this.nullCount > 0) this.clearNulls(rows);
      this.length = rows;
    }
    const childRows = this.kind === 'list' ? (this.offsets[this.length] ?? 0) : this.length;
    for (const child of this.children) child.truncate(childRows);
  }

  private clearNulls(start: number): void {
    const { nulls } = this;
    for (let row = start; row < this.length; row++) {
      const byte = nulls[row >> 3] ?? 0;
      const bit = 1 << (row & 7);
      if ((byte & bit) === 0) continue;
      nulls[row >> 3] = byte & ~bit;
      this.nullCount--;
    }
  }

  /** Bytes that a column of so many rows would take now. */
  size(rows: number): number {
    const fixed = rows * (this.width * 4 + (this.hasOffsets ? 4 : 0)) + (rows >> 3);
    const last = this.offsets[this.length] ?? 0;
    if (this.kind === 'list') return fixed + (this.children[0]?.size(last) ?? 0);
    return this.children.reduce((sum, child) => sum + child.size(rows), this.hasOffsets ? fixed + last : fixed);
  }

  /** Gives the first `rows` rows as a column of its own memory, and starts over. */
  finish(rows: number): Column {
    this.padTo(rows);
    const last = this.offsets[rows] ?? 0;
    const childRows = this.kind === 'list' ? last : rows;
    const values = this.finishedValues(rows, last);
    const column: Column = {
      type: this.type,
      length: rows,
      ...(this.nullCount > 0 && { validity: this.validity(rows) }),
      ...(values !== undefined && { values }),
      ...(this.hasOffsets && { offsets: this.offsets.slice(0, rows + 1) }),
      ...(this.children.length > 0 && { children: this.children.map((child) => child.finish(childRows)) }),
    };
    if (this.nullCount > 0) this.nulls.fill(0);
    this.nullCount = 0;
    this.length = 0;
    return column;
  }

  private validity(rows: number): Uint8Array<ArrayBuffer> {
    const validity = this.nulls.slice(0, (rows + 7) >> 3);
    for (let at = 0; at < validity.length; at++) validity[at] = ~(validity[at] ?? 0);
    return validity;
  }

  private finishedValues(rows: number, textLength: number): ValueArray | undefined {
    const { kind, words } = this;
    switch (kind) {
      case 'boolean':
        return this.bytes.slice(0, (rows + 7) >> 3);
      case 'bigint':
      case 'timestamp':
      case 'instant':
        return this.longs.slice(0, rows);
      case 'double':
        return this.doubles.slice(0, rows);
      case 'decimal':
        return new Uint32Array(words.buffer, 0, rows * 4).slice();
      case 'date':
        return words.slice(0, rows);
      case 'list':
      case 'struct':
        return undefined;
      default:
        return this.bytes.slice(0, textLength);
    }
  }

  private grow(rows: number): void {
    const capacity = Math.max(firstCapacity, this.capacity * 2, (rows + 7) & ~7);
    this.nulls = extended(this.nulls, new Uint8Array(capacity >> 3));
    if (this.hasOffsets) this.offsets = extended(this.offsets, new Int32Array(capacity + 1));
    if (this.kind === 'boolean') this.bytes = extended(this.bytes, new Uint8Array(capacity >> 3));
    if (this.width > 0) {
      this.words = extended(this.words, new Int32Array(capacity * this.width));
      if (this.width > 1) {
        this.longs = new BigInt64Array(this.words.buffer);
        this.doubles = new Float64Array(this.words.buffer);
      }
    }
    this.capacity = capacity;
  }
}
