import { literal, relation, type Sql, sql } from '../../../core/sql.ts';
import type { RelationName } from '../../../core/sql.ts';
import type { Check } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { named, timeSql } from './normalise.ts';

/** The inputs that every module of events has, by the names of their fields. */
export interface EventInput {
  readonly person: string;
  readonly time: string;
  readonly eventId?: string;
}

/** What would spoil figures about events: nobody, no time, the future, copies, and nothing left to count. */
export function eventChecks(
  source: SourceDataset,
  { person, time, eventId = '' }: EventInput,
  made: RelationName,
  now: Date,
): readonly Check[] {
  const who = source.column(person).sql;
  const when = timeSql(source, time);
  const before = { severity: 'warning', when: 'before' } as const;
  return [
    {
      ...before,
      id: 'people_are_known',
      title: 'Every event has a person',
      violations: evidence(source, named(when, 'event_time'), sql`${who} IS NULL`),
      remedy: 'Events of nobody are left out. Choose another identity as the person if there are many.',
      field: 'person',
    },
    {
      ...before,
      id: 'times_are_known',
      title: 'Every event has a time',
      violations: evidence(source, named(who, 'person'), sql`${when} IS NULL`),
      remedy: 'Events without a time are left out. Choose another column as the time if there are many.',
      field: 'time',
    },
    {
      ...before,
      id: 'times_are_past',
      title: 'No event lies in the future',
      violations: evidence(
        source,
        sql`${named(who, 'person')},\n  ${named(when, 'event_time')}`,
        sql`${when} >= DATE ${literal(now.toISOString().slice(0, 10))} + INTERVAL 1 DAY`,
      ),
      remedy: 'Events after today are left out: look for a wrong clock or a wrong date format.',
      field: 'time',
    },
    ...(eventId === '' ? [] : [copies(source, eventId)]),
    {
      id: 'events_are_left',
      title: 'There are events to count',
      severity: 'error',
      when: 'after',
      violations: sql`SELECT 0 AS events
WHERE NOT EXISTS (FROM ${relation(made)})`,
      remedy: 'Choose other columns, a longer time or a wider condition.',
      field: 'where',
    },
  ];
}

function evidence(source: SourceDataset, shown: Sql, fault: Sql): Sql {
  return sql`SELECT
  ${shown}
FROM ${source.from}
WHERE ${fault}
ORDER BY ALL`;
}

function copies(source: SourceDataset, eventId: string): Check {
  const id = source.column(eventId).sql;
  return {
    id: 'events_come_once',
    title: 'Every event comes once',
    severity: 'note',
    when: 'before',
    violations: sql`SELECT ${id} AS event_id, count(*) AS copies
FROM ${source.from}
WHERE ${id} IS NOT NULL
GROUP BY ${id}
HAVING count(*) > 1
ORDER BY copies DESC, event_id`,
    remedy: 'Nothing needs to be done: copies are counted once.',
    field: 'eventId',
  };
}
