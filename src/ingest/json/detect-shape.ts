import { StillhouseError } from '../../core/error.ts';
import { appendBytes, skipMark } from './byte-window.ts';
import {
  carriageReturn,
  closeBracket,
  lineFeed,
  lowerF,
  lowerN,
  lowerT,
  openBrace,
  openBracket,
  quote,
  slash,
  space,
  tab,
  textOf,
} from './bytes.ts';
import type { JsonShape } from './options.ts';
import { startsNumber } from './scan-number.ts';
import { Scanner } from './scanner.ts';
import { skipValue } from './skip.ts';

/** Lines looked at when the first one is faulty. */
const linesTried = 20;

/** How records lie in a file, judged by its first bytes in UTF-8. Throws `file-format` when they are not JSON. */
export function detectShape(head: Uint8Array, fileName: string): JsonShape {
  const scanner = new Scanner(false);
  appendBytes(scanner, head);
  skipMark(scanner);
  const first = scanner.next();
  if (scanner.at >= scanner.end) {
    throw new StillhouseError('file-format', `The file "${fileName}" is empty.`, {
      remedy: 'Choose a file that holds JSON or NDJSON.',
    });
  }
  const { at, line } = scanner;
  if (!startsJson(scanner.bytes, at)) {
    if (goodLines(head) > 0) return 'lines';
    throw notJson(scanner, fileName);
  }
  if (skipValue(scanner)) return shapeBehindValue(scanner, first, scanner.line === line, fileName);
  if (scanner.starved) return first === openBracket ? 'array' : 'object';
  if (goodLines(head) > (first === openBracket ? 1 : 0)) return 'lines';
  if (first !== openBracket && first !== openBrace) throw notJson(scanner, fileName);
  return first === openBracket ? 'array' : 'object';
}

/** The first value was good: what follows it tells the rest. */
function shapeBehindValue(scanner: Scanner, first: number, isOneLine: boolean, fileName: string): JsonShape {
  const { bytes } = scanner;
  let at = scanner.at;
  while (bytes[at] === space || bytes[at] === tab || bytes[at] === carriageReturn) at++;
  const endsLine = bytes[at] === lineFeed;
  const next = scanner.next();
  if (scanner.at >= scanner.end) {
    if (first === openBracket) return 'array';
    return isOneLine && /\.(ndjson|jsonl)(\.gz)?$/i.test(fileName) ? 'lines' : 'object';
  }
  if (endsLine && isOneLine) return 'lines';
  if (startsValue(next)) return 'values';
  if (first === openBracket) return 'array';
  if (first === openBrace) return 'object';
  throw notJson(scanner, fileName);
}

function startsJson(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] ?? 0;
  if (first !== openBracket) return startsValue(first);
  let inside = at + 1;
  while ((bytes[inside] ?? 0) <= space && inside < bytes.length) inside++;
  const element = bytes[inside] ?? 0;
  return inside === bytes.length || startsValue(element) || element === closeBracket || element === slash;
}

function startsValue(byte: number): boolean {
  const isWord = byte === lowerT || byte === lowerF || byte === lowerN;
  return byte === openBrace || byte === openBracket || byte === quote || isWord || startsNumber(byte);
}

/** How many of the first lines are an object or a list as they stand; the last line of a pretty array may be one, too. */
function goodLines(head: Uint8Array): number {
  const lines = textOf(head, 0, head.length)
    .split('\n', linesTried + 1)
    .slice(0, -1);
  return lines.filter((line) => {
    if (!/^[{[]/.test(line)) return false;
    const scanner = new Scanner(true);
    appendBytes(scanner, new TextEncoder().encode(line));
    return skipValue(scanner) && scanner.atEnd();
  }).length;
}

const signatures: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^\s*<(!doctype html|html)/i, 'an HTML page'],
  [/^\s*<\?xml|^\s*<\w/i, 'XML'],
  [/^PK/, 'a ZIP archive or an Excel workbook'],
  [/^PAR1/, 'a Parquet file'],
  [/^%PDF/, 'a PDF'],
  [/^[^\n{}[\]]*[,;\t|][^\n{}[\]]*(\n|$)/, 'a CSV file'],
];

function notJson(scanner: Scanner, fileName: string): StillhouseError {
  const text = textOf(scanner.bytes, 0, Math.min(scanner.end, 200));
  const kind = signatures.find(([pattern]) => pattern.test(text))?.[1];
  const start = JSON.stringify(text.trim().slice(0, 40));
  const looks = kind === undefined ? '' : ` It looks like ${kind}.`;
  return new StillhouseError('file-format', `The file "${fileName}" is not JSON: it starts with ${start}.${looks}`, {
    remedy: 'Choose a file that holds JSON or NDJSON, or import it as what it is.',
  });
}
