import { nearestName } from '../../lint/nearest.ts';
import type { Token } from './token.ts';
import { clauseWords, isReservedWord, statementWords } from './words.ts';

/** Where reading stopped, and why. */
export interface Stop {
  readonly text: string;
  readonly found: Token;
  readonly before: Token | undefined;
  /** In words, with its place: `a table name behind FROM`. */
  readonly expected: string;
  /** Keywords that would have fitted. */
  readonly keywords: readonly string[];
  /** The last word that was taken for an alias without AS, if it stands right before. */
  readonly alias: Token | undefined;
}

/** The sentence for a token that does not fit. */
export function unexpectedMessage({ text, found, expected }: Stop): string {
  if (found.kind === 'end') return `The statement ends where ${expected} is expected.`;
  return `“${shown(text, found)}” stands where ${expected} is expected.`;
}

/** The fix, where it can be told. */
export function unexpectedRemedy(stop: Stop): string | undefined {
  const { found, expected, keywords, alias } = stop;
  const written = shown(stop.text, found);
  const next = nextStatement(stop);
  if (next !== undefined) return `Is a semicolon missing before ${next}?`;
  if (alias !== undefined) {
    const meant = nearestName(alias.value, clauseWords);
    if (meant !== undefined) return `Did you mean ${meant} instead of “${alias.value}”?`;
  }
  if (found.kind === 'word' && !isReservedWord(found.symbol)) {
    const meant = nearestName(found.value, keywords);
    if (meant !== undefined && meant !== found.symbol) return `Did you mean ${meant}?`;
  }
  if (stop.before?.symbol === ',' && (found.kind === 'end' || behindComma.has(found.symbol))) {
    return 'Remove the comma before it.';
  }
  const named = /^(?:an?|the) (?:\w+ )*names?\b/.test(expected);
  if (named && found.kind === 'string') return `Write a name in back-ticks: ${backTicked(found.value)}.`;
  if ((named || expected.includes('expression')) && found.kind === 'word') {
    return `${found.symbol} is a reserved word: as a name it needs back-ticks, ${backTicked(found.value)}.`;
  }
  return foreign(stop, written);
}

/** The word at the beginning of a line that opens a statement of its own, where this one could have ended before it. */
function nextStatement({ text, found, expected, alias }: Stop): string | undefined {
  if (!expected.startsWith('the end of the statement')) return undefined;
  const opening = [alias, found].find(
    (token) => token !== undefined && opensStatement(token) && startsLine(text, token.start),
  );
  return opening?.symbol;
}

const opensStatement = ({ kind, symbol }: Token) =>
  symbol === '$$' || (kind === 'word' && statementWords.includes(symbol));

const startsLine = (text: string, at: number) => text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';

/** Constructs of other dialects, by the token at which reading stops. */
function foreign({ found, before, expected }: Stop, written: string): string | undefined {
  if (before?.kind === 'string' && found.symbol === '.') {
    return `Double quotes make a text here: write the name in back-ticks, ${backTicked(before.value)}.`;
  }
  if (found.symbol === 'SNAPSHOT') return 'A SNAPSHOT stands behind the name of a table in FROM.';
  if (found.symbol === 'EXCLUDE') return 'Write * EXCEPT (…).';
  if (found.symbol === '[') return 'A list is written array(1, 2).';
  if (found.symbol === '{') return "A structure is written named_struct('a', 1), a map is written map('a', 1).";
  if (['->', '->>', ':'].includes(found.symbol)) return "A field of JSON is read by get_json_object(text, '$.field').";
  if (found.symbol === '~') return "Regular expressions are matched by RLIKE: name RLIKE '^a'.";
  if (found.symbol === '/' && before?.symbol === '/') return 'Whole division is written a DIV b.';
  if (found.symbol === '*' && before?.symbol === '*') return 'Powers are written power(a, b).';
  if (found.symbol === ')' && found.match < 0) return 'This bracket has no opening one: remove it, or open one before.';
  if (found.symbol === '$$' && before?.symbol === 'END') return 'No block is open here: it begins with $$ BEGIN.';
  if (found.symbol === '$$') return "Write the text in plain quotes: '…'.";
  if (found.symbol === 'FETCH') return 'Write LIMIT count.';
  const absent = absentClauses[found.value.toUpperCase()];
  if (absent !== undefined && found.kind === 'word') return absent;
  if (/^“,”|a comma/.test(expected) && beginsValue(found)) {
    return `Is a comma missing before “${written}”?`;
  }
  return undefined;
}

const absentClauses: Readonly<Partial<Record<string, string>>> = {
  PIVOT: 'Data Distiller has no PIVOT: write an aggregate for each column, sum(CASE WHEN quarter = 1 THEN amount END).',
  UNPIVOT: "Data Distiller has no UNPIVOT: write LATERAL VIEW stack(2, 'a', a, 'b', b) t AS name, value.",
  TABLESAMPLE: 'A query takes no sample: write WHERE rand() < 0.1, or ANALYZE TABLE name TABLESAMPLE SAMPLERATE 10.',
};

/** What shows that a list has ended, and its last comma is one too many. */
const behindComma = new Set(['FROM', 'WHERE', 'GROUP', 'ORDER', ')', ',']);

const beginsValue = ({ kind, symbol }: Token) =>
  ['quoted', 'number', 'string', 'variable'].includes(kind) || (kind === 'word' && !isReservedWord(symbol));

const backTicked = (name: string) => `\`${name.replaceAll('`', '``')}\``;

function shown(text: string, { start, end }: Token): string {
  const raw = text.slice(start, end);
  return raw.length > 40 ? `${raw.slice(0, 40)}…` : raw;
}
