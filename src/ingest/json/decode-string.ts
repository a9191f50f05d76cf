import { backslash, lowerU } from './bytes.ts';
import { writeCodePoint } from './utf8.ts';

const plainEscapes = new Uint8Array(256);
for (const [letter, meaning] of Object.entries({
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
})) {
  plainEscapes[letter.charCodeAt(0)] = meaning.charCodeAt(0);
}

const replacement = 0xfffd;

/** Resolves the escapes of a string that a scanner has read. */
export class StringDecoder {
  /** The decoded UTF-8 bytes, `length` of them, until the next call. */
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(256);
  length = 0;
  /** Surrogate escapes without a partner, each replaced by U+FFFD. */
  loneSurrogates = 0;

  /** Text never grows by decoding, so the source's length is room enough. */
  decode(source: Uint8Array, start: number, end: number): void {
    if (end - start > this.bytes.length) this.bytes = new Uint8Array((end - start) * 2);
    const { bytes } = this;
    this.loneSurrogates = 0;
    let length = 0;
    let at = start;
    while (at < end) {
      const byte = source[at] ?? 0;
      if (byte !== backslash) {
        bytes[length++] = byte;
        at++;
      } else if (source[at + 1] !== lowerU) {
        bytes[length++] = plainEscapes[source[at + 1] ?? 0] ?? 0;
        at += 2;
      } else {
        const unit = unitAt(source, at + 2);
        at += 6;
        const isHigh = unit >= 0xd800 && unit < 0xdc00;
        const low =
          isHigh && at + 6 <= end && source[at] === backslash && source[at + 1] === lowerU ? unitAt(source, at + 2) : 0;
        if (low >= 0xdc00 && low < 0xe000) {
          at += 6;
          length += writeCodePoint(0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00), bytes, length);
        } else {
          const isLone = unit >= 0xd800 && unit < 0xe000;
          if (isLone) this.loneSurrogates++;
          length += writeCodePoint(isLone ? replacement : unit, bytes, length);
        }
      }
    }
    this.length = length;
  }
}

function unitAt(source: Uint8Array, at: number): number {
  let unit = 0;
  for (let digit = at; digit < at + 4; digit++) {
    const byte = source[digit] ?? 0;
    unit = unit * 16 + (byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57);
  }
  return unit;
}
