import type { CsvDialect } from './dialect.ts';

/** What a byte means to the tokenizer; 0 means nothing, so that runs of text are passed quickly. */
export const byteKind = {
  plain: 0,
  delimiter: 1,
  lineFeed: 2,
  carriageReturn: 3,
  quote: 4,
  backslash: 5,
  beyondAscii: 6,
  nul: 7,
} as const;

/** The kind of each byte outside quotes, or inside them, where delimiters are plain. */
export function byteKinds(dialect: CsvDialect, insideQuotes: boolean): Uint8Array<ArrayBuffer> {
  const kinds = new Uint8Array(256);
  kinds.fill(byteKind.beyondAscii, 128);
  kinds[0] = byteKind.nul;
  kinds[10] = byteKind.lineFeed;
  kinds[13] = byteKind.carriageReturn;
  if (dialect.escape === 'backslash') kinds[92] = byteKind.backslash;
  if (dialect.quote !== '') kinds[dialect.quote.charCodeAt(0)] = byteKind.quote;
  if (!insideQuotes) kinds[dialect.delimiter.charCodeAt(0)] = byteKind.delimiter;
  return kinds;
}
