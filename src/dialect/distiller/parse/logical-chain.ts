import type { BinaryExpression, Expression } from '../syntax/expression.ts';
import { type Span, spanning } from '../syntax/span.ts';

/** Up to so many operands a chain leans to the left, as it was written. */
const leaning = 64;

/** Joins the operands of `a OR b OR c`. Long chains become balanced trees, as in Spark, so that no reader's stack overflows. */
export function logicalChain(
  operator: 'AND' | 'OR',
  operands: readonly [Expression, ...Expression[]],
  operatorSpans: readonly Span[],
): Expression {
  const join = (left: Expression, right: Expression, at: number): BinaryExpression => {
    const span = spanning(left.span, right.span);
    return { kind: 'binary', span, operator, operatorSpan: operatorSpans[at] ?? span, left, right };
  };
  const [first, ...rest] = operands;
  if (operands.length <= leaning) return rest.reduce((left, right, at) => join(left, right, at), first);
  const between = (from: number, to: number): Expression => {
    if (to - from === 1) return operands[from] ?? first;
    const middle = (from + to) >> 1;
    return join(between(from, middle), between(middle, to), middle - 1);
  };
  return between(0, operands.length);
}
