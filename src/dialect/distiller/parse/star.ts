import type { NamePart, StarExpression } from '../syntax/expression.ts';
import { beginsQuery } from './opens-query.ts';
import type { Parser } from './parser.ts';

/** Reads `*`, `t.*` and `* EXCEPT (a, b)`; `undefined` for anything else. */
export function readStar(parser: Parser): StarExpression | undefined {
  let ahead = 0;
  while (parser.peek(ahead).kind === 'word' || parser.peek(ahead).kind === 'quoted') {
    if (parser.peek(ahead + 1).symbol !== '.') return undefined;
    ahead += 2;
  }
  if (parser.peek(ahead).symbol !== '*') return undefined;
  const { start } = parser;
  const qualifier: NamePart[] = [];
  while (!parser.accept('*')) {
    qualifier.push(parser.takeName());
    parser.advance();
  }
  const except =
    parser.sees('EXCEPT', '(') && parser.peek(2).symbol !== '(' && !beginsQuery(parser, 2) ? readExcept(parser) : [];
  return { kind: 'star', span: parser.spanFrom(start), qualifier, except };
}

function readExcept(parser: Parser): NamePart[] {
  parser.advance();
  return parser.bracketed('behind EXCEPT', () => parser.name('a column name'));
}
