import { lineFeed } from './bytes.ts';
import { type Found, type Framing, needsMore } from './framing.ts';
import type { Scanner } from './scanner.ts';

/** One record a line. */
export class LinesFraming implements Framing {
  private readonly scanner: Scanner;

  /** The scanner must take line breaks for ends of records. */
  constructor(scanner: Scanner) {
    this.scanner = scanner;
  }

  next(): Found {
    const { scanner } = this;
    const first = scanner.next();
    if (scanner.at >= scanner.end) return scanner.final ? 'end' : 'more';
    if (first !== lineFeed) return 'record';
    this.endLine(scanner.at);
    return 'blank';
  }

  settle(): boolean {
    const { scanner } = this;
    const behind = scanner.next();
    if (scanner.at >= scanner.end) return scanner.final || scanner.fail('after', scanner.at);
    if (behind !== lineFeed) return scanner.fail('after', scanner.at);
    this.endLine(scanner.at);
    return true;
  }

  recover(start: number): number {
    const { scanner } = this;
    const end = scanner.bytes.indexOf(lineFeed, start);
    if (end >= 0 && end < scanner.end) {
      this.endLine(end);
      return end;
    }
    if (!scanner.final) return needsMore;
    scanner.at = scanner.end;
    return scanner.end;
  }

  private endLine(at: number): void {
    this.scanner.at = at + 1;
    this.scanner.line++;
  }
}
