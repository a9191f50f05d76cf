import type { Expression } from '../syntax/expression.ts';
import { type Span, spanning } from '../syntax/span.ts';
import { logicalChain } from './logical-chain.ts';
import { levels, operatorAhead } from './operators.ts';
import type { Parser } from './parser.ts';
import { readPostfix } from './postfix.ts';
import { readPredicate } from './predicate.ts';

/** Reads an expression with all its operators. */
export function readExpression(parser: Parser): Expression {
  return readBinary(parser, levels.or);
}

/** Reads an expression without comparisons and logic, as it stands where AND or a keyword goes on. */
export function readOperand(parser: Parser): Expression {
  return readBinary(parser, levels.bitOr);
}

function readBinary(parser: Parser, least: number): Expression {
  let left = readPrefix(parser, least);
  for (let links = 0; ; links++) {
    parser.limitChain(links);
    const found = operatorAhead(parser);
    if (found === undefined) {
      const predicate =
        least <= levels.predicate
          ? readPredicate(parser, left, () => readBinary(parser, levels.comparison))
          : undefined;
      if (predicate === undefined) return left;
      left = predicate;
    } else {
      const { operator, level } = found;
      if (level < least) return left;
      if (operator === 'AND' || operator === 'OR') {
        left = readLogical(parser, operator, level, left);
      } else {
        const operatorSpan = readOperator(parser, found.tokens);
        const right = readBinary(parser, level + 1);
        left = { kind: 'binary', span: spanning(left.span, right.span), operator, operatorSpan, left, right };
      }
    }
  }
}

function readLogical(parser: Parser, operator: 'AND' | 'OR', level: number, first: Expression): Expression {
  const operands: [Expression, ...Expression[]] = [first];
  const spans: Span[] = [];
  while (parser.is(operator)) {
    spans.push(readOperator(parser, 1));
    operands.push(readBinary(parser, level + 1));
  }
  return logicalChain(operator, operands, spans);
}

function readOperator(parser: Parser, tokens: number): Span {
  const { start } = parser;
  for (let count = 0; count < tokens; count++) parser.advance();
  return parser.spanFrom(start);
}

function readPrefix(parser: Parser, least: number): Expression {
  if (!parser.is('NOT')) return readUnary(parser);
  const { start } = parser;
  parser.advance();
  // Behind another operator, as in `a = !b`, NOT takes the next value alone.
  const value = parser.nested(() => (least <= levels.not ? readBinary(parser, levels.not) : readPrefix(parser, least)));
  return { kind: 'unary', span: parser.spanFrom(start), operator: 'NOT', value };
}

function readUnary(parser: Parser): Expression {
  const { start } = parser;
  const operator = parser.acceptOne('-', '+', '~');
  if (operator === undefined) return readPostfix(parser);
  const value = parser.nested(readUnary);
  return { kind: 'unary', span: parser.spanFrom(start), operator, value };
}
