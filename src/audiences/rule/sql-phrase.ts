import { type Lexeme, readLexemes } from '../../dialect/lexeme.ts';

/** A run of meaningful tokens of one text. */
export interface Phrase {
  readonly text: string;
  readonly tokens: readonly Lexeme[];
}

export function readPhrase(text: string): Phrase {
  return { text, tokens: readLexemes(text) };
}

/** The tokens in a form that compares as the engine does: words in upper case, names without quotes they do not need. */
export function phraseKey({ tokens }: Phrase): string {
  return tokens.map(({ upper, name }) => name?.toUpperCase() ?? upper).join(' ');
}

export function part({ text, tokens }: Phrase, start: number, end = tokens.length): Phrase {
  return { text, tokens: tokens.slice(start, end) };
}

/** The text as it was written. */
export function sourceOf({ text, tokens }: Phrase): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
}

export function upperAt({ tokens }: Phrase, index: number): string {
  return tokens[index]?.upper ?? '';
}

/** Whether the phrase begins with these words. */
export function startsWith(phrase: Phrase, ...words: readonly string[]): boolean {
  return words.every((word, index) => upperAt(phrase, index) === word);
}

/** The index of the bracket that closes the one at `open`; -1 where none does. */
export function closingOf({ tokens }: Phrase, open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const { upper = '' } = tokens[at] ?? {};
    if (upper === '(' || upper === '[') depth++;
    if (upper === ')' || upper === ']') depth--;
    if (depth === 0) return at;
  }
  return -1;
}

/** Cuts at a word that stands outside of brackets and of CASE; the AND of a BETWEEN is no cut. */
export function splitAt(phrase: Phrase, word: string): readonly Phrase[] {
  const parts: Phrase[] = [];
  let [start, depth, cases, betweens] = [0, 0, 0, 0];
  phrase.tokens.forEach(({ upper }, at) => {
    if (upper === '(' || upper === '[') depth++;
    if (upper === ')' || upper === ']') depth--;
    if (depth > 0) return;
    if (upper === 'CASE') cases++;
    if (upper === 'END') cases--;
    if (cases > 0) return;
    if (upper === 'BETWEEN') betweens++;
    if (upper !== word) return;
    if (word === 'AND' && betweens > 0) {
      betweens--;
      return;
    }
    parts.push(part(phrase, start, at));
    start = at + 1;
  });
  parts.push(part(phrase, start));
  return parts;
}

/** What stands in a bracket that is the whole phrase. */
export function inBrackets(phrase: Phrase): Phrase | undefined {
  const last = phrase.tokens.length - 1;
  return upperAt(phrase, 0) === '(' && closingOf(phrase, 0) === last ? part(phrase, 1, last) : undefined;
}

/** Where a word stands outside of brackets; -1 where it does not. */
export function findWord(phrase: Phrase, ...words: readonly string[]): number {
  let depth = 0;
  return phrase.tokens.findIndex(({ upper }, at) => {
    if (upper === '(' || upper === '[') depth++;
    if (upper === ')' || upper === ']') depth--;
    return depth === 0 && words.every((word, ahead) => upperAt(phrase, at + ahead) === word);
  });
}
