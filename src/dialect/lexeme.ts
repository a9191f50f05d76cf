import { type Token, tokenize } from './lexer.ts';

/** A meaningful token together with the texts that rules compare. */
export interface Lexeme extends Token {
  readonly raw: string;
  /** Upper-cased for unquoted words, the raw text for everything else: a quoted name never equals a keyword. */
  readonly upper: string;
  /** The name that a word or quoted name stands for. */
  readonly name: string | undefined;
}

/** The meaningful tokens of a text; `offset` is added to every position. */
export function readLexemes(text: string, offset = 0): Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (const { kind, start, end, open } of tokenize(text)) {
    if (kind === 'space' || kind === 'comment') continue;
    const raw = text.slice(start, end);
    const isWord = kind === 'word';
    const name = isWord ? raw : kind === 'quoted' ? unquoteName(raw) : undefined;
    const upper = isWord ? raw.toUpperCase() : raw;
    const place = { kind, start: start + offset, end: end + offset, raw, upper, name };
    lexemes.push(open === undefined ? place : { ...place, open });
  }
  return lexemes;
}

/** Takes the quotes off a quoted name; other text comes back as it is. */
export function unquoteName(raw: string): string {
  return raw.startsWith('"')
    ? raw.slice(1, raw.length > 1 && raw.endsWith('"') ? -1 : undefined).replaceAll('""', '"')
    : raw;
}

/** The text inside a plain `'…'` literal. */
export function unquoteString(raw: string): string {
  return raw
    .replace(/^[eExXbB]?'/, '')
    .replace(/'$/, '')
    .replaceAll("''", "'");
}
