import { identifier, joinSql, literal, relation, type RelationName, type Sql, sql } from '../../core/sql.ts';
import { scalar } from '../../engine/collect.ts';
import type { QueryOptions, Session } from '../../engine/engine.ts';
import type { Reject } from '../contract.ts';
import { failsSql } from '../values/fails-sql.ts';
import { whyNotSql } from '../values/reasons.ts';
import type { ColumnPlan } from './column-plan.ts';
import { NumberColumn } from './number-column.ts';
import { TextColumn } from './text-column.ts';
import { field, type TextSource } from './text-source.ts';

/** A reject shows at most this many characters of its text. */
export const rejectLength = 1000;

const names = ['record', 'line', 'column', 'value', 'reason'];

/** Creates the table of rejects. */
export async function createRejectTable(session: Session, table: RelationName): Promise<void> {
  await session.exec(
    sql`CREATE TABLE ${relation(table)} (
  record BIGINT,
  line BIGINT,
  "column" VARCHAR,
  value VARCHAR,
  reason VARCHAR
)`.text,
  );
}

/** Appends rejects that our own reader found; they are whole records on known lines. */
export async function appendRejects(session: Session, table: RelationName, rejects: readonly Reject[]): Promise<void> {
  const rowCount = rejects.length;
  const records = new NumberColumn(rowCount);
  const lines = new NumberColumn(rowCount);
  const [columns, values, reasons] = [new TextColumn(rowCount), new TextColumn(rowCount), new TextColumn(rowCount)];
  const encoder = new TextEncoder();
  const appendText = (column: TextColumn, text: string) => {
    const bytes = encoder.encode(text);
    column.append(bytes, 0, bytes.length);
  };
  for (const { record, line = 0, value, reason } of rejects) {
    records.append(record);
    lines.append(line);
    columns.appendNull();
    appendText(values, value);
    appendText(reasons, reason);
  }
  const batch = { rowCount, columns: [records, lines, columns, values, reasons].map((column) => column.take()) };
  await session.append(table, names, batch, { create: false });
}

/**
 * Lists every value that does not fit a type the user chose, and gives the number of records that this leaves out. One
 * record may have several such values.
 */
export async function listUnfit(
  session: Session,
  source: TextSource,
  plans: readonly ColumnPlan[],
  table: RelationName,
  options: QueryOptions,
): Promise<number> {
  const chosen = plans.filter((plan) => plan.chosen && plan.decision.type.kind !== 'text');
  if (chosen.length === 0) return 0;
  const before = await countRecords(session, table);
  await session.exec(
    sql`INSERT INTO ${relation(table)}
WITH unfit AS (
  SELECT record, line, unnest(list_filter([${joinSql(chosen.map(unfitSql), ', ')}], item -> item IS NOT NULL)) AS item
  FROM ${source.numbered}
  WHERE ${joinSql(chosen.map(fails), ' OR ')}
)
SELECT record, line, item."column", item.value, item.reason
FROM unfit`.text,
    options,
  );
  return (await countRecords(session, table)) - before;
}

function fails({ position, decision }: ColumnPlan): Sql {
  return failsSql(field(position), decision.type);
}

function unfitSql(plan: ColumnPlan): Sql {
  const text = field(plan.position);
  return sql`CASE WHEN ${fails(plan)} THEN {'column': ${literal(plan.name)}, 'value': left(${text}, ${literal(rejectLength)}), 'reason': ${whyNotSql(text, plan.decision.type)}} END`;
}

/** Records with at least one reject. */
async function countRecords(session: Session, table: RelationName): Promise<number> {
  return Number(
    await scalar(session, sql`SELECT count(DISTINCT ${identifier('record')}) FROM ${relation(table)}`.text),
  );
}
