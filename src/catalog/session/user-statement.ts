import type { CancelSignal } from '../../core/cancel.ts';
import { relation, type RelationName, sql } from '../../core/sql.ts';
import { createCursor } from '../../dialect/token-cursor.ts';
import type { QueryOptions, Session } from '../../engine/engine.ts';
import { relocateError, shifted } from '../capture/relocate.ts';
import { runWhole } from '../capture/result.ts';
import type { UserStatement, Writing } from '../capture/writing.ts';
import type { MakeTable } from '../capture/create.ts';
import type { ReadStatement } from './statement.ts';
import { listening } from '../store/execute.ts';

/** The user's statement, ready to be run by the road that captures it. */
export function userStatement(writing: Writing, statement: ReadStatement, options: QueryOptions): UserStatement {
  return {
    text: statement.text,
    plain: !statement.indirect,
    returning: statement.returning,
    async run() {
      const result = await runWhole(writing.session, statement.text, options);
      writing.prepared = true;
      return result;
    },
  };
}

const explain = 'EXPLAIN ';

/** Lets the engine check a statement before anything is done for it; its error tells the place in the statement itself. */
export async function checkStatement(session: Session, text: string, signal: CancelSignal | undefined): Promise<void> {
  try {
    await session.exec(explain + text, listening(signal));
  } catch (error) {
    throw relocateError(error, text, shifted(-explain.length));
  }
}

/** How to run `CREATE OR REPLACE TABLE name …` under another name; `undefined` when the text might mean itself by name. */
export function makeUnderName(
  session: Session,
  statement: ReadStatement,
  options: QueryOptions,
): MakeTable | undefined {
  const { text, indirect } = statement;
  const cursor = createCursor(text);
  while (!cursor.ended && cursor.peek() !== 'TABLE') cursor.skip();
  cursor.skip();
  cursor.relation();
  const rest = text.slice(cursor.lastEnd);
  if (indirect || /\bREFERENCES\b/i.test(rest)) return undefined;
  return async (name: RelationName) => {
    const start = sql`CREATE TABLE ${relation(name)}`.text;
    try {
      return await runWhole(session, start + rest, options);
    } catch (error) {
      throw relocateError(error, text, shifted(text.length - rest.length - start.length));
    }
  };
}
