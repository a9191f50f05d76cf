import type { StillhouseError } from '../../../core/error.ts';
import type { Expression, NamePart } from '../syntax/expression.ts';
import type { Query } from '../syntax/query.ts';
import type { Statement } from '../syntax/statement.ts';
import { type Stop, unexpectedMessage, unexpectedRemedy } from './faults.ts';
import { Cursor } from './cursor.ts';
import type { Token } from './token.ts';
import { isReservedWord } from './words.ts';

/** The readers of what contains each other. */
export interface Grammar {
  readonly expression: (parser: Parser) => Expression;
  /** An expression without comparisons and logic. */
  readonly operand: (parser: Parser) => Expression;
  readonly query: (parser: Parser) => Query;
  readonly statement: (parser: Parser) => Statement;
}

/** How deep brackets, CASE and queries may stand in each other: what reads the tree must not overflow its stack. */
const deepest = 200;
/** How many operators, joins or queries may follow each other. */
const longest = 1000;

/** Keywords as they are, other signs in quotes. */
const sign = (symbol: string) => (/^\w+$/.test(symbol) ? symbol : `“${symbol}”`);

/** Reads one text's tokens from left to right. Everything it throws is a `StillhouseError` with the place. */
export class Parser extends Cursor {
  private readonly grammar: Grammar;
  private depth = 0;
  private bareAlias: Token | undefined;

  constructor(text: string, offset: number, grammar: Grammar) {
    super(text, offset);
    this.grammar = grammar;
  }

  /** Steps over tokens that must be there. `where` says behind or before what: `behind the table`. */
  expect(where: string, ...symbols: readonly string[]): Token {
    symbols.forEach((symbol, index) => {
      if (!this.is(symbol)) throw this.unexpected(`${symbols.slice(index).map(sign).join(' ')} ${where}`, [symbol]);
      this.advance();
    });
    return this.previous ?? this.token;
  }

  /** Steps over one of several tokens, of which one must be there. */
  expectOne<Symbol extends string>(where: string, ...symbols: readonly Symbol[]): Symbol {
    const found = this.acceptOne(...symbols);
    if (found === undefined) throw this.unexpected(`${symbols.map(sign).join(' or ')} ${where}`, symbols);
    return found;
  }

  /** Reads a name. `what` says of what, and where: `a column name behind USING (`. */
  name(what: string): NamePart {
    const { token } = this;
    if (token.kind !== 'quoted' && (token.kind !== 'word' || isReservedWord(token.symbol))) throw this.unexpected(what);
    return this.takeName();
  }

  /** Reads a name where no keyword can stand, such as behind a dot. */
  anyName(what: string): NamePart {
    if (this.token.kind !== 'quoted' && this.token.kind !== 'word') throw this.unexpected(what);
    return this.takeName();
  }

  /** Reads `a`, `a.b`, `a.b.c`. */
  qualifiedName(what: string): NamePart[] {
    const parts = [this.name(what)];
    while (this.accept('.')) parts.push(this.anyName('a name behind the dot'));
    return parts;
  }

  /** Takes the next word or back-ticked name for a name. */
  takeName(): NamePart {
    const token = this.advance();
    return { text: token.value, quoted: token.kind === 'quoted', span: this.place(token) };
  }

  /** Takes the next word for an alias without AS. */
  takeBareAlias(): NamePart {
    this.bareAlias = this.token.kind === 'word' ? this.token : undefined;
    return this.takeName();
  }

  /** Reads a text in quotes. */
  string(what: string): string {
    const { token } = this;
    if (token.kind !== 'string') throw this.unexpected(what);
    let value = this.advance().value;
    while (this.token.kind === 'string') value += this.advance().value;
    return value;
  }

  /** Reads a whole number. */
  wholeNumber(what: string): number {
    const { kind, value, symbol } = this.token;
    if (kind !== 'number' || symbol !== '' || !/^\d+$/.test(value)) throw this.unexpected(what);
    return Number(this.advance().value);
  }

  /** Reads `item, item, …`. */
  commaList<Item>(item: () => Item): Item[] {
    const items = [item()];
    while (this.accept(',')) items.push(item());
    return items;
  }

  /** Reads `(item, …)`. */
  bracketed<Item>(where: string, item: () => Item): Item[] {
    const opening = this.expect(where, '(');
    const items = this.commaList(item);
    this.close(opening);
    return items;
  }

  /** Steps over the bracket that closes `opening`. */
  close(opening: Token): void {
    const closer = opening.symbol === '[' ? ']' : ')';
    if (this.accept(closer)) return;
    const expected = closer === ')' ? '“,” or “)”' : '“]”';
    if (opening.match < 0) {
      const behind = this.ended
        ? 'the statement ends'
        : `“${this.text.slice(this.token.start, this.token.end)}” stands`;
      throw this.fault(
        opening,
        `The bracket “${opening.symbol}” opened here is never closed: ${behind} where ${expected} is expected.`,
        this.misspelt() ?? `Close it with ${closer}.`,
      );
    }
    throw this.unexpected(expected);
  }

  expression(): Expression {
    return this.nested(this.grammar.expression);
  }

  operand(): Expression {
    return this.nested(this.grammar.operand);
  }

  query(): Query {
    return this.nested(this.grammar.query);
  }

  statement(): Statement {
    return this.nested(this.grammar.statement);
  }

  /** Reads what may hold itself, and stops before it is too deep. */
  nested<Item>(read: (parser: Parser) => Item): Item {
    if (this.depth >= deepest) {
      throw this.fault(
        this.token,
        `Here ${deepest} brackets, queries or operators stand inside each other, more than can be read.`,
        'Take the statement apart with WITH or tables between.',
      );
    }
    this.depth++;
    const item = read(this);
    this.depth--;
    return item;
  }

  /** Stops when too many operators, joins or queries follow each other: the tree they make is as deep. */
  limitChain(links: number): void {
    if (links < longest) return;
    throw this.fault(
      this.token,
      `Here ${longest} operators, joins or queries follow each other, more than can be read.`,
      'Take the statement apart with WITH or tables between, or write a list.',
    );
  }

  /** The error for a next token that does not fit. */
  unexpected(expected: string, keywords: readonly string[] = []): StillhouseError {
    const stop = this.stop(expected, keywords);
    const place = this.ended ? (this.previous ?? this.token) : this.token;
    return this.fault(place, unexpectedMessage(stop), unexpectedRemedy(stop));
  }

  private misspelt(): string | undefined {
    const stop = this.stop('', []);
    return stop.alias === undefined ? undefined : unexpectedRemedy(stop);
  }

  private stop(expected: string, keywords: readonly string[]): Stop {
    const { text, token: found, previous: before } = this;
    const alias = before !== undefined && before === this.bareAlias ? before : undefined;
    return { text, found, before, expected, keywords, alias };
  }
}
