import { identifier, literal, relation, type RelationName, type Sql, sql } from '../../core/sql.ts';
import { queryRows, text } from '../../catalog/store/execute.ts';
import { hasHiddenTable } from '../../catalog/store/hidden-table.ts';
import { hiddenSchema } from '../../catalog/store/names.ts';
import type { Session } from '../../engine/engine.ts';
import type { ImportReport } from './request.ts';

/** The table for the rejects of a running import; opening the project drops one that a crash left. */
export function stagedRejects(staging: RelationName): RelationName {
  return [staging[0] ?? '', hiddenSchema, staging.at(-1) ?? ''];
}

function reportTable(database: string): RelationName {
  return [database, hiddenSchema, 'import_report'];
}

function rejectTableName(batch: string): string {
  return `rejects ${batch}`;
}

/** Keeps a report and the rejects of its import. A table of rejects without any is dropped. */
export async function keepReport(session: Session, rejects: RelationName, report: ImportReport): Promise<void> {
  const table = relation(reportTable(rejects[0] ?? ''));
  await session.exec(
    report.rejectCount === 0
      ? sql`DROP TABLE ${relation(rejects)}`.text
      : sql`ALTER TABLE ${relation(rejects)} RENAME TO ${identifier(rejectTableName(report.batch))}`.text,
  );
  await session.exec(
    sql`CREATE TABLE IF NOT EXISTS ${table} (
  finished_at TIMESTAMP,
  target VARCHAR,
  report VARCHAR
)`.text,
  );
  const target = `${report.target.schema}.${report.target.name}`;
  await session.exec(
    sql`INSERT INTO ${table}
VALUES (CAST(${literal(report.finishedAt)} AS TIMESTAMP), ${literal(target)}, ${literal(JSON.stringify(report))})`.text,
  );
}

/** The reports kept with a project, the latest first; of one table where `target` names it. */
export async function readReports(
  session: Session,
  database: string,
  target?: { readonly schema: string; readonly name: string },
): Promise<readonly ImportReport[]> {
  const table = reportTable(database);
  if (!(await hasHiddenTable(session, 'import_report', database))) return [];
  const filter = target === undefined ? sql`true` : sql`target = ${literal(`${target.schema}.${target.name}`)}`;
  const found = await queryRows(
    session,
    sql`SELECT report
FROM ${relation(table)}
WHERE ${filter}
ORDER BY finished_at DESC`,
  );
  return found.map((row) => JSON.parse(text(row.report)) as ImportReport); // written by `keepReport`
}

/** All rejects of one import of the open project, in the order of the file. */
export function rejectsSql(batch: string): Sql {
  return sql`SELECT record, line, "column", value, reason
FROM ${relation([hiddenSchema, rejectTableName(batch)])}
ORDER BY record, line, "column"`;
}
