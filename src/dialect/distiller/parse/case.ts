import type { CaseExpression, Expression } from '../syntax/expression.ts';
import type { Parser } from './parser.ts';

/** Reads `CASE WHEN … THEN … ELSE … END` and `CASE value WHEN …`. */
export function readCase(parser: Parser): CaseExpression {
  const { start, token: keyword } = parser;
  parser.advance();
  const operand = parser.is('WHEN') ? undefined : parser.expression();
  const branches: { when: Expression; then: Expression }[] = [];
  do {
    parser.expect('in CASE', 'WHEN');
    const when = parser.expression();
    parser.expect('behind the condition of WHEN', 'THEN');
    branches.push({ when, then: parser.expression() });
  } while (parser.is('WHEN'));
  const otherwise = parser.accept('ELSE') ? parser.expression() : undefined;
  if (!parser.accept('END')) {
    if (parser.ended) throw parser.fault(keyword, 'The CASE that begins here is never closed.', 'Close it with END.');
    throw parser.unexpected(otherwise === undefined ? 'WHEN, ELSE or END of CASE' : 'END of CASE', [
      'WHEN',
      'ELSE',
      'END',
    ]);
  }
  return {
    kind: 'case',
    span: parser.spanFrom(start),
    ...(operand !== undefined && { operand }),
    branches,
    ...(otherwise !== undefined && { otherwise }),
  };
}
