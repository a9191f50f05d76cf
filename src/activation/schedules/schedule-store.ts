import { queryRows, text } from '../../catalog/store/execute.ts';
import { hasHiddenTable } from '../../catalog/store/hidden-table.ts';
import { hiddenSchema } from '../../catalog/store/names.ts';
import { literal, relation, type Sql, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import { type ScheduledSend, scheduledSendSchema } from './scheduled-send.ts';

const tableName = 'send_schedule';
const table = relation([hiddenSchema, tableName]);

const tableThere = sql`CREATE TABLE IF NOT EXISTS ${table} (
  schedule_id VARCHAR,
  document VARCHAR
)`;

const removal = (id: string): Sql => sql`DELETE FROM ${table}
WHERE schedule_id = ${literal(id)}`;

/** Keeps a schedule with the project, in the transaction that is open; one of its id is replaced. */
export async function keepSchedule(session: Session, scheduled: ScheduledSend): Promise<void> {
  const insertion = sql`INSERT INTO ${table}
VALUES (${literal(scheduled.id)}, ${literal(JSON.stringify(scheduled))})`;
  for (const statement of [tableThere, removal(scheduled.id), insertion]) await session.exec(statement.text);
}

/** Forgets a schedule, in the transaction that is open; what it sent stays. */
export async function forgetSchedule(session: Session, id: string): Promise<void> {
  for (const statement of [tableThere, removal(id)]) await session.exec(statement.text);
}

/** The project's schedules, the first made first: ids begin with the time. */
export async function readSchedules(session: Session): Promise<readonly ScheduledSend[]> {
  if (!(await hasHiddenTable(session, tableName))) return [];
  const found = await queryRows(
    session,
    sql`SELECT document
FROM ${table}
ORDER BY schedule_id`,
  );
  return found.map(({ document }) => scheduledSendSchema.parse(JSON.parse(text(document))));
}
