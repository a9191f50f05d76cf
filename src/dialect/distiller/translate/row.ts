import type { Expression } from '../syntax/expression.ts';

/** `(a, b)` as the struct it is where a value is wanted; comparisons and IN take it as it stands. */
export function rowAsStruct(expression: Expression): Expression {
  if (expression.kind !== 'row') return expression;
  const { span, items } = expression;
  return { kind: 'call', span, name: 'struct', nameSpan: span, distinct: false, arguments: items, orderBy: [] };
}
