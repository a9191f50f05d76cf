import { StillhouseError } from '../../../core/error.ts';
import type { Span } from '../syntax/span.ts';
import { readTokens } from './lexer.ts';
import type { Token } from './token.ts';

/** Steps through one text's tokens from left to right. */
export class Cursor {
  protected readonly text: string;
  private readonly offset: number;
  private readonly tokens: readonly Token[];
  private readonly last: Token;
  private at = 0;

  /** `offset` is added to every span; the places of errors stay within `text`. Throws for text that is no token. */
  constructor(text: string, offset: number) {
    this.text = text;
    this.offset = offset;
    const { tokens, fault } = readTokens(text);
    if (fault !== undefined) throw this.fault(fault, fault.message, fault.remedy);
    this.tokens = tokens;
    // A text without a token has the closing one.
    this.last = tokens[tokens.length - 1] ?? { kind: 'end', start: 0, end: 0, symbol: '', value: '', match: -1 };
  }

  get token(): Token {
    return this.tokens[this.at] ?? this.last;
  }

  peek(ahead = 1): Token {
    return this.tokens[this.at + ahead] ?? this.last;
  }

  /** The token before the next one. */
  get previous(): Token | undefined {
    return this.tokens[this.at - 1];
  }

  get ended(): boolean {
    return this.token.kind === 'end';
  }

  /** Where the next thing begins, for `spanFrom`. */
  get start(): number {
    return this.token.start;
  }

  is(symbol: string): boolean {
    return this.token.symbol === symbol;
  }

  /** Whether the next tokens are these. */
  sees(...symbols: readonly string[]): boolean {
    return symbols.every((symbol, ahead) => this.peek(ahead).symbol === symbol);
  }

  advance(): Token {
    const { token } = this;
    if (token.kind !== 'end') this.at++;
    return token;
  }

  /** Steps over the next tokens when they are these. */
  accept(...symbols: readonly string[]): boolean {
    if (!this.sees(...symbols)) return false;
    this.at += symbols.length;
    return true;
  }

  /** Steps over the next token when it is one of these, and tells which. */
  acceptOne<Symbol extends string>(...symbols: readonly Symbol[]): Symbol | undefined {
    const found = symbols.find((symbol) => this.is(symbol));
    if (found !== undefined) this.at++;
    return found;
  }

  /** Whether a bracket `ahead` tokens on holds `symbol` itself, not in further brackets. */
  holds(ahead: number, symbol: string): boolean {
    for (let at = this.at + ahead + 1; ; at++) {
      const token = this.tokens[at] ?? this.last;
      if (token.symbol === symbol) return true;
      if (token.kind === 'end' || token.symbol === ')' || token.symbol === ';') return false;
      if (token.match > at) at = token.match;
    }
  }

  /** The token behind the one that closes a bracket. */
  behindMatch(bracket: Token): Token {
    return (bracket.match < 0 ? undefined : this.tokens[bracket.match + 1]) ?? this.last;
  }

  /** Where the next thing stands, to go behind what is expected: ` behind FROM`; nothing at the beginning. */
  get behind(): string {
    const { previous } = this;
    if (previous === undefined) return '';
    return previous.kind === 'word'
      ? ` behind ${previous.symbol}`
      : ` behind “${this.text.slice(previous.start, previous.end)}”`;
  }

  /** The stretch from `start` to the end of the last token read. */
  spanFrom(start: number): Span {
    const end = Math.max(this.previous?.end ?? 0, start);
    return { start: start + this.offset, end: end + this.offset };
  }

  /** The text written from `start` to the end of the last token read. */
  rawFrom(start: number): string {
    return this.text.slice(start, this.previous?.end ?? start);
  }

  place({ start, end }: Span): Span {
    return { start: start + this.offset, end: end + this.offset };
  }

  /** An error at a place of the text. */
  fault(place: Span, message: string, remedy?: string): StillhouseError {
    return new StillhouseError('sql-syntax', message, {
      statement: this.text,
      range: { start: place.start, end: place.end },
      ...(remedy !== undefined && { remedy }),
    });
  }
}
