import { joinSql, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { day, textSql, timeSql } from '../events/normalise.ts';
import { type JourneyInput, journeyPaths as paths } from './journey-input.ts';

/** One row for each message to a person, with its last status; a delay is only what came before. */
export function messagesSql(feedback: SourceDataset, input: JourneyInput, now: Date): Sql {
  const at = (path: string) => textSql(feedback, path);
  return sql`WITH feedback AS (
  SELECT
    ${at(paths.execution)} AS execution_id,
    ${timeSql(feedback, paths.time)} AS event_time,
    ${at(paths.message)} AS message_id,
    ${at(paths.status)} AS status,
    ${at(paths.reason)} AS reason,
    ${at(paths.failureType)} AS failure_type,
    ${at(paths.address)} AS address
  FROM ${feedback.from}
)
SELECT
  execution_id,
  any_value(message_id) AS message_id,
  lower(split_part(any_value(address), '@', 2)) AS domain,
  max(event_time) AS settled_at,
  arg_max(status, event_time) AS status,
  bool_or(status = 'delay') AS was_delayed,
  arg_max(reason, event_time) FILTER (WHERE status = 'bounce') AS reason,
  arg_max(failure_type, event_time) FILTER (WHERE status = 'bounce') AS failure_type
FROM feedback
WHERE execution_id IS NOT NULL
  AND ${joinSql(inTime(input, now), '\n  AND ')}
GROUP BY execution_id`;
}

/** What each message led to: opens, clicks and unsubscriptions. */
export function interactionsSql(tracking: SourceDataset): Sql {
  return sql`WITH tracking AS (
  SELECT
    ${textSql(tracking, paths.execution)} AS execution_id,
    ${textSql(tracking, paths.interaction)} AS interaction
  FROM ${tracking.from}
)
SELECT
  execution_id,
  count(*) FILTER (WHERE interaction = 'open') AS opens,
  count(*) FILTER (WHERE interaction = 'click') AS clicks,
  count(*) FILTER (WHERE interaction = 'unsubscribe') AS unsubscriptions
FROM tracking
WHERE execution_id IS NOT NULL
GROUP BY execution_id`;
}

/** Messages with names and reactions; one row for each message to a person. */
export function resultsSql(messages: RelationName, interactions: RelationName, entities: SourceDataset): Sql {
  const at = (path: string) => textSql(entities, path);
  return sql`WITH names AS (
  SELECT
    ${at(paths.entityMessage)} AS message_id,
    ${at(paths.journeyName)} AS journey,
    ${at(paths.actionName)} AS action,
    ${at(paths.subject)} AS subject,
    ${timeSql(entities, paths.time)} AS named_at
  FROM ${entities.from}
),
latest_names AS (
  SELECT DISTINCT ON (message_id) message_id, journey, action, subject
  FROM names
  WHERE message_id IS NOT NULL
  ORDER BY message_id, named_at DESC, journey, action
)
SELECT
  messages.*,
  coalesce(journey, '(unknown)') AS journey,
  coalesce(action, '(unknown)') AS action,
  coalesce(subject, '(none)') AS subject,
  coalesce(opens, 0) AS opens,
  coalesce(clicks, 0) AS clicks,
  coalesce(unsubscriptions, 0) AS unsubscriptions
FROM ${relation(messages)} AS messages
LEFT JOIN latest_names USING (message_id)
LEFT JOIN ${relation(interactions)} USING (execution_id)`;
}

/** People and errors at each node of each journey, in the order in which people reach it. */
export function nodesSql(steps: SourceDataset, input: JourneyInput, now: Date): Sql {
  const at = (field: string) => textSql(steps, `_experience.journeyOrchestration.stepEvents.${field}`);
  return sql`WITH steps AS (
  SELECT
    ${timeSql(steps, paths.time)} AS event_time,
    ${at('journeyVersionName')} AS journey,
    ${at('nodeID')} AS node_id,
    ${at('nodeName')} AS node_name,
    ${at('nodeType')} AS node_type,
    ${at('instanceID')} AS instance_id,
    ${at('actionExecutionErrorCode')} AS error_code
  FROM ${steps.from}
),
timed AS (
  SELECT
    *,
    (epoch_us(event_time) - epoch_us(min(event_time) OVER (PARTITION BY instance_id))) / 1e6 AS seconds_since_entry,
    row_number() OVER (PARTITION BY instance_id ORDER BY event_time, node_id) AS place
  FROM steps
  WHERE ${joinSql(inTime(input, now), '\n    AND ')}
    AND node_id IS NOT NULL
)
SELECT
  coalesce(journey, '(unknown)') AS journey,
  node_id,
  any_value(node_name) AS node_name,
  any_value(node_type) AS node_type,
  avg(place) AS mean_place,
  count(*) AS steps,
  count(DISTINCT instance_id) AS entries,
  median(seconds_since_entry) AS median_seconds_since_entry,
  count(error_code) AS errors,
  count(*) FILTER (WHERE error_code = 'timedout') AS timed_out,
  count(*) FILTER (WHERE error_code = 'capped') AS capped
FROM timed
GROUP BY journey, node_id`;
}

function inTime({ from, until }: JourneyInput, now: Date): readonly Sql[] {
  return [
    ...(from === '' ? [] : [sql`event_time >= ${day(from)}`]),
    ...(until === '' ? [] : [sql`event_time < ${day(until)} + INTERVAL 1 DAY`]),
    sql`event_time < ${day(now.toISOString().slice(0, 10))} + INTERVAL 1 DAY`,
  ];
}
