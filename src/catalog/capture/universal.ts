import { joinSql, type Sql, sql } from '../../core/sql.ts';
import type { Dataset, Generation, Operation } from '../model.ts';
import { numberedColumn, numberedColumns } from '../store/definition.ts';
import { countRows, execute, integer, queryRows } from '../store/execute.ts';
import { temporaryTable } from '../store/names.ts';
import type { Candidates } from './candidates.ts';
import { ask, keepChosen } from './chosen.ts';
import { relocateError } from './relocate.ts';
import { changedRows } from './result.ts';
import { rankedRows, settleRows } from './row-capture.ts';
import { type Captured, ranksByRowId, tableOf, type UserStatement, type Writing } from './writing.ts';

/**
 * Any change of rows: keeps a copy of the table, or of the only rows that the statement may change, while it runs and
 * compares afterwards, row by row. Costs the time to copy and compare, but stores only what differs.
 */
export async function captureUniversal(
  writing: Writing,
  dataset: Dataset,
  operation: Operation,
  statement: UserStatement,
  candidates?: Candidates,
): Promise<Captured> {
  const { session, signal } = writing;
  const table = tableOf(writing, dataset);
  const [before, removed] = [temporaryTable('before'), temporaryTable('removed')];
  const columns = numberedColumns(dataset.generation);
  const asked =
    candidates !== undefined &&
    (await ask(writing, keepChosen(writing, dataset, 'before', candidates.query), (error) =>
      relocateError(error, statement.text, () => undefined),
    ));
  if (!asked) {
    const rows = rankedRows(table, columns, ranksByRowId(writing, dataset));
    await execute(session, sql`CREATE OR REPLACE TEMP TABLE ${before} AS\n${rows}`, signal);
  }
  const result = await statement.run();
  await execute(
    session,
    sql`CREATE OR REPLACE TEMP TABLE ${removed} AS
SELECT before.*, live.rid IS NOT NULL AS in_place
FROM ${before} AS before
LEFT JOIN (SELECT rowid AS rid, ${columns} FROM ${table}) AS live ON live.rid = before.rid
WHERE live.rid IS NULL
  OR ${differs(dataset.generation)}
ORDER BY before."rank"`,
    signal,
  );
  await execute(session, sql`DROP TABLE ${before}`);
  const [counts] = await queryRows(
    session,
    sql`SELECT count(*) AS "removed", count(*) FILTER (in_place) AS in_place FROM ${removed}`,
    signal,
  );
  const gone = integer(counts?.removed);
  const replacedInPlace = integer(counts?.in_place);
  const appended = (await countRows(session, table, signal)) - (dataset.rowCount - gone + replacedInPlace);
  const rowsAffected = statement.plain
    ? changedRows(result, statement.returning)
    : replacedInPlace + Math.max(appended, gone - replacedInPlace);
  if (gone === 0 && appended === 0) {
    await execute(session, sql`DROP TABLE ${removed}`);
    return { result, rowsAffected, effects: [] };
  }
  const effect = await settleRows(writing, dataset, {
    operation,
    removed: gone,
    inPlace: sql`in_place`,
    replacedInPlace,
    appended,
  });
  return { result, rowsAffected, effects: [effect] };
}

/**
 * Whether any column of `before` and `live` differs. Some values compare equal and are not the same: 0.0 and -0.0, one
 * month and 30 days, letters under a collation.
 */
function differs({ columns }: Generation): Sql {
  const parts = columns.map(({ id, type }) => {
    const was = sql`before.${numberedColumn(id)}`;
    const is = sql`live.${numberedColumn(id)}`;
    const compare = (form: (value: Sql) => Sql) => sql`${form(was)} IS DISTINCT FROM ${form(is)}`;
    if (type === 'VARCHAR') return compare((value) => sql`encode(${value})`);
    const plain = compare((value) => value);
    if (type === 'DOUBLE' || type === 'FLOAT') return sql`${plain} OR ${compare((value) => sql`signbit(${value})`)}`;
    if (!/INTERVAL|FLOAT|DOUBLE|TIME WITH/.test(type)) return plain;
    return sql`${plain} OR ${compare((value) => sql`CAST(${value} AS VARCHAR)`)}`;
  });
  return joinSql(parts, '\n  OR ');
}
