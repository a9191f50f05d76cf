import { z } from 'zod';
import { StillhouseError } from '../../../core/error.ts';
import { literal, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import { defineModule } from '../../contract.ts';
import { optionalColumnField, textField } from '../../fields.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { secondsBetween } from '../events/duration.ts';
import { eventChecks } from '../events/event-checks.ts';
import { eventIdField, eventsField, keepField, personField, rowFields, timeField } from '../events/event-fields.ts';
import { type NamedColumns, normalisedEvents, optionalColumn, textSql, timeSql } from '../events/normalise.ts';
import { keptRows, tableStep, viewStep } from '../events/steps.ts';
import { suggestEventId, suggestEvents } from '../events/suggest-events.ts';
import { gapFindings } from './time-between-findings.ts';

const input = z.object({
  dataset: eventsField(),
  person: personField(),
  time: timeField(),
  event: optionalColumnField({
    of: 'dataset',
    types: ['text', 'number', 'boolean'],
    title: 'Event',
    description: 'The column that says what happened; empty takes every row as an event.',
  }),
  first: textField({
    title: 'From',
    description: 'The event from which time is counted; empty counts from every event.',
    initial: '',
  }),
  second: textField({
    title: 'To',
    description:
      'The event up to which time is counted: the next one of that person. Empty takes the next of any kind.',
    initial: '',
  }),
  breakdown: optionalColumnField({
    of: 'dataset',
    types: ['text', 'boolean', 'number'],
    title: 'Compare by',
    description: 'Groups to compare, by the value at the first of the two events.',
  }),
  eventId: eventIdField(),
  ...rowFields(),
  saveAs: keepField('the times'),
});

type Input = z.output<typeof input>;

/** How long people take from one event to the next. */
export const timeBetween = defineModule({
  id: 'explore.time-between',
  version: 1,
  title: 'Time between events',
  summary: 'How long it takes from one event to another, or to the next of any kind: median, spread, and by group.',
  input,
  suggest(catalog) {
    const found = suggestEvents(catalog);
    return { ...found, ...suggestEventId(catalog, found) };
  },
  plan(values, context) {
    if (values.event === '' && (values.first !== '' || values.second !== '')) {
      throw new StillhouseError('input-invalid', 'The column of the events is not chosen.', {
        remedy: 'Choose the event column, or leave “From” and “To” empty.',
      });
    }
    const source = context.dataset(values.dataset);
    const events = viewStep(context, {
      id: 'marked_events',
      title: 'Events with their part',
      what: 'Gives the columns their standard names and marks which events begin a time and which end one.',
      why: 'The next step then reads narrow rows only, and only those that matter.',
      caution: 'An event without a person, without a time or with a time in the future is left out.',
      query: markedEventsSql(source, values, context.now),
    });
    const gaps = tableStep(context, {
      id: 'gaps',
      title: 'Time to the next event',
      what: 'Finds for each first event the time of the nearest second one after it, of the same person.',
      why: 'A window that looks ahead needs one pass, where a join would pair each event with all later ones.',
      caution:
        'Events at the very same time are no pair. A first event without a later second one has no time, and is counted as not followed.',
      query: gapsSql(events.creates, values.breakdown !== ''),
    });
    return {
      steps: [events, gaps],
      checks: eventChecks(source, values, events.creates, context.now),
      findings: gapFindings(gaps.creates, wordsFor(values), values.breakdown !== ''),
      outputs: keptRows(values.saveAs, gaps, `Times of ${source.label}`, source),
    };
  },
});

function wordsFor({ first, second }: Input): string {
  if (first === '' && second === '') return 'from one event to the next';
  return `from ${first === '' ? 'any event' : `“${first}”`} to ${second === '' ? 'the next event' : `“${second}”`}`;
}

function markedEventsSql(source: SourceDataset, values: Input, now: Date): Sql {
  const { event, first, second, breakdown, eventId } = values;
  const mark = (value: string) =>
    value === '' ? sql`true` : sql`coalesce(${textSql(source, event)} = ${literal(value)}, false)`;
  const columns: NamedColumns = [
    ...optionalColumn('event_id', eventId, (label) => textSql(source, label)),
    ['person', source.column(values.person).sql],
    ['event_time', timeSql(source, values.time)],
    ...optionalColumn('group_name', breakdown, (label) => textSql(source, label)),
    ['begins', mark(first)],
    ['ends', mark(second)],
  ];
  const kept = breakdown === '' ? sql`` : sql`, coalesce(group_name, '(none)') AS group_name`;
  return normalisedEvents(
    source,
    columns,
    { ...values, now },
    sql`SELECT person, event_time, begins, ends${kept}
FROM events
WHERE begins OR ends`,
  );
}

/** The smallest end after each row: over the rows with a later time, taken by RANGE so that ties are left out. */
function gapsSql(events: RelationName, grouped: boolean): Sql {
  return sql`WITH ahead AS (
  SELECT
    *,
    min(CASE WHEN ends THEN event_time END) OVER (
      PARTITION BY person
      ORDER BY event_time
      RANGE BETWEEN INTERVAL 1 MICROSECOND FOLLOWING AND UNBOUNDED FOLLOWING
    ) AS next_time
  FROM ${relation(events)}
)
SELECT
  person,${grouped ? sql`\n  group_name,` : sql``}
  event_time,
  next_time,
  ${secondsBetween(sql`event_time`, sql`next_time`)} AS seconds
FROM ahead
WHERE begins`;
}
