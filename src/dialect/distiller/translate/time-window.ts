import type { CallExpression } from '../syntax/expression.ts';
import type { GroupBy } from '../syntax/query.ts';
import type { Context } from './context.ts';
import { columnOf, type Scope } from './scope.ts';

/** `GROUP BY window(time, '5 minutes')` makes a column `window` for the whole SELECT; an own column of that name hides it. */
export function withTimeWindow(scope: Scope, groupBy: GroupBy | undefined, context: Context): Scope {
  const call = groupBy?.elements
    .flatMap((element) => (element.kind === 'expression' ? [element.value] : []))
    .find((value): value is CallExpression => value.kind === 'call' && value.name === 'window');
  const taken = scope.relations.some((relation) => columnOf(relation, 'window') !== undefined);
  if (call === undefined || taken) return scope;
  const { sql, type } = context.expression(call, scope);
  const made = { alias: undefined, path: [], made: true, columns: [{ name: 'window', type, sql }] } as const;
  return { ...scope, relations: [...scope.relations, made] };
}
