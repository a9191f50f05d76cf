import { backslash, quote, space, textOf } from './bytes.ts';
import { extended } from './extended.ts';

const encoder = new TextEncoder();

/** Stands for a key that can appear only with escapes: no byte of a good key is ever equal to it. */
const unmatchable = new Uint8Array([0x01, 0x01]);

/** How many fields ahead of the expected one are compared before the hash decides. */
const lookahead = 3;

/**
 * The fields of one object type in the order first seen, found by the bytes of their keys. All keys lie one after the
 * other in `keys`, each with its closing quote, so that one comparison settles both the key and its end.
 */
export class FieldTable {
  readonly names: string[] = [];
  private keys: Uint8Array = new Uint8Array(64);
  private starts: Int32Array = new Int32Array(17);
  /** Open addressing: index + 1 of the field, or 0. */
  private slots: Int32Array = new Int32Array(32);
  private readonly byName = new Map<string, number>();
  /** Where the closing quote of the key matched last stands. */
  matchedEnd = 0;

  get count(): number {
    return this.names.length;
  }

  /** The field among the next few from `expected` on whose key stands at `at`, just behind the opening quote, or -1. */
  match(bytes: Uint8Array, at: number, expected: number): number {
    const { keys, starts } = this;
    const last = Math.min(expected + lookahead, this.names.length);
    for (let index = expected; index < last; index++) {
      let key = starts[index] ?? 0;
      const end = starts[index + 1] ?? 0;
      let position = at;
      while (key < end && keys[key] === bytes[position]) {
        key++;
        position++;
      }
      if (key === end) {
        this.matchedEnd = position - 1;
        return index;
      }
    }
    return -1;
  }

  /** The field whose key has exactly these bytes, or -1. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const { keys, starts, slots } = this;
    const mask = slots.length - 1;
    for (let slot = hash(bytes, start, end) & mask; ; slot = (slot + 1) & mask) {
      const index = (slots[slot] ?? 0) - 1;
      if (index < 0) return -1;
      const key = starts[index] ?? 0;
      if ((starts[index + 1] ?? 0) - key - 1 !== end - start) continue;
      let same = 0;
      while (same < end - start && keys[key + same] === bytes[start + same]) same++;
      if (same === end - start) return index;
    }
  }

  /** The field of this name, for keys written with escapes, or -1. */
  findName(name: string): number {
    return this.byName.get(name) ?? -1;
  }

  add(name: string): number {
    const index = this.names.length;
    this.names.push(name);
    this.byName.set(name, index);
    const key = keyBytes(name);
    const start = this.starts[index] ?? 0;
    const end = start + key.length;
    if (end > this.keys.length) this.keys = extended(this.keys, new Uint8Array(Math.max(end, this.keys.length * 2)));
    if (index + 2 > this.starts.length) this.starts = extended(this.starts, new Int32Array(this.starts.length * 2));
    this.keys.set(key, start);
    this.starts[index + 1] = end;
    if (this.names.length * 2 > this.slots.length) this.rehash(this.slots.length * 2);
    else this.insert(index);
    return index;
  }

  /** Forgets the fields added last. */
  truncate(count: number): void {
    for (const name of this.names.splice(count)) this.byName.delete(name);
    this.rehash(this.slots.length);
  }

  private rehash(size: number): void {
    this.slots = new Int32Array(size);
    for (let index = 0; index < this.names.length; index++) this.insert(index);
  }

  private insert(index: number): void {
    const { starts, slots } = this;
    const mask = slots.length - 1;
    let slot = hash(this.keys, starts[index] ?? 0, (starts[index + 1] ?? 0) - 1) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
  }
}

function keyBytes(name: string): Uint8Array {
  const bytes = encoder.encode(`${name}"`);
  const plain = bytes.subarray(0, -1).every((byte) => byte >= space && byte !== quote && byte !== backslash);
  const survives = textOf(bytes, 0, bytes.length - 1) === name;
  return plain && survives ? bytes : unmatchable;
}

/** FNV-1a, 32 bits. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at++) value = Math.imul(value ^ (bytes[at] ?? 0), 0x01000193);
  return value ^ (value >>> 15);
}
