import {
  closeBrace,
  closeBracket,
  comma,
  lowerF,
  lowerN,
  lowerT,
  openBrace,
  openBracket,
  quote,
  textOf,
  zero,
} from './bytes.ts';
import { StringDecoder } from './decode-string.ts';
import { numberFacts } from './number-facts.ts';
import { exactIntegers, isExactDouble, scanNumber, splitDigits, surelyBigint } from './scan-number.ts';
import { type Scanner, words } from './scanner.ts';
import { maxDepth, seen, type Shape, ShapeJournal } from './shape.ts';
import type { RecordShape } from './record-shape.ts';
import { skipScalar, skipValue } from './skip.ts';
import { daysAt, noDate, TimestampToken } from './temporal-bytes.ts';

/** A double tells all numbers of 17 digits apart. */
const seventeenDigits = 1e17;

/** What `field` gives besides an index: a fault, or a key that the object has no room for. */
const failed = -2;
const surplus = -1;

/** Merges values into the type lattice, without keeping them. */
export class Inference {
  readonly journal = new ShapeJournal();
  private readonly scanner: Scanner;
  private readonly decoder = new StringDecoder();
  private readonly timestamp = new TimestampToken();

  constructor(scanner: Scanner) {
    this.scanner = scanner;
  }

  /** Merges one record; after a fault the caller undoes what it changed. */
  record(shape: RecordShape): boolean {
    const first = this.scanner.next();
    if (first !== openBrace) return this.value(shape.bare);
    this.journal.addBits(shape.object, seen.object);
    return shape.object.opaque ? skipValue(this.scanner) : this.object(shape.object);
  }

  /** Merges the number read last; exact for any length. */
  number(shape: Shape): void {
    const { finite, whole, mantissa, digits, fractionDigits, exponent } = this.scanner.number;
    if (!finite) {
      this.journal.addBits(shape, seen.nonFinite);
      return;
    }
    const isShort = whole ? mantissa < surelyBigint : mantissa < seventeenDigits && exponent > -250 && exponent < 250;
    if (!isShort) {
      this.longNumber(shape);
      return;
    }
    if (whole && mantissa >= exactIntegers && !shape.has(seen.inexact)) this.checkExactness(shape);
    this.journal.addBits(shape, whole ? seen.whole : seen.fraction);
    if (mantissa === 0) return;
    this.journal.addDigits(
      shape,
      Math.max(0, digits - fractionDigits + exponent),
      Math.max(0, fractionDigits - exponent),
    );
  }

  /** Merges the value that comes next. */
  value(shape: Shape): boolean {
    const { scanner, journal } = this;
    const first = scanner.next();
    switch (first) {
      case quote:
        if (!scanner.string()) return false;
        if (!shape.has(seen.text)) journal.addBits(shape, this.stringBits());
        return true;
      case openBrace:
        journal.addBits(shape, shape.depth > maxDepth ? seen.object | seen.deep : seen.object);
        return shape.opaque ? skipValue(scanner) : this.object(shape);
      case openBracket:
        journal.addBits(shape, shape.depth > maxDepth ? seen.list | seen.deep : seen.list);
        return shape.opaque ? skipValue(scanner) : this.list(shape);
      case lowerN:
        return scanner.word(words.null);
      case lowerT:
      case lowerF:
        journal.addBits(shape, seen.boolean);
        return skipScalar(scanner, first);
      default:
        if (!scanNumber(scanner)) return false;
        this.number(shape);
        return true;
    }
  }

  private object(shape: Shape): boolean {
    const { scanner } = this;
    scanner.at++;
    if (scanner.next() === closeBrace) {
      scanner.at++;
      return true;
    }
    for (let expected = 0; ;) {
      const index = this.field(shape, expected);
      if (index === failed) return false;
      expected = index + 1;
      const child = index === surplus ? undefined : shape.children[index];
      if (!(child === undefined ? skipValue(scanner) : this.value(child))) return false;
      const behind = scanner.next();
      scanner.at++;
      if (behind === closeBrace) return true;
      if (behind !== comma) return scanner.fail('separator', scanner.at - 1);
      scanner.next();
    }
  }

  /** Reads a key with its colon and gives the index of its field. */
  private field(shape: Shape, expected: number): number {
    const { scanner } = this;
    const { fields } = shape;
    const { bytes, at } = scanner;
    const index = bytes[at] === quote ? fields.match(bytes, at + 1, expected) : -1;
    if (index >= 0) {
      scanner.at = fields.matchedEnd + 1;
      return scanner.colon() ? index : failed;
    }
    if (!scanner.key()) return failed;
    const { textStart, textEnd } = scanner;
    const known = scanner.escaped ? fields.findName(this.keyName()) : fields.find(bytes, textStart, textEnd);
    if (known >= 0) return known;
    const added = this.journal.addField(shape, this.keyName());
    return added < 0 ? surplus : added;
  }

  private keyName(): string {
    const { bytes, textStart, textEnd, escaped } = this.scanner;
    if (!escaped) return textOf(bytes, textStart, textEnd);
    this.decoder.decode(bytes, textStart, textEnd);
    return textOf(this.decoder.bytes, 0, this.decoder.length);
  }

  private list(shape: Shape): boolean {
    const { scanner } = this;
    scanner.at++;
    if (scanner.next() === closeBracket) {
      scanner.at++;
      return true;
    }
    const { item } = shape;
    for (;;) {
      if (!this.value(item)) return false;
      const behind = scanner.next();
      scanner.at++;
      if (behind === closeBracket) return true;
      if (behind !== comma) return scanner.fail('separator', scanner.at - 1);
    }
  }

  private stringBits(): number {
    const { bytes, textStart, textEnd, escaped } = this.scanner;
    if (escaped) return seen.text;
    if (textEnd - textStart === 10) return daysAt(bytes, textStart) === noDate ? seen.text : seen.date;
    if (!this.timestamp.read(bytes, textStart, textEnd)) return seen.text;
    return this.timestamp.zoned ? seen.instant : seen.naive;
  }

  private checkExactness(shape: Shape): void {
    splitDigits(this.scanner);
    if (!isExactDouble(this.scanner)) this.journal.addBits(shape, seen.inexact);
  }

  private longNumber(shape: Shape): void {
    const { scanner } = this;
    const { start, whole, digits, fractionDigits, exponent } = scanner.number;
    const known = whole ? seen.whole | seen.wide | seen.inexact : seen.fraction | seen.inexact;
    if (exponent === 0 && (shape.bits & known) === known) {
      this.journal.addDigits(shape, digits - fractionDigits, fractionDigits - trailingZeros(scanner));
      return;
    }
    const facts = numberFacts(textOf(scanner.bytes, start, scanner.at));
    const limits = (facts.fitsDouble ? 0 : seen.inexact) | (whole && !facts.fitsBigint ? seen.wide : 0);
    this.journal.addBits(shape, limits | (whole ? seen.whole : seen.fraction));
    this.journal.addDigits(shape, facts.wholeDigits, facts.scale);
  }
}

/** Zeros at the end of the fraction of the number read last. */
function trailingZeros(scanner: Scanner): number {
  const { bytes, at, number: token } = scanner;
  let zeros = 0;
  while (zeros < token.fractionDigits && bytes[at - 1 - zeros] === zero) zeros++;
  return zeros;
}
