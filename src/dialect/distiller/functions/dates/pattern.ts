/** One piece of a Java date pattern: so many of one letter, or plain text. */
interface PatternPiece {
  readonly letter?: string;
  readonly count: number;
  readonly text: string;
}

/** The strptime format of a pattern, and the regular expression a text must match to be read by it as Java does. */
export interface ReadingPattern {
  readonly format: string;
  readonly shape: string;
}

/** Letters with strftime's way of writing them. Source: Java's `DateTimeFormatter`, DuckDB's date formats. */
const written: Readonly<Partial<Record<string, string>>> = {
  yy: '%y',
  yyyy: '%Y',
  M: '%-m',
  MM: '%m',
  MMM: '%b',
  MMMM: '%B',
  L: '%-m',
  LL: '%m',
  d: '%-d',
  dd: '%d',
  D: '%-j',
  DDD: '%j',
  E: '%a',
  EE: '%a',
  EEE: '%a',
  EEEE: '%A',
  H: '%-H',
  HH: '%H',
  h: '%-I',
  hh: '%I',
  m: '%-M',
  mm: '%M',
  s: '%-S',
  ss: '%S',
  SSS: '%g',
  SSSSSS: '%f',
  a: '%p',
  X: 'Z',
  XX: 'Z',
  XXX: 'Z',
  Z: '+0000',
  ZZZ: '+0000',
  xxx: '+00:00',
  z: 'UTC',
  VV: 'UTC',
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Letters that can be read exactly, with the shape of the text they read. */
const readable: Readonly<Partial<Record<string, ReadingPattern>>> = {
  yyyy: { format: '%Y', shape: '\\d{4}' },
  M: { format: '%m', shape: '\\d{1,2}' },
  MM: { format: '%m', shape: '\\d{2}' },
  MMM: { format: '%b', shape: `(?i:${months.join('|')})` },
  d: { format: '%d', shape: '\\d{1,2}' },
  dd: { format: '%d', shape: '\\d{2}' },
  H: { format: '%H', shape: '\\d{1,2}' },
  HH: { format: '%H', shape: '\\d{2}' },
  h: { format: '%I', shape: '\\d{1,2}' },
  hh: { format: '%I', shape: '\\d{2}' },
  m: { format: '%M', shape: '\\d{1,2}' },
  mm: { format: '%M', shape: '\\d{2}' },
  s: { format: '%S', shape: '\\d{1,2}' },
  ss: { format: '%S', shape: '\\d{2}' },
  SSS: { format: '%g', shape: '\\d{3}' },
  SSSSSS: { format: '%f', shape: '\\d{6}' },
  a: { format: '%p', shape: '(?i:AM|PM)' },
};

/** The strftime format that writes what a Java pattern writes in UTC; `undefined` where there is none. */
export function writingFormat(pattern: string): string | undefined {
  let format = '';
  for (const { letter, text } of pieces(pattern) ?? []) {
    const piece = letter === undefined ? text.replaceAll('%', '%%') : written[text];
    if (piece === undefined) return undefined;
    format += piece;
  }
  return format === '' ? undefined : format;
}

/** How to read text by a Java pattern; `undefined` where the engine would read other texts, or read them otherwise. */
export function readingPattern(pattern: string): ReadingPattern | undefined {
  const found = pieces(pattern);
  if (found === undefined || !isReadable(found)) return undefined;
  let [format, shape] = ['', ''];
  for (const { letter, text } of found) {
    const piece = letter === undefined ? plain(text) : readable[text];
    if (piece === undefined) return undefined;
    format += piece.format;
    shape += piece.shape;
  }
  return { format, shape: `^${shape}$` };
}

const plain = (text: string): ReadingPattern => ({
  format: text.replaceAll('%', '%%'),
  shape: text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&'),
});

/** A year must be there, no letter twice, and hours of the half day only with their half. */
function isReadable(found: readonly PatternPiece[]): boolean {
  const letters = found.flatMap(({ letter }) => letter ?? []);
  const halves = letters.includes('h') === letters.includes('a');
  const runsOn = found.some(
    (piece, at) =>
      piece.letter !== undefined && piece.count === 1 && found[at + 1]?.letter !== undefined && piece.letter !== 'a',
  );
  return letters.includes('y') && new Set(letters).size === letters.length && halves && !runsOn;
}

/** `undefined` when a quote is left open. */
function pieces(pattern: string): readonly PatternPiece[] | undefined {
  const found: PatternPiece[] = [];
  const reader = /([A-Za-z])\1*|'((?:[^']|'')*)'|([^A-Za-z'])|(')/g;
  for (const [text, letter, quoted, other, open] of pattern.matchAll(reader)) {
    if (open !== undefined || /[{}#[\]]/.test(other ?? '')) return undefined;
    if (letter !== undefined) found.push({ letter, count: text.length, text });
    else
      found.push({
        count: 0,
        text: quoted === undefined ? (other ?? '') : quoted === '' ? "'" : quoted.replaceAll("''", "'"),
      });
  }
  return found;
}
