import { resolveEscapes } from './string-escapes.ts';
import { skipBlank } from './blank.ts';
import { templateAt } from './template-name.ts';
import type { Lexed, LexicalFault, Token, TokenKind } from './token.ts';

const wordPattern = /[\p{L}\p{N}\p{M}_]+/uy;
const numberPattern = /(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)(BD|[LSYFD])?/iy;
const operatorPattern = /<=>|->>|->|=>|::|:=|<>|<=|>=|!=|==|!<|!>|\|\||<<|[-+*/%=<>!~&|^.,;:()[\]{}]/y;
const parameterPattern = /\$\{\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\}|\$([\p{L}_][\p{L}\p{N}_]*|\d+)/uy;
const variablePattern = /@([\p{L}_][\p{L}\p{N}_]*)/uy;
const bodies: Readonly<Record<string, RegExp>> = {
  "'": /(?:[^'\\]+|\\[^]|'')*/y,
  '"': /(?:[^"\\]+|\\[^]|"")*/y,
  '`': /(?:[^`]+|``)*/y,
};

const spellings: Readonly<Partial<Record<string, string>>> = {
  '==': '=',
  '!=': '<>',
  '!': 'NOT',
  '!<': '>=',
  '!>': '<=',
};

/** Cuts Data Distiller SQL into tokens; spaces, comments and delimiter lines of DbVisualizer are left out. Never fails. */
export function readTokens(text: string): Lexed {
  return new Lexer(text).read();
}

class Lexer {
  private readonly text: string;
  private readonly tokens: Token[] = [];
  private readonly open: number[] = [];
  private fault: LexicalFault | undefined;
  private questions = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(): Lexed {
    let at = 0;
    for (;;) {
      const blank = skipBlank(this.text, at, this.tokens.at(-1));
      if (blank.open !== undefined) {
        this.report(blank.open, blank.open + 2, 'A comment begins here and is never closed.', 'Close it with */.');
      }
      if (blank.hint !== undefined) this.push('hint', blank.hint, blank.end, '', '');
      if (blank.end >= this.text.length) break;
      at = blank.end > at ? blank.end : this.readToken(at);
    }
    this.push('end', this.text.length, this.text.length, '', '');
    return this.fault === undefined ? { tokens: this.tokens } : { tokens: this.tokens, fault: this.fault };
  }

  /** Reads the token at `at` and gives its end. */
  private readToken(at: number): number {
    const character = this.text.charAt(at);
    if (character === "'" || character === '"') return this.string(at, at, false);
    if (character === '`') return this.quoted(at);
    if (character === '@') return this.variable(at);
    if (character === '$') return this.dollar(at);
    if (character === '#') return this.template(at);
    if (character === '?') return this.push('parameter', at, at + 1, '', String(++this.questions));
    return this.number(at) ?? this.word(at) ?? this.operator(at) ?? this.stranger(at);
  }

  private string(start: number, quoteAt: number, raw: boolean): number {
    const quote = this.text.charAt(quoteAt);
    const close = raw ? this.text.indexOf(quote, quoteAt + 1) : this.endOfBody(quote, quoteAt + 1);
    const closed = close >= 0 && this.text.charAt(close) === quote;
    const end = closed ? close : this.text.length;
    if (!closed) {
      this.report(
        start,
        quoteAt + 1,
        'A string begins here and is never closed.',
        `Close it with ${quote}; a quote inside is written twice.`,
      );
    }
    const body = this.text.slice(quoteAt + 1, end);
    return this.push('string', start, closed ? end + 1 : end, '', raw ? body : resolveEscapes(body, quote));
  }

  private quoted(start: number): number {
    const close = this.endOfBody('`', start + 1);
    const closed = this.text.charAt(close) === '`';
    if (!closed)
      this.report(start, start + 1, 'A name in back-ticks begins here and is never closed.', 'Close it with `.');
    const name = this.text.slice(start + 1, close).replaceAll('``', '`');
    return this.push('quoted', start, closed ? close + 1 : close, '', name);
  }

  private variable(at: number): number {
    variablePattern.lastIndex = at;
    const name = variablePattern.exec(this.text)?.[1];
    if (name === undefined) return this.stranger(at);
    return this.push('variable', at, variablePattern.lastIndex, '', name);
  }

  private dollar(at: number): number {
    if (this.text.startsWith('$$', at)) return this.push('block', at, at + 2, '$$', '$$');
    parameterPattern.lastIndex = at;
    const found = parameterPattern.exec(this.text);
    const name = found?.[1] ?? found?.[2];
    return name === undefined ? this.stranger(at) : this.push('parameter', at, parameterPattern.lastIndex, '', name);
  }

  /** `#name`: whoever runs a script puts the saved query in its place before. */
  private template(at: number): number {
    const found = templateAt(this.text, at);
    if (found === undefined) return this.stranger(at);
    this.report(at, found.end, `“#${found.name}” stands for a saved query, which only a project has.`, undefined);
    return this.push('template', at, found.end, '', found.name);
  }

  private number(at: number): number | undefined {
    const first = this.text.charCodeAt(at);
    if (first === 46 ? this.followsValue(at) : first < 48 || first > 57) return undefined;
    numberPattern.lastIndex = at;
    const found = numberPattern.exec(this.text);
    if (found === null) return undefined;
    const [, digits = '', suffix = ''] = found;
    const end = numberPattern.lastIndex;
    if (endOfWord(this.text, end) === end) return this.push('number', at, end, suffix.toUpperCase(), digits);
    if (!digits.includes('.') || first === 46) return undefined;
    // `1.x` is a number, a dot and a name.
    const whole = at + digits.indexOf('.');
    return this.push('number', at, whole, '', this.text.slice(at, whole));
  }

  /** Whether a dot at `at` asks for a field of what stands before it. */
  private followsValue(at: number): boolean {
    const before = this.tokens.at(-1);
    return before?.end === at && (before.kind !== 'operator' || before.symbol === ')' || before.symbol === ']');
  }

  private word(at: number): number | undefined {
    const end = endOfWord(this.text, at);
    if (end === at) return undefined;
    const word = this.text.slice(at, end);
    const next = this.text.charAt(end);
    if (next === "'" || next === '"') {
      if (word === 'r' || word === 'R') return this.string(at, end, true);
      if (word === 'x' || word === 'X') return this.binary(at, end);
    }
    return this.push('word', at, end, word.toUpperCase(), word);
  }

  private binary(start: number, quoteAt: number): number {
    const end = this.string(start, quoteAt, true);
    const hex = this.tokens.pop()?.value ?? '';
    if (!/^[\da-fA-F]*$/.test(hex)) {
      this.report(start, end, "X'…' holds hexadecimal digits only.", "For example X'1F'; a text is written '…'.");
    }
    return this.push('binary', start, end, '', hex.length % 2 === 0 ? hex : `0${hex}`);
  }

  private operator(at: number): number | undefined {
    operatorPattern.lastIndex = at;
    const found = operatorPattern.exec(this.text)?.[0];
    if (found === undefined) return undefined;
    const match = this.matchOf(found);
    const place = this.tokens.length;
    this.push('operator', at, at + found.length, spellings[found] ?? found, found, match);
    const opening = this.tokens[match];
    if (opening !== undefined) this.tokens[match] = { ...opening, match: place };
    return at + found.length;
  }

  /** Where the bracket was opened that `symbol` closes; a semicolon leaves every bracket open for good. */
  private matchOf(symbol: string): number {
    if (symbol === ';') this.open.length = 0;
    if (symbol === '(' || symbol === '[') this.open.push(this.tokens.length);
    if (symbol !== ')' && symbol !== ']') return -1;
    const opener = symbol === ')' ? '(' : '[';
    const place = this.open.findLastIndex((index) => this.tokens[index]?.symbol === opener);
    if (place < 0) return -1;
    const opening = this.open[place] ?? -1;
    this.open.length = place;
    return opening;
  }

  private stranger(at: number): number {
    const character = String.fromCodePoint(this.text.codePointAt(at) ?? 0);
    const end = at + character.length;
    if (/[‘’‚‛′`´]/u.test(character)) {
      this.report(
        at,
        end,
        `${character} is a typographic quote, not a quotation mark of SQL.`,
        "Write '…' round texts.",
      );
    } else if (/[“”„‟″«»]/u.test(character)) {
      this.report(
        at,
        end,
        `${character} is a typographic quote, not a quotation mark of SQL.`,
        "Write '…' round texts and `…` round names.",
      );
    } else if (/[–—−]/u.test(character)) {
      this.report(at, end, `${character} is a typographic dash, not a minus sign.`, 'Write - instead.');
    } else if (character === '\\') {
      this.report(at, end, 'A backslash begins a command of psql, not a statement.', psqlRemedy);
    } else {
      this.report(at, end, `“${character}” means nothing here.`, 'Remove it, or put it in quotes if it is text.');
    }
    return this.push('operator', at, end, character, character);
  }

  private endOfBody(quote: string, from: number): number {
    const body = bodies[quote];
    if (body === undefined) return from;
    body.lastIndex = from;
    body.test(this.text);
    return body.lastIndex;
  }

  private report(start: number, end: number, message: string, remedy: string | undefined): void {
    this.fault ??= { start, end, message, ...(remedy !== undefined && { remedy }) };
  }

  private push(kind: TokenKind, start: number, end: number, symbol: string, value: string, match = -1): number {
    this.tokens.push({ kind, start, end, symbol, value, match });
    return end;
  }
}

const psqlRemedy = 'SHOW TABLES lists the tables, SHOW VIEWS the views, DESCRIBE t the columns of t.';

function endOfWord(text: string, at: number): number {
  wordPattern.lastIndex = at;
  return wordPattern.test(text) ? wordPattern.lastIndex : at;
}
