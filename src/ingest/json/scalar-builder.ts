import { dot, lowerE, lowerT, minus, nine, quote, textOf, zero } from './bytes.ts';
import type { ColumnBuilder } from './column-builder.ts';
import { StringDecoder } from './decode-string.ts';
import type { Inference } from './inference.ts';
import { isJsonText } from './json-text.ts';
import { storeInteger, storeProduct, storeWide } from './long-integer.ts';
import type { RecordTally } from './notes.ts';
import { unscaled } from './number-facts.ts';
import { doubleOf, exactIntegers, scanNumber, splitDigits, startsNumber, surelyBigint } from './scan-number.ts';
import { type Scanner, words } from './scanner.ts';
import { seen } from './shape.ts';
import { skipScalar, skipValue } from './skip.ts';
import { daysAt, noDate, TimestampToken } from './temporal-bytes.ts';

/** Below this length bytes are copied one by one, which is faster than asking for a block copy. */
const blockCopyLength = 48;

/** Reads one value that is no object and no list straight into its column; the value starts where the scanner stands. */
export class ScalarBuilder {
  private readonly scanner: Scanner;
  private readonly inference: Inference;
  private readonly tally: RecordTally;
  private readonly decoder = new StringDecoder();
  private readonly token = new TimestampToken();

  constructor(scanner: Scanner, inference: Inference, tally: RecordTally) {
    this.scanner = scanner;
    this.inference = inference;
    this.tally = tally;
  }

  bigint(column: ColumnBuilder): boolean {
    const { scanner } = this;
    const { bytes } = scanner;
    let at = scanner.at;
    let byte = bytes[at] ?? 0;
    const negative = byte === minus;
    if (negative) byte = bytes[++at] ?? 0;
    const start = at;
    let size = 0;
    while (byte >= zero && byte <= nine) {
      size = size * 10 + (byte - zero);
      byte = bytes[++at] ?? 0;
    }
    const digits = at - start;
    const isPlain = byte !== dot && (byte | 0x20) !== lowerE && (bytes[start] !== zero || (digits === 1 && !negative));
    if (!isPlain || digits === 0 || digits > 15 || digits > column.shape.wholeDigits) return this.longBigint(column);
    scanner.at = at;
    column.reserve();
    storeInteger(column.words, column.length++, negative ? -size : size);
    return true;
  }

  private longBigint(column: ColumnBuilder): boolean {
    const { scanner } = this;
    const { number: token } = scanner;
    if (!this.number(column)) return false;
    if (!token.whole || column.shape.has(seen.wide)) return scanner.fail('misfit', token.start);
    column.reserve();
    const row = column.length++;
    if (token.mantissa < exactIntegers) {
      storeInteger(column.words, row, token.negative ? -token.mantissa : token.mantissa);
    } else if (token.mantissa < surelyBigint) {
      splitDigits(scanner);
      const sign = token.negative ? -1 : 1;
      storeProduct(column.words, row, sign * token.high, 1e9, sign * token.low);
    } else {
      const value = BigInt(textOf(scanner.bytes, token.start, scanner.at));
      column.longs[row] = value;
    }
    return true;
  }

  double(column: ColumnBuilder): boolean {
    const { scanner, tally } = this;
    const { number: token } = scanner;
    if (!this.number(column)) return false;
    if (column.shape.has(seen.inexact)) return scanner.fail('misfit', token.start);
    if (!token.finite) tally.nonFinite.pending++;
    column.reserve();
    column.doubles[column.length++] = doubleOf(scanner);
    return true;
  }

  decimal(column: ColumnBuilder): boolean {
    const { scanner } = this;
    const { shape, wholeDigits, scale } = column;
    const hadFractions = shape.has(seen.fraction);
    if (!this.number(column)) return false;
    const { number: token } = scanner;
    const isNewKind = !token.finite || (!token.whole && !hadFractions);
    if (isNewKind || shape.wholeDigits > wholeDigits || shape.scale > scale) return scanner.fail('misfit', token.start);
    column.reserve();
    const text = textOf(scanner.bytes, token.start, scanner.at);
    storeWide(column.longs, column.length++, unscaled(text, scale));
    return true;
  }

  /** Reads a number and tells the lattice when it has more digits than any before. */
  private number(column: ColumnBuilder): boolean {
    const { scanner } = this;
    const { shape } = column;
    const { number: token } = scanner;
    if (!startsNumber(scanner.bytes[scanner.at] ?? 0)) return scanner.fail('misfit', scanner.at);
    if (!scanNumber(scanner)) return false;
    const { digits, fractionDigits } = token;
    const isKnown = digits <= 15 && digits - fractionDigits <= shape.wholeDigits && fractionDigits <= shape.scale;
    if (!isKnown || token.exponent !== 0 || !token.finite) this.inference.number(shape);
    return true;
  }

  boolean(column: ColumnBuilder): boolean {
    const { scanner } = this;
    const value = scanner.bytes[scanner.at] === lowerT;
    if (!scanner.word(value ? words.true : words.false)) return scanner.fail('misfit', scanner.faultAt);
    column.reserve();
    const row = column.length++;
    const { bytes } = column;
    const others = (bytes[row >> 3] ?? 0) & ~(1 << (row & 7));
    bytes[row >> 3] = value ? others | (1 << (row & 7)) : others;
    return true;
  }

  date(column: ColumnBuilder): boolean {
    const { scanner } = this;
    const { bytes, at } = scanner;
    const days = bytes[at] === quote && bytes[at + 11] === quote ? daysAt(bytes, at + 1) : noDate;
    if (days === noDate) return scanner.fail('misfit', at);
    scanner.at = at + 12;
    column.reserve();
    column.words[column.length++] = days;
    return true;
  }

  timestamp(column: ColumnBuilder): boolean {
    const { scanner, token } = this;
    const start = scanner.at;
    if (scanner.bytes[start] !== quote) return scanner.fail('misfit', start);
    if (!scanner.string()) return false;
    const isRead = !scanner.escaped && token.read(scanner.bytes, scanner.textStart, scanner.textEnd);
    if (!isRead || token.zoned !== (column.kind === 'instant')) return scanner.fail('misfit', start);
    if (token.offset !== 0) this.tally.offsets.pending++;
    column.reserve();
    storeProduct(column.words, column.length++, token.seconds, 1e6, token.micros);
    return true;
  }

  /** Strings go in as they are, numbers and booleans as their JSON text. */
  text(column: ColumnBuilder): boolean {
    const { scanner } = this;
    const { journal } = this.inference;
    const { shape } = column;
    const start = scanner.at;
    const first = scanner.bytes[start] ?? 0;
    if (first === quote) {
      if (!scanner.string()) return false;
      if (!shape.has(seen.text)) journal.addBits(shape, seen.text);
      this.appendString(column);
      return true;
    }
    if (startsNumber(first)) {
      if (!scanNumber(scanner)) return false;
      this.inference.number(shape);
    } else {
      if (!skipScalar(scanner, first)) return scanner.fail('misfit', scanner.faultAt);
      journal.addBits(shape, seen.boolean);
    }
    appendBytes(column, scanner.bytes, start, scanner.at);
    return true;
  }

  /** Any value as its JSON text; a string as it is, unless it could be taken for the JSON text of another value. */
  json(column: ColumnBuilder): boolean {
    const { scanner, inference } = this;
    const { shape } = column;
    const start = scanner.at;
    if (!(shape.opaque ? skipValue(scanner) : inference.value(shape))) return false;
    if (!shape.opaque && shape.fields.count > 0) return scanner.fail('misfit', start);
    if (scanner.bytes[start] === quote && !this.isAmbiguous()) this.appendString(column);
    else appendBytes(column, scanner.bytes, start, scanner.at);
    return true;
  }

  /** Whether the string read last looks like JSON once its quotes are gone. */
  private isAmbiguous(): boolean {
    const { scanner, decoder } = this;
    if (!scanner.escaped) return isJsonText(scanner.bytes, scanner.textStart, scanner.textEnd);
    decoder.decode(scanner.bytes, scanner.textStart, scanner.textEnd);
    return isJsonText(decoder.bytes, 0, decoder.length);
  }

  private appendString(column: ColumnBuilder): void {
    const { scanner, decoder } = this;
    if (!scanner.escaped) {
      appendBytes(column, scanner.bytes, scanner.textStart, scanner.textEnd);
      return;
    }
    decoder.decode(scanner.bytes, scanner.textStart, scanner.textEnd);
    this.tally.loneSurrogates.pending += decoder.loneSurrogates;
    appendBytes(column, decoder.bytes, 0, decoder.length);
  }
}

/** Appends bytes as one text. */
export function appendBytes(column: ColumnBuilder, source: Uint8Array, start: number, end: number): void {
  const length = end - start;
  let to = column.reserveBytes(length);
  const { bytes } = column;
  if (length < blockCopyLength) for (let at = start; at < end; at++) bytes[to++] = source[at] ?? 0;
  else {
    bytes.set(source.subarray(start, end), to);
    to += length;
  }
  column.offsets[++column.length] = to;
}
