import type { Transform } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';

/** Reads `TRANSFORM (fn(col, 2) AS alias, …)`. */
export function readTransforms(parser: Parser): Transform[] {
  parser.advance();
  return parser.bracketed('behind TRANSFORM', () => {
    const { start } = parser;
    const value = parser.expression();
    const named = parser.accept('AS') || parser.token.kind === 'word' || parser.token.kind === 'quoted';
    if (!named) return { span: parser.spanFrom(start), value };
    const alias = parser.anyName('a name for what the transformer makes');
    return { span: parser.spanFrom(start), value, alias };
  });
}
