import type { CancelSignal } from '../../core/cancel.ts';
import { StillhouseError } from '../../core/error.ts';
import { joinSql, literal, type Sql, sql } from '../../core/sql.ts';
import { rows } from '../../engine/collect.ts';
import type { QueryOptions, Session } from '../../engine/engine.ts';
import type { StructValue, Value } from '../../engine/value.ts';

/** Query options that carry a signal when there is one. */
export function listening(signal: CancelSignal | undefined): QueryOptions {
  return signal === undefined ? {} : { signal };
}

/** Runs small statements in one round trip; none of them may take long, since only the last one hears a cancel. */
export async function executeScript(session: Session, statements: readonly Sql[]): Promise<void> {
  if (statements.length > 0) await session.exec(joinSql(statements, ';\n').text);
}

/** Runs one statement that may take long and gives the number of rows it changed. */
export function execute(session: Session, statement: Sql, signal?: CancelSignal): Promise<number> {
  return session.exec(statement.text, listening(signal));
}

export function queryRows(session: Session, query: Sql, signal?: CancelSignal): Promise<StructValue[]> {
  return rows(session, query.text, listening(signal));
}

/** A whole number of a metadata row; fails on NULL and on what JavaScript cannot count exactly. */
export function integer(value: Value | undefined): number {
  const number = typeof value === 'bigint' || typeof value === 'number' ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw unreadable();
  return number;
}

/** A text of a metadata row; fails on NULL. */
export function text(value: Value | undefined): string {
  if (typeof value !== 'string') throw unreadable();
  return value;
}

/** The number of rows of a relation. */
export async function countRows(session: Session, relation: Sql, signal?: CancelSignal): Promise<number> {
  const [row] = await queryRows(session, sql`SELECT count(*) AS "rows" FROM ${relation}`, signal);
  return integer(row?.rows);
}

/** A moment as the engine's TIMESTAMP in UTC, to the millisecond. */
export function timestampLiteral(moment: Date): Sql {
  return sql`CAST(${literal(moment.toISOString().replace('T', ' ').replace('Z', ''))} AS TIMESTAMP)`;
}

function unreadable(): StillhouseError {
  return new StillhouseError('project-invalid', "The project's record of its tables cannot be read.", {
    remedy: 'Open the last good copy of the project.',
  });
}
