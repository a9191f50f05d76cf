import { readTokens } from '../parse/lexer.ts';

let last: { readonly text: string; readonly readable: string } | undefined;

/**
 * A script of the dialect as text of the same length that reads as plain SQL: back-ticks become double quotes, strings take
 * single ones, comments and the marks of blocks become blanks. Completion, hover and signatures work on it, and every
 * offset stays true.
 */
export function readableText(text: string): string {
  if (last?.text === text) return last.readable;
  const { tokens } = readTokens(text);
  let readable = '';
  let at = 0;
  for (const { kind, start, end } of tokens) {
    readable += blanks(text.slice(at, start)) + readableToken(kind, text.slice(start, end));
    at = end;
  }
  last = { text, readable: readable + blanks(text.slice(at)) };
  return last.readable;
}

function readableToken(kind: string, raw: string): string {
  switch (kind) {
    case 'quoted':
      return raw.replaceAll('"', ' ').replaceAll('`', '"');
    case 'string':
      return quotedText(raw);
    case 'block':
      return ';'.padEnd(raw.length);
    case 'hint':
      return blanks(raw);
    case 'variable':
      return raw.replace('@', '_');
    case 'template':
      return raw.replace(/[#`]/g, '_').replace(/[^\p{L}\p{N}_]/gu, '_');
    default:
      return raw;
  }
}

/** `"a\"b"` as `'a  b'`: only where the text ends counts, not what it says. */
function quotedText(raw: string): string {
  const opening = raw.search(/['"]/);
  const quote = raw[opening] ?? "'";
  const closed = raw.length > opening + 1 && raw.endsWith(quote);
  const inside = raw.slice(opening + 1, closed ? -1 : undefined).replace(/['"\\]/g, ' ');
  return `${' '.repeat(opening)}'${inside}${closed ? "'" : ''}`;
}

const blanks = (text: string): string => text.replace(/[^\n]/g, ' ');
