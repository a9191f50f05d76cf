import { joinSql, literal, type Sql, sql } from '../../../core/sql.ts';
import { nameSql } from '../../../sql/name-sql.ts';
import { givenConditions, whereSql } from '../../row-filter.ts';
import type { SourceDataset } from '../../source-dataset.ts';

/** Which rows of a dataset of events count. */
export interface EventRows {
  /** ISO days, or empty. */
  readonly from: string;
  readonly until: string;
  /** A condition in SQL, or empty. */
  readonly where: string;
  /** Events dated after the day of this moment are left out. */
  readonly now: Date;
}

/** Columns under the names that the next steps know: `person` and `event_time` must be among them. */
export type NamedColumns = readonly (readonly [name: string, value: Sql])[];

/**
 * The query that gives the chosen columns their standard names and keeps the rows that count: those with a person and a
 * time that is not in the future. With a column `event_id` among them, each event is kept once. A query given as `then`
 * reads these rows as `events`.
 */
export function normalisedEvents(source: SourceDataset, columns: NamedColumns, rows: EventRows, then?: Sql): Sql {
  const list = columns.map(([name, value]) => named(value, name));
  const chosen = sql`WITH chosen AS (
  SELECT
    ${joinSql(list, ',\n    ')}
  FROM ${source.from}${whereSql(givenConditions(rows.where), '  ')}
)`;
  const once = columns.some(([name]) => name === 'event_id');
  const kept = [
    once ? sql`SELECT DISTINCT ON (event_id) *` : sql`SELECT *`,
    sql`FROM chosen`,
    sql`WHERE person IS NOT NULL`,
    ...timeConditions(rows).map((condition) => sql`  AND ${condition}`),
    ...(once ? [sql`  AND event_id IS NOT NULL`] : []),
  ];
  if (then === undefined) return sql`${chosen}\n${joinSql(kept, '\n')}`;
  return sql`${chosen},
events AS (
  ${joinSql(kept, '\n  ')}
)
${then}`;
}

function timeConditions({ from, until, now }: EventRows): readonly Sql[] {
  return [
    ...(from === '' ? [] : [sql`event_time >= ${day(from)}`]),
    ...(until === '' ? [] : [sql`event_time < ${day(until)} + INTERVAL 1 DAY`]),
    sql`event_time < ${day(now.toISOString().slice(0, 10))} + INTERVAL 1 DAY`,
  ];
}

/** A day as a literal of type DATE. */
export function day(iso: string): Sql {
  return sql`DATE ${literal(iso)}`;
}

/** The time that an input names, as a TIMESTAMP. */
export function timeSql(source: SourceDataset, label: string): Sql {
  const { sql: value, type } = source.column(label);
  return type === 'TIMESTAMP' ? value : sql`CAST(${value} AS TIMESTAMP)`;
}

/** The value that an input names, as text. */
export function textSql(source: SourceDataset, label: string): Sql {
  const { sql: value, type } = source.column(label);
  return type === 'VARCHAR' ? value : sql`CAST(${value} AS VARCHAR)`;
}

/** A column where one is chosen: none for the empty text. */
export function optionalColumn(name: string, label: string, value: (label: string) => Sql): NamedColumns {
  return label === '' ? [] : [[name, value(label)]];
}

/** A value under a name; a column that has it already is not named again. */
export function named(value: Sql, name: string): Sql {
  const alias = nameSql(name);
  return value.text === alias.text ? value : sql`${value} AS ${alias}`;
}
