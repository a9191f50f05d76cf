import { literal, relation, type RelationName, type Sql, sql } from '../../core/sql.ts';
import { queryRows, text } from '../../catalog/store/execute.ts';
import type { Session } from '../../engine/engine.ts';
import type { ImportReport } from './request.ts';

/** The schema of the project's database that holds what the product keeps for itself. */
const ownSchema = '_stillhouse';

/** The table with the rejects of one import, in the database of its staging table. */
export function rejectTable(staging: RelationName, batch: string): RelationName {
  return [staging[0] ?? '', ownSchema, `rejects ${batch}`];
}

function reportTable(staging: RelationName): RelationName {
  return [staging[0] ?? '', ownSchema, 'import_report'];
}

/** Keeps a report. A table of rejects without any is dropped. */
export async function keepReport(session: Session, staging: RelationName, report: ImportReport): Promise<void> {
  const table = relation(reportTable(staging));
  if (report.rejectCount === 0) {
    await session.exec(sql`DROP TABLE ${relation(rejectTable(staging, report.batch))}`.text);
  }
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
  const table = reportTable([database]);
  const known = await queryRows(
    session,
    sql`SELECT table_name
FROM duckdb_tables()
WHERE database_name = ${literal(database)}
  AND schema_name = ${literal(ownSchema)}
  AND table_name = 'import_report'`,
  );
  if (known.length === 0) return [];
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
FROM ${relation([ownSchema, `rejects ${batch}`])}
ORDER BY record, line, "column"`;
}
