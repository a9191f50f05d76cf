import { rows } from '../../engine/collect.ts';
import type { Session } from '../../engine/engine.ts';
import { createCursor } from '../../dialect/token-cursor.ts';
import { sql } from '../../core/sql.ts';
import { offlineMacros } from '../macros.ts';
import { foldName } from '../model.ts';
import { calledNames } from './clauses.ts';
import { text } from '../store/execute.ts';

/** Names that may give something else each time they are asked: functions, users' macros, views over those. */
export type VolatileNames = ReadonlySet<string>;

/** Reads which names of this session's SQL are volatile. A user's macro always counts, since it may call anything. */
export async function readVolatileNames(session: Session): Promise<VolatileNames> {
  const functions = await rows(
    session,
    sql`SELECT DISTINCT function_name AS name
FROM duckdb_functions()
WHERE stability = 'VOLATILE' OR has_side_effects OR NOT internal`.text,
  );
  const ours = new Set(offlineMacros.map((macro) => macro.name));
  const names = new Set(functions.map((row) => foldName(text(row.name))).filter((name) => !ours.has(name)));
  names.add('tablesample').add('sample').add('sh_aes_encrypt');
  const views = await rows(
    session,
    sql`SELECT view_name AS name, "sql" AS definition
FROM duckdb_views()
WHERE NOT internal`.text,
  );
  for (let size = -1; size !== names.size;) {
    size = names.size;
    for (const view of views) {
      if (mentions(text(view.definition), names)) names.add(foldName(text(view.name)));
    }
  }
  return names;
}

/** Whether a piece of SQL uses any of the names. Takes columns of the same name for them: that costs time, not truth. */
export function mentions(piece: string, names: VolatileNames): boolean {
  const cursor = createCursor(piece);
  while (!cursor.ended) {
    const name = cursor.relation();
    if (name === undefined) cursor.skip();
    else if (name.some((part) => names.has(foldName(part)))) return true;
  }
  return false;
}

const harmlessCalls: ReadonlySet<string> = new Set([
  'IN',
  'AND',
  'OR',
  'NOT',
  'WHEN',
  'THEN',
  'ELSE',
  'BETWEEN',
  'CAST',
]);

/** Whether a condition is made of columns, values and operators alone, so that it cannot be volatile. */
export function isPlainCondition(condition: string): boolean {
  return (
    calledNames(condition).every((name) => harmlessCalls.has(name)) &&
    !/\b(select|from|table|sample)\b/i.test(condition)
  );
}
