export type TokenKind =
  'space' | 'comment' | 'string' | 'word' | 'quoted' | 'number' | 'parameter' | 'operator' | 'punctuation';

/** One piece of SQL text; offsets are UTF-16, `end` exclusive. The tokens of a text cover it without a gap. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Set on a string, quoted name or comment that the text ends inside of. */
  readonly open?: true;
}

type Reader = (text: string, start: number) => Omit<Token, 'start'> | undefined;

const sticky = (pattern: RegExp) => new RegExp(pattern.source, `${pattern.flags}y`);

const byPattern = (kind: TokenKind, pattern: RegExp): Reader => {
  const expression = sticky(pattern);
  return (text, start) => {
    expression.lastIndex = start;
    return expression.test(text) ? { kind, end: expression.lastIndex } : undefined;
  };
};

const blockComment: Reader = (text, start) => {
  if (!text.startsWith('/*', start)) return undefined;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text.startsWith('/*', at)) {
      depth++;
      at++;
    } else if (text.startsWith('*/', at)) {
      depth--;
      at++;
      if (depth === 0) return { kind: 'comment', end: at + 1 };
    }
  }
  return { kind: 'comment', end: text.length, open: true };
};

const enclosed = (kind: TokenKind, opener: RegExp, body: RegExp, closer: string): Reader => {
  const open = sticky(opener);
  const content = sticky(body);
  return (text, start) => {
    open.lastIndex = start;
    if (!open.test(text)) return undefined;
    content.lastIndex = open.lastIndex;
    content.test(text);
    const end = content.lastIndex;
    return text.startsWith(closer, end) ? { kind, end: end + closer.length } : { kind, end: text.length, open: true };
  };
};

const dollarTag = sticky(/\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/u);

const dollarString: Reader = (text, start) => {
  dollarTag.lastIndex = start;
  const tag = dollarTag.exec(text)?.[0];
  if (tag === undefined) return undefined;
  const end = text.indexOf(tag, start + tag.length);
  return end < 0 ? { kind: 'string', end: text.length, open: true } : { kind: 'string', end: end + tag.length };
};

const escapeString = enclosed('string', /[eE]'/u, /(?:[^'\\]|\\[^]|'')*/u, "'");
const plainString = enclosed('string', /[xXbB]?'/u, /(?:[^']|'')*/u, "'");
const quotedName = enclosed('quoted', /"/u, /(?:[^"]|"")*/u, '"');
const space = byPattern('space', /\s+/u);
const lineComment = byPattern('comment', /--[^\n]*/u);
const parameter = byPattern('parameter', /\$[\p{L}_][\p{L}\p{N}_]*|\$\d+|\?/u);
const number = byPattern(
  'number',
  /0[xX][\da-fA-F_]+|(?:\d[\d_]*)(?:\.[\d_]*)?(?:[eE][+-]?\d+)?|\.\d[\d_]*(?:[eE][+-]?\d+)?/u,
);
const word = byPattern('word', /[\p{L}_][\p{L}\p{N}_$]*/u);
const operator = byPattern('operator', /[-+*/<>=~!@#%^&|]+?(?=--|\/\*)|[-+*/<>=~!@#%^&|]+|::|:=/u);
const punctuation = byPattern('punctuation', /[^]/u);

/** Which readers to try, by the first character, in order of precedence. */
const dispatch: readonly (readonly [RegExp, readonly Reader[]])[] = [
  [/[eE]/, [escapeString, word]],
  [/[xXbB]/, [plainString, word]],
  [/[a-zA-Z_]/, [word]],
  [/\s/, [space]],
  [/\d/, [number]],
  [/'/, [plainString]],
  [/"/, [quotedName]],
  [/-/, [lineComment, operator]],
  [/\//, [blockComment, operator]],
  [/\$/, [dollarString, parameter, punctuation]],
  [/\?/, [parameter]],
  [/\./, [number, punctuation]],
  [/[+*<>=~!@#%^&|:]/, [operator, punctuation]],
  [/[^]/, [punctuation]],
];

const readersOf = (character: string) => dispatch.find(([first]) => first.test(character))?.[1] ?? [];
const asciiReaders = Array.from({ length: 128 }, (_, code) => readersOf(String.fromCharCode(code)));
const otherReaders: readonly Reader[] = [space, word, punctuation];

/** Cuts SQL into tokens. Never fails: faulty text gives tokens marked `open`. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < text.length;) {
    const token = readToken(text, start);
    tokens.push(token);
    start = token.end;
  }
  return tokens;
}

function readToken(text: string, start: number): Token {
  for (const read of asciiReaders[text.charCodeAt(start)] ?? otherReaders) {
    const found = read(text, start);
    if (found !== undefined && found.end > start) return { start, ...found };
  }
  return { kind: 'punctuation', start, end: start + 1 };
}

/** Tokens that carry meaning: no white space, no comments. */
export function significant(tokens: readonly Token[]): Token[] {
  return tokens.filter((token) => token.kind !== 'space' && token.kind !== 'comment');
}
