import { readTokens } from '../../../../../src/dialect/distiller/parse/lexer.ts';
import type { Random } from './random.ts';

const blanks = [' ', '\n', '\t', '  \r\n ', " /* a note, with ) and ' */ ", '/**/', ' -- to the end: " (\n'];
const brackets = new Set(['(', ')', '[', ']', ',']);

/** The same tokens with other blanks and comments between them, and keywords and names of functions in other letters. */
export function layOutAnew(text: string, random: Random): string {
  const tokens = readTokens(text).tokens.filter(({ kind }) => kind !== 'end');
  let made = '';
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    const written = text.slice(token.start, token.end);
    const mayTouch = before === undefined || brackets.has(before.symbol) || brackets.has(token.symbol);
    if (!mayTouch || random.chance(40)) made += random.pick(blanks);
    const isFree = token.kind === 'word' && (after?.symbol === '(' || /^[A-Z]+$/.test(written));
    made += isFree ? otherLetters(written, random) : written;
  }
  return made;
}

function otherLetters(word: string, random: Random): string {
  return Array.from(word, (letter) => (random.chance(50) ? letter.toUpperCase() : letter.toLowerCase())).join('');
}
