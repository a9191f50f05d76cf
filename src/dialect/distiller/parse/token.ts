export type TokenKind =
  | 'word'
  | 'quoted'
  | 'number'
  | 'string'
  | 'binary'
  | 'variable'
  | 'parameter'
  | 'template'
  | 'block'
  | 'hint'
  | 'operator'
  | 'end';

/** One meaningful piece of Data Distiller SQL; offsets are UTF-16, `end` exclusive. The last token is an `end` of no length. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Words upper-cased, operators under one spelling (`==` is `=`, `!=` is `<>`, `!` is `NOT`); empty for all else. */
  readonly symbol: string;
  /** A name, a string with its escapes resolved, digits, hexadecimal digits, or the name of a variable, parameter or template. */
  readonly value: string;
  /** For a bracket: the place among the tokens of the one that belongs to it, -1 without one. */
  readonly match: number;
}

/** Text that is no token of the language: where, what is wrong, and the fix. */
export interface LexicalFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly remedy?: string;
}

/** The tokens of a text; a faulty text has the first fault beside them, and tokens to the end all the same. */
export interface Lexed {
  readonly tokens: Token[];
  readonly fault?: LexicalFault;
}
