import type { CsvDialect, NewlineStyle } from './dialect.ts';
import type { ScanResult } from './scan.ts';

/** Bytes of a record that the engine's own reader takes without special settings. */
const engineLine = 2_000_000;

/**
 * Why a file must be read by our own reader, in words; `undefined` when it is so plain that the engine's reader cannot
 * understand it differently: one kind of line end, equal numbers of fields, quotes where they belong, valid UTF-8.
 */
export function whyNotPlain(scan: ScanResult, dialect: CsvDialect): string | undefined {
  const kinds = [scan.lineFeeds, scan.returnLineFeeds, scan.returns].filter((count) => count > 0).length;
  const hindrances: readonly (readonly [boolean, string])[] = [
    [dialect.escape === 'backslash', 'quotes are escaped with backslashes'],
    [dialect.comment !== '', 'it holds remarks'],
    [kinds > 1, 'its lines end in different ways'],
    [scan.utf8.wrong > 0, 'some bytes are not valid UTF-8'],
    [scan.ragged > 0, `${scan.ragged} records have too few or too many fields`],
    [scan.faulty > 0, `${scan.faulty} lines have faulty quotes`],
    [scan.withPaddedQuote > 0, 'blanks stand around quoted fields'],
    [scan.withLoneReturn > 0, 'carriage returns stand inside fields'],
    [scan.withNul > 0, 'it holds NUL characters'],
    [scan.blankLines > 0, 'it has lines of blanks alone'],
    [scan.longestRecord > engineLine, 'it has very long records'],
  ];
  return hindrances.find(([applies]) => applies)?.[1];
}

/** The one kind of line end that a plain file has; LF when there is none. */
export function newlineOf(scan: ScanResult): Exclude<NewlineStyle, 'any'> {
  if (scan.returnLineFeeds > 0) return 'crlf';
  return scan.returns > 0 && scan.lineFeeds === 0 ? 'cr' : 'lf';
}
