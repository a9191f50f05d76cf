import { literal, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { day, textSql, timeSql } from '../events/normalise.ts';
import { type OfferInput, offerPaths as paths } from './offer-input.ts';

/** One row for each place that a decision filled, with the offers it chose or the fallback. */
export function propositionsSql(decisions: SourceDataset, { from, until }: OfferInput, now: Date): Sql {
  const begin = from === '' ? sql`` : sql`\n    AND event_time >= ${day(from)}`;
  const end = until === '' ? sql`` : sql`\n    AND event_time < ${day(until)} + INTERVAL 1 DAY`;
  return sql`WITH events AS (
  SELECT
    ${textSql(decisions, '_id')} AS event_id,
    ${timeSql(decisions, 'timestamp')} AS event_time,
    ${decisions.column(paths.details).sql} AS details
  FROM ${decisions.from}
),
kept AS (
  SELECT DISTINCT ON (event_id) *
  FROM events
  WHERE event_id IS NOT NULL${begin}${end}
    AND event_time < ${day(now.toISOString().slice(0, 10))} + INTERVAL 1 DAY
),
unfolded AS (
  SELECT event_id, event_time, unnest(details) AS detail
  FROM kept
)
SELECT
  event_id,
  event_time,
  coalesce(detail.activity.name, detail.activity.id) AS decision,
  detail.placement.id AS placement_id,
  coalesce(detail.placement.name, detail.placement.id) AS placement,
  detail.selections AS selections,
  detail.fallback.id AS fallback_id
FROM unfolded`;
}

/** Offers as they stand in the repository, one row each, and whether they are live on a day. */
export function repositorySql(offers: SourceDataset, liveOn: string): Sql {
  const at = (path: string) => offers.column(path).sql;
  const on = day(liveOn);
  return sql`WITH repository AS (
  SELECT
    ${textSql(offers, '_id')} AS offer_id,
    ${textSql(offers, paths.name)} AS offer,
    ${textSql(offers, paths.status)} AS status,
    ${timeSql(offers, paths.start)} AS starts_at,
    ${timeSql(offers, paths.end)} AS ends_at,
    coalesce(${at(paths.priority)}, 0) AS priority
  FROM ${offers.from}
)
SELECT DISTINCT ON (offer_id)
  *,
  coalesce(status = 'Live', false)
    AND coalesce(starts_at < ${on} + INTERVAL 1 DAY, true)
    AND coalesce(ends_at > ${on}, true) AS is_live
FROM repository
WHERE offer_id IS NOT NULL
ORDER BY offer_id, starts_at DESC, offer`;
}

/** One row for each offer proposed, with what the repository knows of it. */
export function selectionsSql(propositions: RelationName, repository: RelationName): Sql {
  return sql`WITH unfolded AS (
  SELECT event_id, event_time, decision, placement, unnest(selections) AS selection
  FROM ${relation(propositions)}
)
SELECT
  event_id,
  event_time,
  decision,
  placement,
  selection.id AS offer_id,
  coalesce(repository.offer, selection.name, selection.id) AS offer,
  repository.offer_id IS NOT NULL AS is_known,
  repository.status,
  repository.priority,
  event_time >= repository.starts_at AND event_time < repository.ends_at AS was_in_time
FROM unfolded
LEFT JOIN ${relation(repository)} AS repository ON repository.offer_id = selection.id`;
}

/** How many offers have content for each placement. */
export function contentsSql(offers: SourceDataset, placements: SourceDataset): Sql {
  return sql`WITH contents AS (
  SELECT ${textSql(offers, '_id')} AS offer_id, unnest(${offers.column(paths.contents).sql}).placement AS placement_id
  FROM ${offers.from}
),
counts AS (
  SELECT placement_id, count(*) AS contents, count(DISTINCT offer_id) AS offers
  FROM contents
  WHERE placement_id IS NOT NULL
  GROUP BY placement_id
),
places AS (
  SELECT ${textSql(placements, '_id')} AS placement_id, any_value(${textSql(placements, paths.name)}) AS placement
  FROM ${placements.from}
  WHERE ${textSql(placements, '_id')} IS NOT NULL
  GROUP BY placement_id
)
SELECT
  placement_id,
  coalesce(placement, ${literal('(unknown)')}) AS placement,
  coalesce(contents, 0) AS contents,
  coalesce(offers, 0) AS offers
FROM counts
FULL JOIN places USING (placement_id)
ORDER BY contents DESC, placement_id`;
}
