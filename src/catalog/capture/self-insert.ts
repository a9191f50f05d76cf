import { sql } from '../../core/sql.ts';
import type { TextRange } from '../../core/error.ts';
import { createCursor } from '../../dialect/token-cursor.ts';
import { rows } from '../../engine/collect.ts';
import type { Session } from '../../engine/engine.ts';
import { foldName } from '../model.ts';
import { text as textOf } from '../store/execute.ts';
import { readUpsert } from './candidates.ts';
import { step } from './clauses.ts';
import { mentions } from './volatile.ts';

/** A view or macro of the user's: what it is called, and what it says. */
export interface Definition {
  readonly name: string;
  readonly text: string;
}

/** All views and macros that a session's SQL may name. */
export async function readDefinitions(session: Session): Promise<readonly Definition[]> {
  const found = await rows(
    session,
    sql`SELECT view_name AS name, "sql" AS definition
FROM duckdb_views()
WHERE NOT internal
UNION ALL
SELECT function_name, macro_definition
FROM duckdb_functions()
WHERE NOT internal
  AND macro_definition IS NOT NULL`.text,
  );
  return found.map(({ name, definition }) => ({ name: textOf(name), text: textOf(definition) }));
}

/** A statement that says the same in other words, and where the places of its text are in the user's. */
export interface Reworded {
  readonly text: string;
  readonly move: (range: TextRange) => TextRange;
}

const opening = 'WITH "~source" AS MATERIALIZED (\n';
const closing = '\n) FROM "~source"';

/**
 * An INSERT that reads its own table, also through views and macros, so that its rows are gathered before the first is
 * written; `undefined` for all others. The engine runs the parts of UNION ALL, and the rounds of a recursion, one after the
 * other, and each would find what those before it wrote: two parts over 10 rows add 30 instead of 20. The INSERT may stand
 * behind PREPARE or EXPLAIN.
 */
export async function gatheredInsert(
  statement: string,
  definitions: () => Promise<readonly Definition[]>,
): Promise<Reworded | undefined> {
  const cursor = createCursor(statement);
  while (!cursor.ended && cursor.peek() !== 'WITH' && cursor.peek() !== 'INSERT') step(cursor);
  const begin = cursor.offset;
  const insert = readUpsert(statement.slice(begin));
  if (insert === undefined) return undefined;
  const { prefix, source } = insert;
  const table = createCursor(insert.target).relation()?.at(-1);
  if (table === undefined || /^\s*(?:VALUES\b|DEFAULT\b|$)/i.test(source)) return undefined;
  if (!mentions(prefix + source, readersOf(table, await definitions()))) return undefined;
  const start = begin + insert.sourceStart;
  const end = start + source.length;
  return {
    text: `${statement.slice(0, start)}${opening}${source}${closing}\n${statement.slice(end)}`,
    move: (range) => moved(range, { start, end }),
  };
}

/** Names by which a table is read: its own, and those of views and macros over it. */
function readersOf(table: string, definitions: readonly Definition[]): ReadonlySet<string> {
  const names = new Set([foldName(table)]);
  for (let size = -1; size !== names.size;) {
    size = names.size;
    for (const { name, text } of definitions) if (mentions(text, names)) names.add(foldName(name));
  }
  return names;
}

function moved({ start, end }: TextRange, source: TextRange): TextRange {
  const by =
    start < source.start
      ? 0
      : start - opening.length < source.end
        ? opening.length
        : opening.length + closing.length + 1;
  return { start: start - by, end: end - by };
}
