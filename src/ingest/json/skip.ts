import { closeBrace, closeBracket, comma, lowerF, lowerN, lowerT, openBrace, openBracket, quote } from './bytes.ts';
import { scanNumber, startsNumber } from './scan-number.ts';
import { type Scanner, words } from './scanner.ts';

/** Reads past one value that is no object and no array. */
export function skipScalar(scanner: Scanner, first: number): boolean {
  if (first === quote) return scanner.string();
  if (startsNumber(first)) return scanNumber(scanner);
  if (first === lowerN) return scanner.word(words.null);
  if (first === lowerT) return scanner.word(words.true);
  if (first === lowerF) return scanner.word(words.false);
  return scanner.fail('value', scanner.at);
}

/** The objects and arrays around the place of reading; grows as deep as the text goes, without recursion. */
let closers = new Uint8Array(256);

function push(depth: number, closer: number): void {
  if (depth === closers.length) {
    const larger = new Uint8Array(depth * 2);
    larger.set(closers);
    closers = larger;
  }
  closers[depth] = closer;
}

/** Reads past one value of any depth, which must be right in every detail. */
export function skipValue(scanner: Scanner): boolean {
  let depth = 0;
  for (;;) {
    const first = scanner.next();
    if (first === openBrace || first === openBracket) {
      const closer = first === openBrace ? closeBrace : closeBracket;
      scanner.at++;
      if (scanner.next() !== closer) {
        push(depth++, closer);
        if (closer === closeBrace && !scanner.key()) return false;
        continue;
      }
      scanner.at++;
    } else if (!skipScalar(scanner, first)) return false;
    for (;;) {
      if (depth === 0) return true;
      const closer = closers[depth - 1] ?? 0;
      const byte = scanner.next();
      if (byte === comma) {
        scanner.at++;
        if (closer === closeBracket) break;
        scanner.next();
        if (!scanner.key()) return false;
        break;
      }
      if (byte !== closer) return scanner.fail('separator', scanner.at);
      scanner.at++;
      depth--;
    }
  }
}
