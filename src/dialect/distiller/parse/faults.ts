import { nearestName } from '../../lint/nearest.ts';
import type { Token } from './token.ts';
import { clauseWords, isReservedWord } from './words.ts';

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
  if (alias !== undefined) {
    const meant = nearestName(alias.value, clauseWords);
    if (meant !== undefined) return `Did you mean ${meant} instead of “${alias.value}”?`;
  }
  if (found.kind === 'word' && !isReservedWord(found.symbol)) {
    const meant = nearestName(found.value, keywords);
    if (meant !== undefined) return `Did you mean ${meant}?`;
  }
  if (stop.before?.symbol === ',' && (found.kind === 'end' || behindComma.has(found.symbol))) {
    return 'Remove the comma before it.';
  }
  const wanted = expected.replaceAll(/“[^”]*”/g, '');
  const named = wanted.includes('name');
  if (named && found.kind === 'string') return `Write a name in back-ticks: ${backTicked(found.value)}.`;
  if ((named || wanted.includes('expression')) && found.kind === 'word') {
    return `${found.symbol} is a reserved word: as a name it needs back-ticks, ${backTicked(found.value)}.`;
  }
  return foreign(stop, written);
}

/** Constructs of other dialects, by the token at which reading stops. */
function foreign({ found, before, expected }: Stop, written: string): string | undefined {
  if (before?.kind === 'string' && found.symbol === '.') {
    return `Double quotes make a text here: write the name in back-ticks, ${backTicked(before.value)}.`;
  }
  if (found.symbol === 'EXCLUDE') return 'Write * EXCEPT (…).';
  if (found.symbol === '[') return 'A list is written array(1, 2).';
  if (found.symbol === '{') return "A structure is written named_struct('a', 1), a map is written map('a', 1).";
  if (['->', '->>', ':'].includes(found.symbol)) return "A field of JSON is read by get_json_object(text, '$.field').";
  if (found.symbol === '~') return "Regular expressions are matched by RLIKE: name RLIKE '^a'.";
  if (found.symbol === '/' && before?.symbol === '/') return 'Whole division is written a DIV b.';
  if (found.symbol === '*' && before?.symbol === '*') return 'Powers are written power(a, b).';
  if (found.symbol === ')' && found.match < 0) return 'This bracket has no opening one: remove it, or open one before.';
  if (found.symbol === '$$') return "Write the text in plain quotes: '…'.";
  if (found.symbol === 'FETCH') return 'Write LIMIT count.';
  if (/^“,”|a comma/.test(expected) && beginsValue(found)) {
    return `Is a comma missing before “${written}”?`;
  }
  return undefined;
}

/** What shows that a list has ended, and its last comma is one too many. */
const behindComma = new Set(['FROM', 'WHERE', 'GROUP', 'ORDER', ')', ',']);

const beginsValue = ({ kind, symbol }: Token) =>
  ['quoted', 'number', 'string', 'variable'].includes(kind) || (kind === 'word' && !isReservedWord(symbol));

const backTicked = (name: string) => `\`${name.replaceAll('`', '``')}\``;

function shown(text: string, { start, end }: Token): string {
  const raw = text.slice(start, end);
  return raw.length > 40 ? `${raw.slice(0, 40)}…` : raw;
}
