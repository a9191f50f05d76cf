import type { Expression } from '../syntax/expression.ts';

/** The same text for expressions that are written alike but for blanks, comments and the letters of names and keywords. */
export function expressionKey(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => {
    if (key === 'span' || key.endsWith('Span')) return undefined;
    return key === 'text' && typeof value === 'string' ? value.toLowerCase() : value;
  });
}
