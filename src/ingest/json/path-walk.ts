import { StillhouseError } from '../../core/error.ts';
import { closeBrace, comma, lineFeed, openBrace, openBracket, textOf } from './bytes.ts';
import { StringDecoder } from './decode-string.ts';
import { faultReason } from './fault-words.ts';
import type { Scanner } from './scanner.ts';
import { skipValue } from './skip.ts';

/** Leads a scanner through nested objects to an array, past everything else. */
export class PathWalk {
  private readonly scanner: Scanner;
  private readonly path: readonly string[];
  private readonly decoder = new StringDecoder();
  /** Objects entered so far, and whether a field of the innermost one was passed. */
  private entered = 0;
  private isBehindField = false;

  constructor(scanner: Scanner, path: readonly string[]) {
    this.scanner = scanner;
    this.path = path;
  }

  /** Moves to the array's opening bracket; false when more bytes are needed. */
  arrive(): boolean {
    const { scanner } = this;
    for (;;) {
      const { at, line } = scanner;
      const step = this.step();
      if (step === 'arrived') return true;
      if (step === 'passed') continue;
      if (!scanner.starved || scanner.final) throw this.missing(this.faultOfLine());
      scanner.at = at;
      scanner.line = line;
      return false;
    }
  }

  private faultOfLine(): string {
    const { scanner } = this;
    const lineStart = scanner.bytes.lastIndexOf(lineFeed, scanner.faultAt - 1) + 1;
    return `in line ${scanner.line}, ${faultReason(scanner, lineStart)}`;
  }

  private step(): 'arrived' | 'passed' | 'failed' {
    const { scanner } = this;
    if (this.entered === 0) return this.enter();
    let byte = scanner.next();
    if (byte === closeBrace && scanner.at < scanner.end) throw this.missing('there is no such key');
    if (this.isBehindField) {
      if (byte !== comma) {
        scanner.fail('separator', scanner.at);
        return 'failed';
      }
      scanner.at++;
      byte = scanner.next();
    }
    if (!scanner.key()) return 'failed';
    if (this.keyName() === this.path[this.entered - 1]) return this.enter();
    if (!skipValue(scanner)) return 'failed';
    this.isBehindField = true;
    return 'passed';
  }

  /** Goes into the value that comes next: an object on the way, the array at its end. */
  private enter(): 'arrived' | 'passed' | 'failed' {
    const { scanner } = this;
    const byte = scanner.next();
    const isLast = this.entered === this.path.length;
    if (byte !== (isLast ? openBracket : openBrace)) {
      if (scanner.at < scanner.end)
        throw this.missing(isLast ? 'what stands there is no list' : 'the way there is no object');
      scanner.fail('value', scanner.at);
      return 'failed';
    }
    if (isLast) return 'arrived';
    scanner.at++;
    this.entered++;
    this.isBehindField = false;
    return 'passed';
  }

  private keyName(): string {
    const { scanner, decoder } = this;
    decoder.decode(scanner.bytes, scanner.textStart, scanner.textEnd);
    return textOf(decoder.bytes, 0, decoder.length);
  }

  private missing(reason: string): StillhouseError {
    return new StillhouseError(
      'file-format',
      `The file has no list of records at "${this.path.join('.')}": ${reason}.`,
      {
        remedy: 'Choose another place of the records, or none to read the whole object as one record.',
      },
    );
  }
}
