import type { CsvDialect, NewlineStyle } from './dialect.ts';
import type { Sample } from './sample.ts';
import { type MarksScore, sniffMarks } from './sniff-marks.ts';

/** Line ends of each kind in a piece of a file, inside quotes too. */
interface NewlineCounts {
  readonly lineFeeds: number;
  readonly returnLineFeeds: number;
  readonly returns: number;
}

/** The marks of a sample together with its line ends, since each decides about the other. */
export interface LineChoice {
  readonly score: MarksScore;
  readonly evidence: string;
}

/**
 * A lone carriage return ends records when there is no other line end, or when the records come out more alike that way;
 * otherwise it is data.
 */
export function sniffLines(sample: Sample, base: CsvDialect, fixed: Partial<CsvDialect>): LineChoice {
  const counts = countNewlines(sample.bytes);
  const words = describe(counts);
  const withStyle = (newline: NewlineStyle) => sniffMarks(sample, { ...base, newline }, fixed);
  if (fixed.newline !== undefined) return { score: withStyle(fixed.newline), evidence: words };
  const { lineFeeds, returnLineFeeds, returns } = counts;
  if (returns > 0 && lineFeeds + returnLineFeeds === 0) return { score: withStyle('cr'), evidence: words };
  const usual = withStyle(returnLineFeeds > lineFeeds ? 'crlf' : 'lf');
  if (returns === 0) return { score: usual, evidence: words };
  const split = withStyle('any');
  const splitsMore = split.total > usual.total && share(split) >= share(usual);
  if (splitsMore) return { score: split, evidence: `${words}; records are regular when all of them end one` };
  return { score: usual, evidence: `${words}; lone CRs stand inside fields` };
}

function share({ regular, total }: MarksScore): number {
  return total === 0 ? 0 : regular / total;
}

function describe({ lineFeeds, returnLineFeeds, returns }: NewlineCounts): string {
  const parts = [
    [lineFeeds, 'LF'],
    [returnLineFeeds, 'CR LF'],
    [returns, 'lone CR'],
  ] as const;
  const found = parts.filter(([count]) => count > 0).map(([count, name]) => `${count} × ${name}`);
  return found.length === 0 ? 'the sample has no line end' : `the sample has ${found.join(', ')}`;
}

function countNewlines(bytes: Uint8Array): NewlineCounts {
  let lineFeeds = 0;
  let returnLineFeeds = 0;
  let returns = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at - 1] === 13) returnLineFeeds++;
    else lineFeeds++;
  }
  for (let at = bytes.indexOf(13); at >= 0; at = bytes.indexOf(13, at + 1)) {
    if (bytes[at + 1] !== 10 && at + 1 < bytes.length) returns++;
  }
  return { lineFeeds, returnLineFeeds, returns };
}
