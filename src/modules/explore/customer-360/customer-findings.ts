import { identifier, joinSql, literal, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { CatalogColumn } from '../../catalog-view.ts';
import type { Finding } from '../../contract.ts';
import { counted, listed, numberOf, readable, textOf } from '../../words.ts';

/** Attributes, events in order, and what each dataset adds. */
export function customerFindings(
  columns: readonly CatalogColumn[],
  person: RelationName,
  timeline: RelationName,
): readonly Finding[] {
  return [
    {
      id: 'summary',
      title: 'What is known',
      data: sql`WITH profile AS (
  SELECT any_value(person) AS person, count(*) AS profiles
  FROM ${relation(person)}
)
SELECT
  person,
  profiles,
  count(dataset) AS events,
  count(DISTINCT dataset) AS datasets,
  min(event_time) AS first_time,
  max(event_time) AS last_time,
  arg_max(what, event_time) AS last_event
FROM profile
LEFT JOIN ${relation(timeline)} ON true
GROUP BY person, profiles`,
      reading: 'The last event tells whether the person is still there.',
      words: summaryWords,
    },
    {
      id: 'attributes',
      title: 'Attributes',
      data: attributesSql(columns, person),
      reading: 'An attribute without a value is not known, which is not the same as no.',
      words: attributeWords,
    },
    {
      id: 'timeline',
      title: 'Events in order',
      data: sql`SELECT
  event_time,
  dataset,
  what,
  amount,
  date_diff('day', lag(event_time) OVER in_order, event_time) AS days_since_before
FROM ${relation(timeline)}
WINDOW in_order AS (ORDER BY event_time, dataset, what, amount)
ORDER BY event_time, dataset, what, amount`,
      reading: 'Read it from the top as a story: what came before what, and where there are long pauses.',
      chart: {
        kind: 'scatter',
        x: { name: 'event_time' },
        y: [{ name: 'amount' }],
        series: { name: 'dataset' },
        aggregate: 'none',
      },
      words: timelineWords,
    },
    {
      id: 'datasets',
      title: 'By dataset',
      data: sql`SELECT
  dataset,
  count(*) AS events,
  min(event_time) AS first_time,
  max(event_time) AS last_time,
  sum(amount) AS amount
FROM ${relation(timeline)}
GROUP BY dataset
ORDER BY events DESC, dataset`,
      reading: 'A dataset that is missing here knows the person under another identifier, or not at all.',
      chart: { kind: 'bar', x: { name: 'dataset' }, y: [{ name: 'events' }], aggregate: 'none' },
      words: datasetWords,
    },
  ];
}

function attributesSql(columns: readonly CatalogColumn[], person: RelationName): Sql {
  const parts = columns.map(
    ({ name }, index) => sql`SELECT
  ${literal(index + 1)} AS position,
  ${literal(name)} AS attribute,
  CAST(${identifier(name)} AS VARCHAR) AS "value"
FROM ${relation(person)}`,
  );
  return sql`${joinSql(parts, '\nUNION ALL\n')}
ORDER BY position, "value"`;
}

function summaryWords(rows: readonly StructValue[]): string {
  const [row] = rows;
  if (row === undefined || numberOf(row.profiles) === 0) return 'There is no profile of this person.';
  const who = `“${textOf(row.person)}”`;
  const events = numberOf(row.events);
  if (!(events > 0)) return `${who} has a profile and no events.`;
  const last = textOf(row.last_event);
  return `${who} has ${counted(events, 'event')} in ${counted(numberOf(row.datasets), 'dataset')}, from ${textOf(
    row.first_time,
  )} to ${textOf(row.last_time)}${last === '' ? '' : `, the last of them “${last}”`}.`;
}

function attributeWords(rows: readonly StructValue[]): string {
  if (rows.length === 0) return 'No attribute is known.';
  const missing = rows.filter((row) => row.value === null);
  const known = `${counted(rows.length - missing.length, 'attribute')} of ${rows.length} ${rows.length - missing.length === 1 ? 'has' : 'have'} a value`;
  return missing.length === 0
    ? `${known}.`
    : `${known}; not known: ${listed(missing.map((row) => textOf(row.attribute)))}.`;
}

function timelineWords(rows: readonly StructValue[]): string {
  if (rows.length === 0) return 'Nothing happened.';
  const [longest] = [...rows].sort(
    (a, b) => (numberOf(b.days_since_before) || 0) - (numberOf(a.days_since_before) || 0),
  );
  const pause = numberOf(longest?.days_since_before);
  if (!(pause > 0)) return `${counted(rows.length, 'event')} happened on one day.`;
  return `The longest pause is ${counted(pause, 'day')}, before “${textOf(longest?.what)}” on ${textOf(longest?.event_time).slice(0, 10)}.`;
}

function datasetWords(rows: readonly StructValue[]): string {
  const [most] = rows;
  if (most === undefined) return 'No dataset has events of this person.';
  const amount = numberOf(most.amount);
  return `Most events are in “${textOf(most.dataset)}”: ${readable(numberOf(most.events))}${
    Number.isFinite(amount) ? `, with an amount of ${readable(amount)} in all` : ''
  }.`;
}
