import { isCancelled } from '../../core/error.ts';
import { type Sql, sql } from '../../core/sql.ts';
import type { Dataset } from '../model.ts';
import { numberedColumns } from '../store/definition.ts';
import { execute, queryRows } from '../store/execute.ts';
import { temporaryTable } from '../store/names.ts';
import { ranksByRowId, tableOf, type Writing } from './writing.ts';

/**
 * A temporary table of the rows that a query of `rowid` chooses: `rid`, `rank` and the numbered columns. Ranks are counted
 * over `rowid` alone, and the columns read for the chosen rows only.
 */
export function keepChosen(writing: Writing, dataset: Dataset, into: 'before' | 'removed', choice: Sql): Sql {
  const table = tableOf(writing, dataset);
  const rank = ranksByRowId(writing, dataset) ? sql`rowid` : sql`row_number() OVER () - 1`;
  return sql`CREATE OR REPLACE TEMP TABLE ${temporaryTable(into)} AS
SELECT chosen.rid, chosen."rank", ${numberedColumns(dataset.generation, 'live')}
FROM ${table} AS live
JOIN (
  SELECT rid, "rank"
  FROM (SELECT rowid AS rid, ${rank} AS "rank" FROM ${table})
  WHERE rid IN (
    ${choice}
  )
) AS chosen ON live.rowid = chosen.rid
ORDER BY chosen."rank"`;
}

/** Runs a question of ours made from the user's text. Gives false, with the transaction whole, where it cannot be asked. */
export async function ask(writing: Writing, question: Sql, explain: (error: unknown) => Error): Promise<boolean> {
  try {
    await execute(writing.session, question, writing.signal);
    return true;
  } catch (error) {
    if (isCancelled(error) || !(await answers(writing))) throw explain(error);
    return false;
  }
}

/** Whether the session's transaction is still of use after a failure. */
async function answers({ session }: Writing): Promise<boolean> {
  try {
    await queryRows(session, sql`SELECT 1`);
    return true;
  } catch {
    return false; // the failure itself is what the user has to know
  }
}
