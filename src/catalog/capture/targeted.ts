import type { TextRange } from '../../core/error.ts';
import { rawSql, type Sql, sql } from '../../core/sql.ts';
import type { Dataset } from '../model.ts';
import { execute, integer, queryRows } from '../store/execute.ts';
import { temporaryTable } from '../store/names.ts';
import { ask, keepChosen } from './chosen.ts';
import type { RowClauses } from './clauses.ts';
import { CaptureMismatch } from './mismatch.ts';
import { relocateError, shifted } from './relocate.ts';
import { changedRows } from './result.ts';
import { settleRows } from './row-capture.ts';
import { type Captured, tableOf, type UserStatement, type Writing } from './writing.ts';

/**
 * UPDATE and DELETE: asks with the statement's own clauses which rows it will touch and keeps those before it runs.
 * Gives `undefined`, with nothing changed, when the question cannot be asked that way.
 */
export async function captureTargeted(
  writing: Writing,
  dataset: Dataset,
  verb: 'update' | 'delete',
  statement: UserStatement,
  clauses: RowClauses,
): Promise<Captured | undefined> {
  const { session, signal } = writing;
  const table = tableOf(writing, dataset);
  const removed = temporaryTable('removed');
  const question = keepChosen(writing, dataset, 'removed', doomedRows(clauses));
  const asked = await ask(writing, question, (error) =>
    relocateError(error, statement.text, sharedFragment(question.text, statement.text, clauses.where ?? '')),
  );
  if (!asked) return undefined;
  const result = await statement.run();
  const changed = changedRows(result, statement.returning);
  const stillThere = sql`rid IN (SELECT rowid FROM ${table})`;
  const [row] = await queryRows(
    session,
    sql`SELECT count(*) AS captured, count(*) FILTER (${stillThere}) AS in_place FROM ${removed}`,
    signal,
  );
  const captured = integer(row?.captured);
  const replacedInPlace = integer(row?.in_place);
  const touchedOthers = clauses.from === undefined ? changed !== captured : changed < captured;
  if (touchedOthers || (verb === 'delete' && replacedInPlace > 0)) throw new CaptureMismatch();
  if (captured === 0) {
    await execute(session, sql`DROP TABLE ${removed}`);
    return { result, rowsAffected: 0, effects: [] };
  }
  const allOrNone = replacedInPlace === captured ? sql`true` : sql`false`;
  const effect = await settleRows(writing, dataset, {
    operation: verb,
    removed: captured,
    inPlace: replacedInPlace === captured || replacedInPlace === 0 ? allOrNone : stillThere,
    replacedInPlace,
    appended: verb === 'update' ? captured - replacedInPlace : 0,
  });
  return { result, rowsAffected: changed, effects: [effect] };
}

function doomedRows({ prefix, target, alias, from, where }: RowClauses): Sql {
  const others = from === undefined ? '' : `,\n  ${from}`;
  const condition = where === undefined ? '' : `\nWHERE ${where}`;
  return rawSql(`${prefix}SELECT ${alias}.rowid\nFROM ${target}${others}${condition}\n`);
}

/** Moves ranges inside a fragment that two statements share from the first to the second. */
function sharedFragment(from: string, to: string, fragment: string) {
  const start = from.lastIndexOf(fragment);
  const move = shifted(to.lastIndexOf(fragment) - start);
  return (range: TextRange) =>
    fragment !== '' && range.start >= start && range.end <= start + fragment.length ? move(range) : undefined;
}
