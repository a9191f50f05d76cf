import { closeBrace, closeBracket, comma, openBrace, openBracket, textOf } from './bytes.ts';
import { StringDecoder } from './decode-string.ts';
import type { Scanner } from './scanner.ts';
import { skipValue } from './skip.ts';

/** A list of objects inside of the file's outermost object. */
export interface RecordsCandidate {
  /** Keys that lead to it. */
  readonly path: readonly string[];
  /** Its complete elements in the sample. */
  readonly count: number;
  /** Bytes of the sample that it takes up. */
  readonly bytes: number;
}

/** Objects inside of objects that are searched. */
const deepest = 4;

/** Finds the lists of objects in the object where the scanner stands, the largest first; stops where the sample is cut off. */
export function findLists(scanner: Scanner): RecordsCandidate[] {
  const found: RecordsCandidate[] = [];
  searchObject(scanner, [], found);
  return found.sort((a, b) => b.bytes - a.bytes);
}

function searchObject(scanner: Scanner, path: readonly string[], found: RecordsCandidate[]): boolean {
  scanner.at++;
  if (scanner.next() === closeBrace) {
    scanner.at++;
    return true;
  }
  for (;;) {
    if (!scanner.key()) return false;
    if (!searchValue(scanner, [...path, keyName(scanner)], found)) return false;
    const behind = scanner.next();
    scanner.at++;
    if (behind === closeBrace) return true;
    if (behind !== comma) return false;
    scanner.next();
  }
}

function searchValue(scanner: Scanner, path: readonly string[], found: RecordsCandidate[]): boolean {
  const first = scanner.next();
  if (first === openBrace && path.length < deepest) return searchObject(scanner, path, found);
  if (first !== openBracket) return skipValue(scanner);
  const start = scanner.at;
  scanner.at++;
  if (scanner.next() !== openBrace) {
    scanner.at = start;
    return skipValue(scanner);
  }
  let count = 0;
  for (;;) {
    const isRead = skipValue(scanner);
    if (isRead) count++;
    const behind = isRead ? scanner.next() : 0;
    if (behind !== comma) {
      const isClosed = behind === closeBracket;
      found.push({ path, count, bytes: (isClosed ? scanner.at : scanner.end) - start });
      scanner.at++;
      return isClosed;
    }
    scanner.at++;
  }
}

function keyName(scanner: Scanner): string {
  const decoder = new StringDecoder();
  decoder.decode(scanner.bytes, scanner.textStart, scanner.textEnd);
  return textOf(decoder.bytes, 0, decoder.length);
}
