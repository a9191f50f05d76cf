import { ArrayFraming } from './array-framing.ts';
import type { Framing } from './framing.ts';
import { LinesFraming } from './lines-framing.ts';
import type { Notes } from './notes.ts';
import type { JsonEncoding, JsonShape } from './options.ts';
import { PathWalk } from './path-walk.ts';
import { Scanner } from './scanner.ts';
import { ValuesFraming } from './values-framing.ts';

/** Everything that must be known of a file before its first record can be read. */
export interface JsonFormat {
  readonly shape: JsonShape;
  readonly encoding: JsonEncoding;
  /** Empty when records are not inside of an object. */
  readonly recordsAt: readonly string[];
}

export function createScanner(format: JsonFormat): Scanner {
  return new Scanner(format.shape === 'lines' && format.recordsAt.length === 0);
}

/** The framing of a format, for a scanner that stands at the file's start. */
export function createFraming(format: JsonFormat, scanner: Scanner, notes: Notes): Framing {
  const { shape, recordsAt } = format;
  if (recordsAt.length > 0) {
    notes.add(
      'outside-records',
      `Only the list at "${recordsAt.join('.')}" was read; what stands around it was left out.`,
    );
    return new ArrayFraming(scanner, notes, new PathWalk(scanner, recordsAt));
  }
  if (shape === 'array') return new ArrayFraming(scanner, notes);
  return shape === 'lines' ? new LinesFraming(scanner) : new ValuesFraming(scanner);
}
