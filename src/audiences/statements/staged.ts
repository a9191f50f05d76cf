import type { Outcome } from '../../catalog/session/outcome.ts';
import type { WorkspaceSession } from '../../catalog/session/session.ts';
import { StillhouseError } from '../../core/error.ts';
import { identifier, rawSql, relation, type Sql, sql } from '../../core/sql.ts';
import { valueAt, type Value } from '../../engine/value.ts';
import { counted } from '../../modules/words.ts';

/** The temporary table that holds what a statement's query gave. */
export const staged = relation(['temp', 'main', '~audience']);

/** Runs the query once into a temporary table of the user's session, which is gone after the work. */
export async function staging(
  { session, text }: { readonly session: WorkspaceSession; readonly text: string },
  query: string,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    await runToEnd(session, sql`CREATE OR REPLACE TEMP TABLE ${staged} AS\n${rawSql(query)}`, text);
    return await work();
  } finally {
    await runToEnd(session, sql`DROP TABLE IF EXISTS ${staged}`).catch(() => undefined); // the first error counts
  }
}

/** Every staged row has an identity, and each once. Throws `input-invalid` otherwise. */
export async function checkStaged(session: WorkspaceSession, identity: string, name: string): Promise<void> {
  const columns = await stagedColumns(session);
  if (!columns.some((column) => column.toLowerCase() === identity.toLowerCase())) {
    throw new StillhouseError('input-invalid', `The query of “${name}” gives no column “${identity}”.`, {
      remedy: `The primary identity must be one of its columns: ${columns.join(', ')}.`,
    });
  }
  const id = identifier(identity);
  const wrong = Number(await firstValue(session, sql`SELECT count(*) - count(DISTINCT ${id}) FROM ${staged}`));
  if (wrong === 0) return;
  throw new StillhouseError(
    'input-invalid',
    `“${name}” would have ${counted(wrong, 'row')} without or with a repeated “${identity}”.`,
    {
      remedy: 'Let the query give each person once: leave out NULL, and use SELECT DISTINCT or GROUP BY.',
    },
  );
}

async function stagedColumns(session: WorkspaceSession): Promise<readonly string[]> {
  const query = session.run(sql`FROM ${staged} LIMIT 0`.text);
  try {
    const columns = await query.columns;
    while ((await query.next()) !== undefined) continue;
    return columns.map(({ name }) => name);
  } finally {
    await query.close();
  }
}

/** Runs a statement of the user's session to its end; `source` is what the history shows. */
export async function runToEnd(session: WorkspaceSession, statement: Sql, source?: string): Promise<Outcome> {
  const query = session.run(statement.text, source === undefined ? {} : { source });
  try {
    while ((await query.next()) !== undefined) continue;
    return await query.outcome;
  } finally {
    await query.close();
  }
}

/** The first value of a query of one row. */
export async function firstValue(session: WorkspaceSession, statement: Sql): Promise<Value> {
  const query = session.run(statement.text);
  try {
    let value: Value = null;
    for (let batch = await query.next(); batch !== undefined; batch = await query.next()) {
      const column = batch.columns[0];
      if (column !== undefined && batch.rowCount > 0) value = valueAt(column, 0);
    }
    return value;
  } finally {
    await query.close();
  }
}
