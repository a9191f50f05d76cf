import { type CsvDialect, standardDialect } from '../../src/ingest/csv/dialect.ts';
import { createRandom } from './random-choice.ts';
const pieces = [
  'a',
  'Zoë',
  '😀',
  '12',
  '007',
  ' ',
  '  ',
  "'",
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  '\\',
  '#',
  '0',
  'NULL',
  '-1.5',
  '2024-01-05',
  '\u00a0',
];
const newlines = { lf: '\n', crlf: '\r\n' } as const;

export interface RandomFile {
  readonly dialect: CsvDialect;
  readonly table: readonly (readonly (string | null)[])[];
  readonly text: string;
}

/** A table of texts, and one of the many ways to write it as CSV. */
export function randomFile(seed: number): RandomFile {
  const random = createRandom(seed);
  const newline = random.pick(['lf', 'crlf'] as const);
  const dialect: CsvDialect = {
    ...standardDialect,
    delimiter: random.pick([',', ';', '\t', '|']),
    quote: random.pick(['"', '"', "'"] as const),
    newline,
    header: random.below(4) > 0,
  };
  const columns = 1 + random.below(6);
  const cell = (): string | null => {
    if (random.below(5) === 0) return null;
    return Array.from({ length: random.below(5) }, () => random.pick(pieces)).join('');
  };
  const table = Array.from({ length: 1 + random.below(40) }, () => Array.from({ length: columns }, cell));
  const mustQuote = (text: string) =>
    text === '' ||
    text.trim().startsWith(dialect.quote) ||
    [dialect.delimiter, '\n', '\r'].some((mark) => text.includes(mark)) ||
    text.trim() === '';
  const write = (value: string | null) => {
    if (value === null) return '';
    if (!mustQuote(value) && random.below(3) > 0) return value;
    return dialect.quote + value.replaceAll(dialect.quote, dialect.quote + dialect.quote) + dialect.quote;
  };
  const header = Array.from({ length: columns }, (_, index) => `column ${index}`);
  const lines = [...(dialect.header ? [header] : []), ...table].map((cells) =>
    cells.map(write).join(dialect.delimiter),
  );
  const end = random.below(2) === 0 && lines.at(-1) !== '' ? '' : newlines[newline];
  return { dialect, table, text: lines.join(newlines[newline]) + end };
}
