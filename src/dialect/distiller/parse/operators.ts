import type { BinaryOperator } from '../syntax/expression.ts';
import type { Parser } from './parser.ts';

/** How tightly operators bind, loosest first. Source: Spark 3.5, SqlBaseParser.g4. */
export const levels = {
  or: 1,
  and: 2,
  not: 3,
  predicate: 4,
  comparison: 5,
  bitOr: 6,
  bitXor: 7,
  bitAnd: 8,
  shift: 9,
  sum: 10,
  product: 11,
} as const;

interface Operator {
  readonly operator: BinaryOperator;
  readonly level: number;
  /** Of how many tokens it is made. */
  readonly tokens: number;
}

const groups: readonly (readonly [level: number, operators: readonly BinaryOperator[]])[] = [
  [levels.or, ['OR']],
  [levels.and, ['AND']],
  [levels.comparison, ['=', '<=>', '<>', '<', '<=', '>', '>=']],
  [levels.bitOr, ['|']],
  [levels.bitXor, ['^']],
  [levels.bitAnd, ['&']],
  [levels.shift, ['<<']],
  [levels.sum, ['+', '-', '||']],
  [levels.product, ['*', '/', '%', 'DIV']],
];

const operators = new Map<string, Operator>(
  groups.flatMap(([level, members]) => members.map((operator) => [operator, { operator, level, tokens: 1 }] as const)),
);
const shiftRight: Operator = { operator: '>>', level: levels.shift, tokens: 2 };
const shiftRightUnsigned: Operator = { operator: '>>>', level: levels.shift, tokens: 3 };

/** The operator at which the parser stands. `>>` comes as two tokens, because types end in it too. */
export function operatorAhead(parser: Parser): Operator | undefined {
  const { token } = parser;
  if (token.symbol === '' || token.kind === 'number') return undefined;
  if (token.symbol === '>' && isNextTo(parser, 1)) return isNextTo(parser, 2) ? shiftRightUnsigned : shiftRight;
  return operators.get(token.symbol);
}

function isNextTo(parser: Parser, ahead: number): boolean {
  const token = parser.peek(ahead);
  return token.symbol === '>' && token.start === parser.peek(ahead - 1).end;
}
