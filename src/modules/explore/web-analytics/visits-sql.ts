import { literal, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { secondsBetween } from '../events/duration.ts';
import { type NamedColumns, normalisedEvents, optionalColumn, textSql, timeSql } from '../events/normalise.ts';
import type { WebInput } from './web-input.ts';

/** Events under standard names; columns that were not chosen are NULL, so that all that follows reads the same. */
export function webEventsSql(source: SourceDataset, input: WebInput, now: Date): Sql {
  const text = (label: string) => (label === '' ? sql`CAST(NULL AS VARCHAR)` : textSql(source, label));
  const { event, conversion, revenue, eventId } = input;
  const columns: NamedColumns = [
    ...optionalColumn('event_id', eventId, (label) => textSql(source, label)),
    ['person', source.column(input.person).sql],
    ['event_time', timeSql(source, input.time)],
    ['signed_in', text(input.signedIn)],
    ['page', text(input.page)],
    ['channel', text(input.channel)],
    ['device', text(input.device)],
    ['place', text(input.place)],
    [
      'is_conversion',
      hasConversions(input) ? sql`coalesce(${textSql(source, event)} = ${literal(conversion)}, false)` : sql`false`,
    ],
    ['revenue', revenue === '' ? sql`CAST(NULL AS DOUBLE)` : sql`CAST(${source.column(revenue).sql} AS DOUBLE)`],
  ];
  return normalisedEvents(source, columns, { ...input, now });
}

/** Whether conversions are told apart. */
export function hasConversions({ event, conversion }: WebInput): boolean {
  return event !== '' && conversion !== '';
}

/**
 * Each event with the number of its visit and its place there. A visit begins where more than the timeout has passed
 * since the event before, as SESS_TIMEOUT of Data Distiller does.
 */
export function visitEventsSql(events: RelationName, { timeout, eventId }: WebInput): Sql {
  const tie = eventId === '' ? sql`page` : sql`event_id`;
  return sql`WITH marked AS (
  SELECT
    *,
    row_number() OVER in_order AS event_number,
    ${secondsBetween(sql`lag(event_time) OVER in_order`, sql`event_time`)} AS seconds_before,
    coalesce(event_time > lag(event_time) OVER in_order + INTERVAL ${literal(timeout)} MINUTE, true) AS is_new
  FROM ${relation(events)}
  WINDOW in_order AS (PARTITION BY person ORDER BY event_time, ${tie})
),
numbered AS (
  SELECT
    *,
    sum(CAST(is_new AS INTEGER)) OVER in_order AS visit_number,
    max(CASE WHEN is_new THEN event_number END) OVER in_order AS visit_begins_at,
    CASE WHEN NOT lead(is_new) OVER in_order THEN lead(page) OVER in_order END AS next_page
  FROM marked
  WINDOW in_order AS (PARTITION BY person ORDER BY event_number)
)
SELECT
  person,
  CAST(visit_number AS BIGINT) AS visit_number,
  event_number - visit_begins_at + 1 AS depth,
  event_time,
  CASE WHEN NOT is_new THEN seconds_before END AS seconds_before,
  signed_in,
  page,
  next_page,
  channel,
  device,
  place,
  is_conversion,
  revenue
FROM numbered`;
}

/** Visitors with a visit that has too many events, or 20 and more whose pauses hardly differ. */
export function suspectsSql(visitEvents: RelationName, { botEvents }: WebInput): Sql {
  return sql`WITH long_visits AS (
  SELECT
    person,
    visit_number,
    count(*) AS events,
    stddev_pop(seconds_before) / nullif(avg(seconds_before), 0) AS irregularity
  FROM ${relation(visitEvents)}
  GROUP BY person, visit_number
  HAVING count(*) >= least(20, ${literal(botEvents)})
)
SELECT
  person,
  count(*) AS suspicious_visits,
  CAST(sum(events) AS BIGINT) AS events,
  max(events) AS most_events_in_a_visit,
  min(irregularity) AS least_irregularity
FROM long_visits
WHERE events >= ${literal(botEvents)}
  OR irregularity < 0.05
GROUP BY person
ORDER BY events DESC, person`;
}

/** One row for each visit; first and last are by the order of its events. */
export function visitsSql(visitEvents: RelationName, suspects: RelationName, { withoutBots, page }: WebInput): Sql {
  const people = withoutBots ? sql`\nANTI JOIN ${relation(suspects)} USING (person)` : sql``;
  return sql`SELECT
  person,
  visit_number,
  min(event_time) AS started_at,
  ${secondsBetween(sql`min(event_time)`, sql`max(event_time)`)} AS seconds,
  count(*) AS events,
  ${page === '' ? sql`count(*)` : sql`count(page)`} AS page_views,
  count(*) = 1 AS is_bounce,
  max(signed_in) AS signed_in,
  arg_min(page, depth) AS entry_page,
  arg_max(page, depth) AS exit_page,
  coalesce(arg_min(channel, depth), '(none)') AS channel,
  coalesce(arg_min(device, depth), '(none)') AS device,
  coalesce(arg_min(place, depth), '(none)') AS place,
  count(*) FILTER (WHERE is_conversion) AS conversions,
  coalesce(sum(revenue) FILTER (WHERE is_conversion), 0) AS revenue
FROM ${relation(visitEvents)}${people}
GROUP BY person, visit_number`;
}
