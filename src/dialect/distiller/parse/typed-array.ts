import type { TypedArray } from '../syntax/expression.ts';
import type { WrittenType } from '../syntax/type.ts';
import type { Parser } from './parser.ts';
import { readType } from './type.ts';

/** Reads `ARRAY<STRUCT<a STRING>>[('x'), …]`; `undefined` when ARRAY is a function or a name. */
export function readTypedArray(parser: Parser): TypedArray | undefined {
  if (parser.peek().symbol === '[' && parser.peek(2).symbol !== ']' && !isSubscript(parser)) {
    throw parser.fault(parser.peek(), 'ARRAY takes round brackets here.', 'Write array(1, 2).');
  }
  if (parser.peek().symbol !== '<' || !typeEndsBeforeBracket(parser)) return undefined;
  const { start } = parser;
  const type = readType(parser);
  const opening = parser.expect('behind the type of the array', '[');
  const items = parser.is(']') ? [] : parser.commaList(() => parser.expression());
  parser.close(opening);
  return { kind: 'typed-array', span: parser.spanFrom(start), type: itemType(type), items };
}

const itemType = (type: WrittenType) => (type.kind === 'array' ? type.item : type);

/** `array[0]`: one item alone may be a subscript of a column named so. */
const isSubscript = (parser: Parser) => parser.peek(3).symbol === ']';

function typeEndsBeforeBracket(parser: Parser): boolean {
  let depth = 0;
  for (let ahead = 1; ; ahead++) {
    const { symbol, kind } = parser.peek(ahead);
    if (kind === 'end' || symbol === ';') return false;
    if (symbol === '<') depth++;
    if (symbol === '>') depth--;
    if (depth === 0 && symbol !== '<>') return parser.peek(ahead + 1).symbol === '[';
  }
}
