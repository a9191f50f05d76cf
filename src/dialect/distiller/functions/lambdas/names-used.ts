import type { Expression, NameExpression } from '../../syntax/expression.ts';

/** The first parts of all names in an expression, in small letters: parameters of lambdas, columns and tables. */
export function namesUsed(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  JSON.stringify(expression, (_, value: unknown) => {
    if (!isName(value)) return value;
    names.add(value.parts[0]?.text.toLowerCase() ?? '');
    return undefined;
  });
  return names;
}

/** Whether a node of the syntax is a name. */
export const isName = (value: unknown): value is NameExpression =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'name';
