import type { CallExpression, Expression } from '../syntax/expression.ts';
import type { Parser } from './parser.ts';

interface Form {
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** Reads a form's keyword and brackets; `read` reads what stands inside. */
function form(parser: Parser, read: () => Form): CallExpression {
  const { start } = parser;
  parser.advance();
  const nameSpan = parser.spanFrom(start);
  const opening = parser.advance();
  const inside = read();
  parser.close(opening);
  return { kind: 'call', span: parser.spanFrom(start), nameSpan, distinct: false, orderBy: [], ...inside };
}

const isForm = (parser: Parser, keyword: string) => parser.peek().symbol === '(' && parser.holds(1, keyword);

/** `EXTRACT(day FROM t)` as `date_part('day', t)`; `undefined` for a plain call, as in the readers below. */
export function readExtract(parser: Parser): CallExpression | undefined {
  if (!isForm(parser, 'FROM')) return undefined;
  return form(parser, () => {
    const { kind, value, start } = parser.token;
    if (kind !== 'word' && kind !== 'string') throw parser.unexpected('a unit such as DAY');
    parser.advance();
    const part: Expression = { kind: 'string', span: parser.spanFrom(start), value: value.toLowerCase() };
    parser.expect('behind the unit', 'FROM');
    return { name: 'date_part', arguments: [part, parser.expression()] };
  });
}

/** `TRIM(BOTH 'x' FROM s)` as `btrim(s, 'x')`, LEADING as `ltrim('x', s)`, TRAILING as `rtrim('x', s)`. */
export function readTrim(parser: Parser): CallExpression | undefined {
  if (!isForm(parser, 'FROM')) return undefined;
  return form(parser, () => {
    const side = parser.acceptOne('BOTH', 'LEADING', 'TRAILING') ?? 'BOTH';
    const characters = parser.is('FROM') ? [] : [parser.expression()];
    parser.expect('before the text to trim', 'FROM');
    const text = parser.expression();
    if (side === 'BOTH') return { name: 'btrim', arguments: [text, ...characters] };
    return { name: side === 'LEADING' ? 'ltrim' : 'rtrim', arguments: [...characters, text] };
  });
}

/** `SUBSTRING(s FROM 2 FOR 3)` as `substring(s, 2, 3)`. */
export function readSubstring(parser: Parser): CallExpression | undefined {
  if (!isForm(parser, 'FROM')) return undefined;
  return form(parser, () => {
    const text = parser.expression();
    parser.expect('behind the text', 'FROM');
    return { name: 'substring', arguments: [text, ...readStretch(parser)] };
  });
}

/** `POSITION(a IN b)` as `locate(a, b)`. */
export function readPosition(parser: Parser): CallExpression | undefined {
  if (!isForm(parser, 'IN')) return undefined;
  return form(parser, () => {
    const part = parser.operand();
    parser.expect('behind the text to find', 'IN');
    return { name: 'locate', arguments: [part, parser.expression()] };
  });
}

/** `OVERLAY(s PLACING r FROM 2 FOR 3)` as `overlay(s, r, 2, 3)`. */
export function readOverlay(parser: Parser): CallExpression | undefined {
  if (!isForm(parser, 'PLACING')) return undefined;
  return form(parser, () => {
    const text = parser.expression();
    parser.expect('behind the text', 'PLACING');
    const replacement = parser.expression();
    parser.expect('behind the replacement', 'FROM');
    return { name: 'overlay', arguments: [text, replacement, ...readStretch(parser)] };
  });
}

function readStretch(parser: Parser): Expression[] {
  const from = parser.expression();
  return parser.accept('FOR') ? [from, parser.expression()] : [from];
}
