import { type Found, type Framing, lost } from './framing.ts';
import { countLines, endByBrackets, endByLines } from './recovery.ts';
import type { Scanner } from './scanner.ts';

/** Values one after the other, with any white space or none between them. */
export class ValuesFraming implements Framing {
  private readonly scanner: Scanner;

  constructor(scanner: Scanner) {
    this.scanner = scanner;
  }

  next(): Found {
    const { scanner } = this;
    scanner.next();
    if (scanner.at < scanner.end) return 'record';
    return scanner.final ? 'end' : 'more';
  }

  settle(): boolean {
    const { scanner } = this;
    return scanner.at < scanner.end || scanner.final || scanner.fail('after', scanner.at);
  }

  recover(start: number): number {
    const { scanner } = this;
    const end = endByBrackets(scanner, start, false);
    const found = end === lost ? endByLines(scanner, start) : end;
    if (found >= 0) {
      scanner.line += countLines(scanner.bytes, start, found);
      scanner.at = found;
    }
    return found;
  }
}
