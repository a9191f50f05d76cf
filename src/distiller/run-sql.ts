import type { StatementResult } from '../catalog/capture/writing.ts';
import type { Started } from '../catalog/session/handle.ts';
import type { Outcome, WorkspaceQuery } from '../catalog/session/outcome.ts';
import { type Sql, sql } from '../core/sql.ts';
import type { Batch } from '../engine/batch.ts';
import type { Query } from '../engine/engine.ts';
import { textAt } from '../engine/text.ts';
import type { Place } from './place.ts';
import { relocate } from './relocate.ts';

/** A query whose errors point into the user's own text. */
export function runTranslated(translated: Sql, place: Place): WorkspaceQuery {
  const { session, options, source } = place;
  const query = session.run(translated.text, { ...options, source: options.source ?? source });
  const explain = (error: unknown) => relocate(error, translated, place);
  const outcome = query.outcome.catch((error: unknown) => {
    throw explain(error);
  });
  outcome.catch(() => undefined);
  return { ...query, ...withErrors(query, explain), outcome };
}

/** A query that fails with another error instead. */
export function withErrors(query: Query, explain: (error: unknown) => Error): Query {
  const explained = <Value>(promise: Promise<Value>): Promise<Value> =>
    promise.catch((error: unknown) => {
      throw explain(error);
    });
  const columns = explained(query.columns);
  columns.catch(() => undefined);
  return {
    ...query,
    columns,
    next: () => explained(query.next()),
    buffered: () => explained(query.buffered()),
    spool: (table, onRows) => explained(query.spool(table, onRows)),
  };
}

/** Runs a statement to its end with all its rows. */
export async function runToEnd(
  translated: Sql,
  place: Place,
): Promise<{ readonly result: StatementResult; readonly outcome: Outcome }> {
  const query = runTranslated(translated, place);
  const batches: Batch[] = [];
  for (let batch = await query.next(); batch !== undefined; batch = await query.next()) batches.push(batch);
  return { result: { columns: await query.columns, batches }, outcome: await query.outcome };
}

/** Runs statements one after the other and gives what the last one did. */
export async function runInOrder(statements: readonly Sql[], place: Place): Promise<Outcome> {
  let outcome: Outcome = { kind: 'other' };
  for (const statement of statements) ({ outcome } = await runToEnd(statement, place));
  return outcome;
}

/** A live query whose rows go to the user as they come. */
export function reading(query: WorkspaceQuery, notices: readonly string[]): Started {
  return { kind: 'reading', query, outcome: { kind: 'read', ...noticed(notices) } };
}

/** Something that gives no rows. */
export function done(outcome: Outcome, notices: readonly string[] = []): Started {
  return { kind: 'done', result: { columns: [], batches: [] }, outcome: { ...outcome, ...noticed(notices) } };
}

const noticed = (notices: readonly string[]) => (notices.length === 0 ? {} : { notices });

/** How many rows a table has. */
export async function countOf(table: Sql, place: Place): Promise<number> {
  return Number(await firstText(sql`SELECT count(*)\nFROM ${table}`, place));
}

/** The first value of a query's first row as text; `undefined` without a row. */
export async function firstText(translated: Sql, place: Place): Promise<string | null | undefined> {
  const { result } = await runToEnd(translated, place);
  const column = result.batches.find(({ rowCount }) => rowCount > 0)?.columns[0];
  return column === undefined ? undefined : textAt(column, 0);
}
