import { literal, type Sql, sql } from '../../../../core/sql.ts';
import { once } from '../../translate/once.ts';
import { operand } from '../../translate/operand.ts';
import type { FunctionCall } from '../contract.ts';
import { integerAt, textAt } from '../text/arguments.ts';
import { needsJava } from './java.ts';

const plainPattern = /^(?:[^\\^$.|?*+()[\]{}]|\\[^\p{L}\p{N}])*$/u;

/** `split(text, pattern, limit)`: with a limit above 0 the last part holds all that is left. */
export function splitSql(call: FunctionCall): Sql {
  const text = textAt(call, 0);
  const pattern = call.constant(1);
  if (needsJava(pattern)) {
    const most = call.count === 3 ? integerAt(call, 2) : sql`0`;
    return sql`CAST(sh_regexp_split(${text}, ${textAt(call, 1)}, ${most}) AS VARCHAR[])`;
  }
  const limit = call.count === 3 ? call.constant(2) : 0;
  const plain = typeof pattern === 'string' && plainPattern.test(pattern);
  const all = (value: Sql): Sql =>
    plain
      ? sql`string_split(${value}, ${literal(unescaped(pattern))})`
      : sql`string_split_regex(${value}, ${textAt(call, 1)})`;
  if (limit === null || (typeof limit === 'number' && limit <= 0)) return all(text);
  if (limit === 1) return sql`CASE WHEN ${operand(text)} IS NOT NULL THEN [${text}] END`;
  return once(text, (value) => once(all(value), (parts) => limited(value, parts, call)));
}

/** The parts, at most as many as the limit, the last one with all that is left. */
function limited(value: Sql, parts: Sql, call: FunctionCall): Sql {
  const [pattern, limit] = [call.constant(1), call.constant(2)];
  const known = typeof pattern === 'string' && typeof limit === 'number';
  const count = typeof limit === 'number' ? literal(limit) : operand(integerAt(call, 2));
  const before = typeof limit === 'number' ? literal(limit - 1) : sql`${count} - 1`;
  const head = known
    ? literal(headPattern(pattern, limit))
    : sql`'\\A(?:(?s:.*?)(?:' || ${textAt(call, 1)} || ')){' || CAST(${before} AS VARCHAR) || '}'`;
  const cut = sql`list_append(${operand(parts)}[1:${before}], regexp_replace(${value}, ${head}, ''))`;
  const isLimited =
    typeof limit === 'number' ? sql`len(${parts}) > ${count}` : sql`${count} > 0 AND len(${parts}) > ${count}`;
  return sql`CASE WHEN ${isLimited} THEN ${cut} ELSE ${parts} END`;
}

/** All up to the last delimiter that counts. */
const headPattern = (pattern: string, limit: number): string => `\\A(?:(?s:.*?)(?:${pattern})){${limit - 1}}`;

const unescaped = (pattern: string): string => pattern.replace(/\\([\s\S])/g, '$1');
