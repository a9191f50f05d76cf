-- step propositions (table)
WITH events AS (
  SELECT
    _id AS event_id,
    timestamp AS event_time,
    _experience.decisioning.propositionDetails AS details
  FROM "ode_decisionevents_shop_decision"
),
kept AS (
  SELECT DISTINCT ON (event_id) *
  FROM events
  WHERE event_id IS NOT NULL
    AND event_time < DATE '2026-06-15' + INTERVAL 1 DAY
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
FROM unfolded;

-- step offer_repository (table)
WITH repository AS (
  SELECT
    _id AS offer_id,
    _experience.decisioning.name AS offer,
    _experience.decisioning.lifecycleStatus AS status,
    _experience.decisioning.calendarConstraints.startDate AS starts_at,
    _experience.decisioning.calendarConstraints.endDate AS ends_at,
    coalesce(_experience.decisioning.ranking.priority, 0) AS priority
  FROM "decision_object_repository_personalized_offers"
)
SELECT DISTINCT ON (offer_id)
  *,
  coalesce(status = 'Live', false)
    AND coalesce(starts_at < DATE '2026-06-15' + INTERVAL 1 DAY, true)
    AND coalesce(ends_at > DATE '2026-06-15', true) AS is_live
FROM repository
WHERE offer_id IS NOT NULL
ORDER BY offer_id, starts_at DESC, offer;

-- step selections (table)
WITH unfolded AS (
  SELECT event_id, event_time, decision, placement, unnest(selections) AS selection
  FROM "propositions"
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
LEFT JOIN "offer_repository" AS repository ON repository.offer_id = selection.id;

-- check offers_are_known (warning)
SELECT offer_id, any_value(offer) AS offer, count(*) AS selections
FROM "selections"
WHERE NOT is_known
GROUP BY offer_id
ORDER BY selections DESC, offer_id;

-- check offers_were_in_time (warning)
SELECT offer_id, any_value(offer) AS offer, count(*) AS selections, min(event_time) AS first_proposed_at, max(event_time) AS last_proposed_at
FROM "selections"
WHERE NOT was_in_time
GROUP BY offer_id
ORDER BY selections DESC, offer_id;

-- check places_are_filled (note)
SELECT event_id, placement
FROM "propositions"
WHERE fallback_id IS NULL
  AND coalesce(len(selections), 0) = 0
ORDER BY event_id, placement;

-- check propositions_are_left (error)
SELECT count(*) AS propositions
FROM "propositions"
HAVING count(*) = 0;

-- finding overview
WITH proposed AS (
  SELECT count(*) AS selections, avg(priority) AS mean_priority
  FROM "selections"
)
SELECT
  count(DISTINCT event_id) AS events,
  count(*) AS propositions,
  any_value(selections) AS selections,
  count(fallback_id) AS fallbacks,
  count(fallback_id) / nullif(count(*), 0) AS fallback_share,
  any_value(mean_priority) AS mean_priority
FROM (
  SELECT event_id, fallback_id
  FROM "propositions"
), proposed;

-- finding placements
SELECT
  placement,
  count(*) AS propositions,
  count(DISTINCT event_id) AS events,
  count(fallback_id) AS fallbacks,
  count(fallback_id) / count(*) AS fallback_share
FROM "propositions"
GROUP BY placement
ORDER BY propositions DESC, placement;

-- finding offers
WITH counts AS (
  SELECT offer_id, any_value(offer) AS offer, count(*) AS selections, max(event_time) AS last_proposed_at
  FROM "selections"
  GROUP BY offer_id
)
SELECT
  offer_id,
  coalesce(counts.offer, repository.offer) AS offer,
  status,
  priority,
  coalesce(selections, 0) AS selections,
  coalesce(selections, 0) / nullif(sum(selections) OVER (), 0) AS share,
  last_proposed_at,
  is_live
FROM counts
FULL JOIN "offer_repository" AS repository USING (offer_id)
ORDER BY selections DESC, priority DESC, offer_id;

-- finding live
SELECT offer_id, offer, priority, starts_at, ends_at
FROM "offer_repository"
WHERE is_live
ORDER BY priority DESC, offer_id;

-- finding hours
WITH hours AS (
  SELECT unnest(range(0, 24)) AS hour
),
counts AS (
  SELECT hour(event_time) AS hour, count(DISTINCT event_id) AS events, count(*) AS propositions
  FROM "propositions"
  GROUP BY hour
)
SELECT hour, coalesce(events, 0) AS events, coalesce(propositions, 0) AS propositions
FROM hours
LEFT JOIN counts USING (hour)
ORDER BY hour;

-- finding contents
WITH contents AS (
  SELECT _id AS offer_id, unnest(_experience.decisioning.contents).placement AS placement_id
  FROM "decision_object_repository_personalized_offers"
),
counts AS (
  SELECT placement_id, count(*) AS contents, count(DISTINCT offer_id) AS offers
  FROM contents
  WHERE placement_id IS NOT NULL
  GROUP BY placement_id
),
places AS (
  SELECT _id AS placement_id, any_value(_experience.decisioning.name) AS placement
  FROM "decision_object_repository_placements"
  WHERE _id IS NOT NULL
  GROUP BY placement_id
)
SELECT
  placement_id,
  coalesce(placement, '(unknown)') AS placement,
  coalesce(contents, 0) AS contents,
  coalesce(offers, 0) AS offers
FROM counts
FULL JOIN places USING (placement_id)
ORDER BY contents DESC, placement_id;
