import type { CsvDialect } from './dialect.ts';
import { type RecordLayout, seenQuoted } from './record-layout.ts';
import type { Sample } from './sample.ts';
import { createTokenizer } from './tokenizer.ts';

/** How well a choice of delimiter, quote and escape explains a sample. */
export interface MarksScore {
  readonly dialect: CsvDialect;
  /** The number of fields that most records have. */
  readonly fieldCount: number;
  /** Records that have it, of those that are not blank. */
  readonly regular: number;
  readonly total: number;
  /** Records with properly quoted fields, and records whose quotes are faulty. */
  readonly quoted: number;
  readonly faulty: number;
  /** At most about 1. */
  readonly quality: number;
}

/** In order of preference where nothing else decides. */
const delimiters = [',', ';', '\t', '|', '^', '~', '\u0001', '\u001f'];

/** Marks that hardly occur inside fields, unlike the comma. */
const telling = [';', '\t', '|'];

const sampleRecords = 300;
const sampleBytes = 1 << 16;
const doubleQuote = 34;
const leastQuality = 0.45;
const fewestFaults = 3;

/** The delimiter that reads a file of one column, when commas stand in its text. */
const noDelimiter = '\u001f';

/** Tries every combination of marks that occurs in the sample and gives the one that explains it best. */
export function sniffMarks(sample: Sample, known: CsvDialect, fixed: Partial<CsvDialect>): MarksScore {
  const occurs = (mark: string) => sample.bytes.includes(mark.charCodeAt(0));
  const wanted = fixed.delimiter === undefined ? delimiters.filter(occurs) : [fixed.delimiter];
  const quotes = fixed.quote === undefined ? quotesToTry(occurs) : [fixed.quote];
  const scores = wanted.flatMap((delimiter) =>
    quotes.flatMap((quote) =>
      escapesToTry(quote, fixed, occurs).map((escape) =>
        scoreMarks(sample, { ...known, delimiter, quote, escape }, fixed, fixed.delimiter !== undefined),
      ),
    ),
  );
  const best = scores
    .filter((score) => fixed.quote !== undefined || mayBeUnquoted(score, scores))
    .reduce<MarksScore | undefined>(
      (winner, score) => (winner === undefined || score.quality > winner.quality ? score : winner),
      undefined,
    );
  if (best !== undefined && (best.quality > leastQuality || fixed.delimiter !== undefined)) return best;
  const delimiter = fixed.delimiter ?? (occurs(',') ? noDelimiter : ',');
  return scoreMarks(
    sample,
    { ...known, delimiter, quote: fixed.quote ?? '"', escape: fixed.escape ?? 'doubled' },
    fixed,
    true,
  );
}

/** Quotes are part of the text only when taking them for quotes goes wrong again and again and never right. */
function mayBeUnquoted({ dialect }: MarksScore, scores: readonly MarksScore[]): boolean {
  if (dialect.quote !== '') return true;
  const usual = scores.find((score) => score.dialect.delimiter === dialect.delimiter && score.dialect.quote === '"');
  return usual === undefined || (usual.quoted === 0 && usual.faulty >= fewestFaults);
}

function quotesToTry(occurs: (mark: string) => boolean): CsvDialect['quote'][] {
  if (occurs('"')) return occurs("'") ? ['"', '', "'"] : ['"', ''];
  return occurs("'") ? ['"', "'"] : ['"'];
}

function escapesToTry(quote: CsvDialect['quote'], fixed: Partial<CsvDialect>, occurs: (mark: string) => boolean) {
  if (fixed.escape !== undefined) return [fixed.escape];
  return quote !== '' && occurs('\\') ? (['doubled', 'backslash'] as const) : (['doubled'] as const);
}

/** Lines that the user has said are none of the table do not count. */
function scoreMarks(
  sample: Sample,
  dialect: CsvDialect,
  { skipLines = 0, comment = '' }: Partial<CsvDialect>,
  singleColumn: boolean,
): MarksScore {
  const bytes = sample.bytes.subarray(0, sampleBytes);
  const { layout, read } = createTokenizer(dialect);
  const countIn = strangeCounter(dialect);
  const remark = new TextEncoder().encode(comment);
  let line = 1;
  const counts = new Map<number, number>();
  let [total, faulty, quoted, cells, strange] = [0, 0, 0, 0, 0];
  for (let start = 0; start < bytes.length && total < sampleRecords; start = layout.next) {
    if (!read(bytes, start, bytes.length, sample.whole && bytes.length === sample.bytes.length)) break;
    const isOutside =
      line <= skipLines || (remark.length > 0 && remark.every((byte, at) => bytes[start + at] === byte));
    line += layout.lines;
    if (layout.end === start || isOutside) continue;
    total++;
    if (layout.fault !== 'none') {
      faulty++;
      continue;
    }
    counts.set(layout.fieldCount, (counts.get(layout.fieldCount) ?? 0) + 1);
    if ((layout.seen & seenQuoted) !== 0) {
      quoted++;
      continue;
    }
    cells += layout.fieldCount;
    strange += countIn(bytes, layout);
  }
  const [fieldCount, regular] = [...counts]
    .filter(([fields]) => fields > 1 || singleColumn)
    .reduce<readonly [number, number]>((most, entry) => (entry[1] > most[1] ? entry : most), [1, 0]);
  const strangeShare = cells === 0 ? 0 : strange / cells;
  const fit = total === 0 ? 0 : (regular / total) * (1 - (0.5 * faulty) / total);
  const quality = fit - 0.5 * strangeShare + quoteBonus(dialect, quoted > 0);
  return { dialect, fieldCount, regular, total, quoted, faulty, quality };
}

/** Counts a record's fields with another telling delimiter in them, or with a quote at both ends that was not taken for one. */
function strangeCounter(dialect: CsvDialect): (bytes: Uint8Array, layout: RecordLayout) => number {
  const isTelling = new Uint8Array(256);
  for (const mark of telling) if (mark !== dialect.delimiter) isTelling[mark.charCodeAt(0)] = 1;
  return (bytes, layout) => {
    let strange = 0;
    for (let field = 0; field < layout.fieldCount; field++) {
      const [start = 0, end = 0] = [layout.starts[field], layout.ends[field]];
      let isStrange = end - start > 1 && bytes[start] === doubleQuote && bytes[end - 1] === doubleQuote;
      for (let at = start; at < end && !isStrange; at++) isStrange = isTelling[bytes[at] ?? 0] === 1;
      if (isStrange) strange++;
    }
    return strange;
  };
}

/** The usual quote wins a tie; the apostrophe has to prove itself by quoting something. */
function quoteBonus(dialect: CsvDialect, quoted: boolean): number {
  if (dialect.quote === '"') return dialect.escape === 'doubled' ? 0.02 : 0.01;
  return dialect.quote === "'" && quoted ? 0.03 : 0;
}
