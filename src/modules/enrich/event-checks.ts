import { literal, type Sql, sql } from '../../core/sql.ts';
import type { Check } from '../contract.ts';
import type { SourceDataset } from '../source-dataset.ts';
import { givenConditions, whereSql } from '../row-filter.ts';

/** The columns of one input that a module reads, by the names of its fields. */
export interface CheckedColumns {
  readonly person: string;
  readonly time: string;
  readonly amount?: string;
  /** Whether rows without an amount are left out; else they count as 0. */
  readonly needsAmount?: boolean;
  /** Rows that it does not keep are not checked. */
  readonly condition?: string;
}

/** What spoils figures about people over time: rows without person, time or amount, times to come, amounts below zero. */
export function eventChecks(source: SourceDataset, columns: CheckedColumns, now: Date): readonly Check[] {
  const person = source.column(columns.person).sql;
  const time = source.column(columns.time).sql;
  const from = keptRows(source, columns.condition ?? '');
  const rowsWhere = (condition: Sql): Sql => sql`SELECT *
FROM ${from}
WHERE ${condition}`;
  return [
    {
      id: 'rows_can_be_used',
      title: 'Rows name a person and a time',
      severity: 'error',
      when: 'before',
      violations: sql`SELECT
  count(*) AS rows,
  count(${person}) AS with_person,
  count(${time}) AS with_time
FROM ${from}
HAVING count_if(${person} IS NOT NULL AND ${time} IS NOT NULL) = 0`,
      remedy: 'Choose a dataset with rows, and the columns that tell who and when.',
      field: 'dataset',
    },
    {
      id: 'people_are_known',
      title: 'Every row names a person',
      severity: 'warning',
      when: 'before',
      violations: rowsWhere(sql`${person} IS NULL`),
      remedy: 'Rows without a person are left out. Choose another column if these rows have one there.',
      field: 'person',
    },
    {
      id: 'times_are_known',
      title: 'Every row has a time',
      severity: 'warning',
      when: 'before',
      violations: rowsWhere(sql`${time} IS NULL`),
      remedy: 'Rows without a time are left out. Choose another column if these rows have one there.',
      field: 'time',
    },
    ...timesArePast(source, columns.time, columns.condition ?? '', now),
    ...(columns.amount === undefined
      ? []
      : amountChecks(from, source.column(columns.amount).sql, columns.needsAmount ?? false)),
  ];
}

/** That nothing happened later than now. */
export function timesArePast(source: SourceDataset, time: string, condition: string, now: Date): readonly Check[] {
  return [
    {
      id: 'times_are_past',
      title: 'No time lies in the future',
      severity: 'warning',
      when: 'before',
      violations: sql`SELECT *
FROM ${keptRows(source, condition)}
WHERE CAST(${source.column(time).sql} AS TIMESTAMP) > TIMESTAMP ${literal(timestampLiteral(now))}`,
      remedy:
        'A wrong clock or date format moves the last day, and whatever is counted back from it. Keep such rows out.',
      field: 'condition',
    },
  ];
}

function amountChecks(from: Sql, amount: Sql, isNeeded: boolean): readonly Check[] {
  return [
    {
      id: 'amounts_are_known',
      title: 'Every row has an amount',
      severity: 'warning',
      when: 'before',
      violations: sql`SELECT *
FROM ${from}
WHERE ${amount} IS NULL`,
      remedy: isNeeded
        ? 'Rows without an amount are left out. Choose another column if these rows have one there.'
        : 'A row without an amount counts as 0. Leave such rows out with a condition if they are no purchases.',
      field: 'amount',
    },
    {
      id: 'amounts_are_positive',
      title: 'No amount is below zero',
      severity: 'note',
      when: 'before',
      violations: sql`SELECT *
FROM ${from}
WHERE ${amount} < 0`,
      remedy: isNeeded
        ? 'What was given back or spent reduces totals, which may be right. Keep it out with a condition to rank by gains alone.'
        : 'Refunds reduce revenue, which may be right, but each also counts as a purchase. Keep them out to avoid it.',
      field: 'condition',
    },
  ];
}

/** The rows that a condition keeps, to stand in a FROM clause. */
export function keptRows({ from }: SourceDataset, condition: string): Sql {
  if (condition === '') return from;
  return sql`(
  SELECT *
  FROM ${from}${whereSql(givenConditions(condition), '  ')}
)`;
}

/** A moment as a literal's text, in UTC. */
function timestampLiteral(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace('T', ' ');
}
