import { sql, type Sql } from '../../../core/sql.ts';
import { fixedWindow, readWindow, windowFrom, windowStarts, windowType } from '../functions/windows/time-windows.ts';
import type { CallExpression } from '../syntax/expression.ts';
import type { Select } from '../syntax/query.ts';
import { walk } from '../syntax/walk.ts';
import { functionCall, isTimeWindow } from './calls.ts';
import { type Context, faultAt } from './context.ts';
import { withRows } from './generators.ts';
import { columnOf, type Scope, type ScopeRelation } from './scope.ts';
import { sessions } from './session-window.ts';
import type { Source, TimedSource } from './source.ts';
import { type Typed, typed } from './typed.ts';

/**
 * `window` and `session_window` are worked out before all else of a SELECT, as Spark's `TimeWindowing` does: rows without a time are
 * left out, and a row is repeated for each of the windows that hold it.
 */
export function withTimeWindow(
  select: Select,
  source: Source | undefined,
  where: Sql | undefined,
  base: Scope,
  context: Context,
): TimedSource {
  const call = timeWindowOf(select, context);
  if (call === undefined) return { source, where };
  const view = functionCall(call, base, context);
  if (call.name === 'session_window') return sessions(select, view, source, where, base, context);
  const shape = readWindow(view);
  if (shape.count === 1) {
    return { source, where: unlessNull(where, shape.time), window: typed(fixedWindow(shape), windowType) };
  }
  let window: Typed | undefined;
  const rows = withRows(
    source,
    windowStarts(shape),
    (start) => {
      window = typed(windowFrom(start, shape), windowType);
      return { alias: undefined, path: [], made: true, columns: [] };
    },
    context,
  );
  return { source: rows, where, ...(window !== undefined && { window }) };
}

/** The scope in which `window` also names the window that a SELECT groups by; an own column of that name hides it. */
export function namingWindow(scope: Scope, window: Typed | undefined, { groupBy }: Select): Scope {
  if (window === undefined) return scope;
  const named = groupBy?.elements.flatMap((element) =>
    element.kind === 'expression' && element.value.kind === 'call' && isTimeWindow(element.value)
      ? [element.value.name]
      : [],
  );
  const columns = (named ?? [])
    .filter((name) => scope.relations.every((relation) => columnOf(relation, name) === undefined))
    .map((name) => ({ name, ...window }));
  const made: ScopeRelation = { alias: undefined, path: [], made: true, columns };
  return { ...scope, relations: [...scope.relations, made], timeWindow: window };
}

function unlessNull(where: Sql | undefined, time: Sql): Sql | undefined {
  if (/^TIMESTAMP '[^']*'$/.test(time.text)) return where;
  return where === undefined ? sql`${time} IS NOT NULL` : sql`(${where}) AND ${time} IS NOT NULL`;
}

/** The only window of time that a SELECT calls, once or several times. */
function timeWindowOf({ items, groupBy, having }: Select, context: Context): CallExpression | undefined {
  const calls: CallExpression[] = [];
  walk([items, groupBy, having], (node) => {
    if (node.kind === 'call' && 'name' in node && isTimeWindow({ name: String(node.name) })) {
      calls.push(node as CallExpression); // what has the kind of a call is one
    }
    return node.kind !== 'subquery' && node.kind !== 'exists' && node.kind !== 'in-query';
  });
  const written = ({ span }: CallExpression) =>
    context.source.slice(span.start, span.end).replace(/\s+/g, '').toLowerCase();
  const [first] = calls;
  const other = calls.find((call) => first !== undefined && written(call) !== written(first));
  if (other === undefined) return first;
  throw faultAt(
    context,
    other.span,
    'Two different windows of time in one SELECT would multiply its rows.',
    'Make one of them in a subquery.',
  );
}
