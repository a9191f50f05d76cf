import { StillhouseError } from '../../core/error.ts';
import { closeBracket, comma, openBrace, openBracket, quote } from './bytes.ts';
import { type Found, type Framing, lost } from './framing.ts';
import type { Notes } from './notes.ts';
import type { PathWalk } from './path-walk.ts';
import { countLines, endByBrackets, endByLines } from './recovery.ts';
import { startsNumber } from './scan-number.ts';
import type { Scanner } from './scanner.ts';

/** The elements of an array, which is the whole file or lies inside of an object. */
export class ArrayFraming implements Framing {
  private readonly scanner: Scanner;
  private readonly notes: Notes;
  private readonly path: PathWalk | undefined;
  private state: 'before' | 'first' | 'element' | 'behind' | 'closed' | 'done' = 'before';

  constructor(scanner: Scanner, notes: Notes, path?: PathWalk) {
    this.scanner = scanner;
    this.notes = notes;
    this.path = path;
  }

  next(): Found {
    const { scanner } = this;
    if (this.state === 'before' && !this.enter()) return 'more';
    for (;;) {
      const byte = scanner.next();
      if (this.state === 'done') return 'end';
      if (scanner.at >= scanner.end) return scanner.final ? this.end() : 'more';
      if (this.state === 'closed') return 'stray';
      if (byte === closeBracket) this.close();
      else if (this.state !== 'behind') return 'record';
      else if (byte === comma) {
        scanner.at++;
        this.state = 'element';
      } else {
        this.state = 'element';
        if (startsValue(byte))
          this.notes.add('missing-comma', `A comma is missing before line ${scanner.line}'s record.`);
        return 'record';
      }
    }
  }

  settle(): boolean {
    const { scanner } = this;
    if (scanner.at >= scanner.end && !scanner.final) return scanner.fail('after', scanner.at);
    this.state = 'behind';
    return true;
  }

  recover(start: number): number {
    const { scanner } = this;
    const end = endByBrackets(scanner, start, true);
    const found = end === lost ? endByLines(scanner, start) : end;
    if (found < 0) return found;
    this.state = end === lost ? 'element' : 'behind';
    scanner.line += countLines(scanner.bytes, start, found);
    scanner.at = found;
    return found;
  }

  private enter(): boolean {
    const { scanner, path } = this;
    if (path !== undefined && !path.arrive()) return false;
    const byte = scanner.next();
    if (scanner.at >= scanner.end && !scanner.final) return false;
    if (byte !== openBracket)
      throw new StillhouseError('file-format', 'The file is no list: it does not start with "[".');
    scanner.at++;
    this.state = 'first';
    return true;
  }

  private close(): void {
    if (this.state === 'element')
      this.notes.add('trailing-comma', 'A comma stands behind the last record of the list.');
    this.scanner.at++;
    this.state = this.path === undefined ? 'closed' : 'done';
  }

  private end(): Found {
    if (this.state !== 'closed') {
      this.notes.add(
        'unclosed-list',
        'The file ends before its list does: the closing "]" is missing, and maybe records are.',
      );
    }
    this.state = 'done';
    return 'end';
  }
}

function startsValue(byte: number): boolean {
  return byte === openBrace || byte === openBracket || byte === quote || startsNumber(byte);
}
