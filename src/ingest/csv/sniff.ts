import type { ImportNote } from '../contract.ts';
import { columnNames } from './column-names.ts';
import { type CsvDialect, standardDialect } from './dialect.ts';
import { readSample, type Sample, type SampleRecord } from './sample.ts';
import { sniffHeader } from './sniff-header.ts';
import type { MarksScore } from './sniff-marks.ts';
import { sniffLines } from './sniff-lines.ts';
import { sniffTop } from './sniff-top.ts';

/** One choice of the sniffer and what speaks for it. */
export interface Evidence {
  readonly about: keyof CsvDialect;
  readonly words: string;
}

/** How a file seems to be written, and its first records. */
export interface SniffResult {
  readonly dialect: CsvDialect;
  readonly names: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly notes: readonly ImportNote[];
  /** The records of the sample behind the header that have as many fields as there are names. */
  readonly records: readonly SampleRecord[];
}

const words: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
  '\u0001': 'control character 1',
  '\u001f': 'unit separator',
  '"': 'double quote',
  "'": 'apostrophe',
};

/** Records that the first one is compared with to tell whether it is a header. */
const recordsCompared = 100;

/**
 * Finds out how a file is written from its beginning. What `fixed` says is taken as it is, and everything else is decided
 * with it. A sample of no record gives the standard dialect and no names.
 */
export function sniffDialect(sample: Sample, fixed: Partial<CsvDialect> = {}): SniffResult {
  const { score, evidence: newlineEvidence } = sniffLines(sample, standardDialect, fixed);
  const found = readSample(sample, score.dialect, Number.POSITIVE_INFINITY);
  const top = sniffTop(found, score.fieldCount);
  const comment = fixed.comment ?? top.comment;
  const skipLines = fixed.skipLines ?? top.skipLines;
  const isNothing = found.every(({ isBlank }) => isBlank);
  const table = found.filter(
    (record) =>
      !isNothing &&
      record.line > skipLines &&
      !(record.isBlank && score.fieldCount > 1) &&
      (comment === '' || !record.text.startsWith(comment)),
  );
  const [first] = table;
  const regular = table.filter((record) => record.fault === 'none' && record.cells.length === score.fieldCount);
  const others = regular.slice(0, recordsCompared).filter((record) => record !== first);
  const headerChoice = sniffHeader(
    first?.cells ?? [],
    others.map(({ cells }) => cells),
  );
  const header = fixed.header ?? headerChoice.header;
  const records = header ? regular.filter((record) => record !== first) : regular;
  const lastIsEmpty = records.length > 0 && records.every(({ cells }) => (cells.at(-1) ?? '') === '');
  const { names, notes } = columnNames(header ? (first?.cells ?? []) : [], score.fieldCount, lastIsEmpty);
  const dialect = { ...score.dialect, header, skipLines, comment };
  return {
    dialect,
    names: first === undefined ? [] : names,
    notes,
    records,
    evidence: explain(score, fixed, [
      { about: 'newline', words: newlineEvidence },
      { about: 'header', words: headerChoice.evidence },
      { about: 'skipLines', words: top.skipEvidence },
      { about: 'comment', words: top.commentEvidence },
    ]),
  };
}

function explain(score: MarksScore, fixed: Partial<CsvDialect>, others: readonly Evidence[]): Evidence[] {
  const { dialect, fieldCount, regular, total } = score;
  const nameOf = (mark: string) => words[mark] ?? `"${mark}"`;
  const evidence: Evidence[] = [
    {
      about: 'delimiter',
      words:
        fieldCount === 1
          ? 'no delimiter cuts the lines into equal parts: one column'
          : `${nameOf(dialect.delimiter)} gives ${fieldCount} fields in ${regular} of ${total} records`,
    },
    {
      about: 'quote',
      words: dialect.quote === '' ? 'quotes are part of the text' : `${nameOf(dialect.quote)} encloses fields`,
    },
    {
      about: 'escape',
      words:
        dialect.escape === 'doubled'
          ? 'a quote inside a field is written twice'
          : 'a quote inside a field stands behind a backslash',
    },
    ...others,
  ];
  return evidence.map((item) => (fixed[item.about] === undefined ? item : { ...item, words: 'as chosen' }));
}
