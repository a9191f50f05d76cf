import { backslash, carriageReturn, colon, lineFeed, lowerU, quote, space, tab } from './bytes.ts';
import { sequenceLength } from './utf8.ts';

/** Why reading stopped; `misfit` means good JSON that the announced column types cannot hold. */
export type FaultCode =
  | 'value'
  | 'key'
  | 'colon'
  | 'separator'
  | 'after'
  | 'line-break'
  | 'control'
  | 'escape'
  | 'utf8'
  | 'digit'
  | 'leading-zero'
  | 'word'
  | 'misfit';

/** The number read last. `mantissa` holds all digits as one integer, exact below 2^53. */
class NumberToken {
  start = 0;
  negative = false;
  mantissa = 0;
  /** Digits before and after the point, without a lone 0 before it. */
  digits = 0;
  fractionDigits = 0;
  exponent = 0;
  /** An integer literal, `-0` excepted: only a double keeps its sign. */
  whole = true;
  /** After `splitDigits`: the last nine digits as an integer, and those before them. */
  low = 0;
  high = 0;
  /** False for NaN, Infinity and -Infinity, which JSON does not have but many writers produce. */
  finite = true;
}

const isEscape = new Uint8Array(256);
for (const letter of '"\\/bfnrtu') isEscape[letter.charCodeAt(0)] = 1;

const isHexDigit = new Uint8Array(256);
for (const digit of '0123456789abcdefABCDEF') isHexDigit[digit.charCodeAt(0)] = 1;

/** Bytes that need a look inside a string: its end, escapes, control characters and everything beyond ASCII. */
const isSpecial = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < space || byte >= 0x80 || byte === quote || byte === backslash ? 1 : 0,
);

/**
 * Reads JSON's smallest parts from a window of bytes. Behind `end` stand zero bytes, which fit nowhere, so that no read
 * has to ask where the window ends: a fault at or behind `end` means that more bytes are needed.
 */
export class Scanner {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(64);
  at = 0;
  end = 0;
  /** Set when no bytes follow `end`. */
  final = false;
  /** Physical line of `at`, from 1. */
  line = 1;
  fault: FaultCode = 'value';
  faultAt = 0;
  /** Whether the string read last holds escapes, and where its text lies. */
  escaped = false;
  textStart = 0;
  textEnd = 0;
  readonly number = new NumberToken();
  readonly breaksEndRecords: boolean;

  /** With `breaksEndRecords` a line break is no white space: it may stand only between records. */
  constructor(breaksEndRecords: boolean) {
    this.breaksEndRecords = breaksEndRecords;
  }

  /** Reads the same window as another scanner, from the same place on. */
  share(other: Scanner): void {
    this.bytes = other.bytes;
    this.at = other.at;
    this.end = other.end;
    this.final = other.final;
  }

  fail(fault: FaultCode, position: number): false {
    this.fault = fault;
    this.faultAt = position;
    return false;
  }

  /** Whether the fault may vanish with more bytes. */
  get starved(): boolean {
    return this.faultAt >= this.end;
  }

  /** Moves past white space and gives the byte there. */
  next(): number {
    const { bytes } = this;
    let at = this.at;
    let byte = bytes[at] ?? 0;
    while (byte <= space) {
      if (byte === lineFeed) {
        if (this.breaksEndRecords) break;
        this.line++;
      } else if (byte !== space && byte !== carriageReturn && byte !== tab) break;
      do byte = bytes[++at] ?? 0;
      while (byte === space);
    }
    this.at = at;
    return byte;
  }

  /** Whether nothing but white space is left of the window. */
  atEnd(): boolean {
    this.next();
    return this.at >= this.end;
  }

  /** Reads a string whose opening quote is at `at`. */
  string(): boolean {
    const { bytes } = this;
    let at = this.at + 1;
    this.textStart = at;
    this.escaped = false;
    for (;;) {
      let byte = bytes[at] ?? 0;
      while (isSpecial[byte] === 0) byte = bytes[++at] ?? 0;
      if (byte === quote) break;
      if (byte === backslash) {
        const length = this.escapeLength(at);
        if (length === 0) return false;
        this.escaped = true;
        at += length;
      } else if (byte >= 0x80) {
        const length = sequenceLength(bytes, at);
        if (length <= 0) return this.fail('utf8', at - length >= this.end ? this.end : at);
        at += length;
      } else return this.fail(byte === lineFeed || byte === carriageReturn ? 'line-break' : 'control', at);
    }
    this.textEnd = at;
    this.at = at + 1;
    return true;
  }

  private escapeLength(at: number): number {
    const { bytes } = this;
    const letter = bytes[at + 1] ?? 0;
    if (isEscape[letter] === 0) {
      this.fail('escape', at + 1 >= this.end ? this.end : at);
      return 0;
    }
    if (letter !== lowerU) return 2;
    for (let digit = at + 2; digit < at + 6; digit++) {
      if (isHexDigit[bytes[digit] ?? 0] === 0) {
        this.fail('escape', digit >= this.end ? this.end : at);
        return 0;
      }
    }
    return 6;
  }

  /** Reads a key and the colon behind it; the key's text is between `textStart` and `textEnd`. */
  key(): boolean {
    if (this.bytes[this.at] !== quote) return this.fail('key', this.at);
    return this.string() && this.colon();
  }

  colon(): boolean {
    if (this.next() !== colon) return this.fail('colon', this.at);
    this.at++;
    return true;
  }

  /** Reads `true`, `false` or `null`. */
  word(word: Uint8Array): boolean {
    const { bytes, at } = this;
    for (let index = 0; index < word.length; index++) {
      if (bytes[at + index] !== word[index]) return this.fail('word', at + index >= this.end ? this.end : at);
    }
    this.at = at + word.length;
    return true;
  }
}

/** The words of JSON as bytes, for `Scanner.word`. */
export const words = {
  true: new TextEncoder().encode('true'),
  false: new TextEncoder().encode('false'),
  null: new TextEncoder().encode('null'),
};
