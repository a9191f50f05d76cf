import type { RelationName } from '../core/sql.ts';
import { significant, type Token, tokenize } from './lexer.ts';

/** Reads a statement's meaningful tokens from left to right. */
export interface TokenCursor {
  /** The upper-cased text of the token `ahead` places on, `''` behind the end; quoted names keep their case and quotes. */
  peek(ahead?: number): string;
  /** Steps over the next token when it is one of `words`, and tells which. */
  accept(...words: readonly string[]): string | undefined;
  skip(): void;
  /** Reads `a`, `a.b` or `"A".b`; `undefined` when the next token is no name. */
  relation(): RelationName | undefined;
  /** Steps over one parenthesis with all it holds; the cursor must be at `(`. */
  skipGroup(): void;
  readonly ended: boolean;
  /** Offset of the next token, or the text's length. */
  readonly offset: number;
  /** Offset behind the token before the next one; 0 at the start. */
  readonly lastEnd: number;
}

export function createCursor(text: string): TokenCursor {
  const tokens = significant(tokenize(text));
  let at = 0;
  const textOf = (token: Token | undefined): string => {
    if (token === undefined) return '';
    const raw = text.slice(token.start, token.end);
    return token.kind === 'word' ? raw.toUpperCase() : raw;
  };
  const peek = (ahead = 0) => textOf(tokens[at + ahead]);

  const name = (): string | undefined => {
    const token = tokens[at];
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'quoted')) return undefined;
    at++;
    const raw = text.slice(token.start, token.end);
    return token.kind === 'word' ? raw : raw.slice(1, token.open === true ? undefined : -1).replaceAll('""', '"');
  };

  return {
    peek,
    accept(...words) {
      const word = peek();
      if (!words.includes(word)) return undefined;
      at++;
      return word;
    },
    skip() {
      at++;
    },
    relation() {
      const first = name();
      if (first === undefined) return undefined;
      const parts = [first];
      while (peek() === '.') {
        at++;
        const part = name();
        if (part === undefined) return undefined;
        parts.push(part);
      }
      return parts;
    },
    skipGroup() {
      let depth = 0;
      do {
        const token = peek();
        if (token === '(') depth++;
        if (token === ')') depth--;
        at++;
      } while (depth > 0 && at < tokens.length);
    },
    get ended() {
      return at >= tokens.length;
    },
    get offset() {
      return tokens[at]?.start ?? text.length;
    },
    get lastEnd() {
      return tokens[at - 1]?.end ?? 0;
    },
  };
}
