-- step events (table)
WITH events AS NOT MATERIALIZED (
  SELECT
    customer_id AS person,
    CAST(ordered_at AS TIMESTAMP) AS event_time,
    coalesce(CAST(amount AS DOUBLE), 0) AS amount,
    true AS is_outcome
  FROM "orders"
  WHERE customer_id IS NOT NULL
    AND ordered_at IS NOT NULL
)
SELECT
  *,
  (SELECT CAST(max(event_time) AS DATE) + 1 - 30 FROM events) AS cut_off
FROM events;

-- step features (table)
WITH past AS (
  SELECT
    person,
    any_value(cut_off) - CAST(max(event_time) AS DATE) AS recency_days,
    any_value(cut_off) - CAST(min(event_time) AS DATE) AS tenure_days,
    count(*) AS events,
    count(DISTINCT CAST(event_time AS DATE)) AS active_days,
    count(*) FILTER (WHERE event_time >= cut_off - 7) AS events_7,
    count(*) FILTER (WHERE event_time >= cut_off - 30) AS events_30,
    count(*) FILTER (WHERE event_time >= cut_off - 90) AS events_90,
    count(*) FILTER (WHERE event_time >= cut_off - 7) / count(*) AS share_7,
    count(*) FILTER (WHERE event_time >= cut_off - 30) / count(*) AS share_30,
    count(*) FILTER (WHERE event_time >= cut_off - 90) / count(*) AS share_90,
    coalesce((count(*) FILTER (WHERE event_time >= cut_off - 7) - count(*) FILTER (WHERE event_time >= cut_off - 14 AND event_time < cut_off - 7))
    / nullif(count(*) FILTER (WHERE event_time >= cut_off - 7) + count(*) FILTER (WHERE event_time >= cut_off - 14 AND event_time < cut_off - 7), 0), 0) AS trend_7,
    coalesce((count(*) FILTER (WHERE event_time >= cut_off - 30) - count(*) FILTER (WHERE event_time >= cut_off - 60 AND event_time < cut_off - 30))
    / nullif(count(*) FILTER (WHERE event_time >= cut_off - 30) + count(*) FILTER (WHERE event_time >= cut_off - 60 AND event_time < cut_off - 30), 0), 0) AS trend_30,
    coalesce((count(*) FILTER (WHERE event_time >= cut_off - 90) - count(*) FILTER (WHERE event_time >= cut_off - 180 AND event_time < cut_off - 90))
    / nullif(count(*) FILTER (WHERE event_time >= cut_off - 90) + count(*) FILTER (WHERE event_time >= cut_off - 180 AND event_time < cut_off - 90), 0), 0) AS trend_90,
    round(sum(amount), 2) AS amount,
    round(avg(amount), 2) AS average_amount,
    coalesce(round(sum(amount) FILTER (WHERE event_time >= cut_off - 7), 2), 0) AS amount_7,
    coalesce(round(sum(amount) FILTER (WHERE event_time >= cut_off - 30), 2), 0) AS amount_30,
    coalesce(round(sum(amount) FILTER (WHERE event_time >= cut_off - 90), 2), 0) AS amount_90,
    max(event_time) AS last_event_used
  FROM "events"
  WHERE event_time < cut_off
  GROUP BY person
), future AS (
  SELECT DISTINCT person
  FROM "events"
  WHERE is_outcome
    AND event_time >= cut_off
    AND event_time < cut_off + 30
)
SELECT
  past.*,
  future.person IS NOT NULL AS outcome
FROM past
LEFT JOIN future USING (person);

-- step propensity_features (view)
SELECT * EXCLUDE (last_event_used)
FROM "features"
ORDER BY person;

-- check rows_can_be_used (error)
SELECT
  count(*) AS rows,
  count(customer_id) AS with_person,
  count(ordered_at) AS with_time
FROM "orders"
HAVING count_if(customer_id IS NOT NULL AND ordered_at IS NOT NULL) = 0;

-- check people_are_known (warning)
SELECT *
FROM "orders"
WHERE customer_id IS NULL;

-- check times_are_known (warning)
SELECT *
FROM "orders"
WHERE ordered_at IS NULL;

-- check times_are_past (warning)
SELECT *
FROM "orders"
WHERE CAST(ordered_at AS TIMESTAMP) > TIMESTAMP '2026-06-15 12:00:00';

-- check amounts_are_known (warning)
SELECT *
FROM "orders"
WHERE amount IS NULL;

-- check amounts_are_positive (note)
SELECT *
FROM "orders"
WHERE amount < 0;

-- check features_see_the_past (error)
SELECT person, last_event_used, (SELECT any_value(cut_off) FROM "events") AS cut_off
FROM "features"
WHERE last_event_used >= (SELECT any_value(cut_off) FROM "events")
ORDER BY person;

-- check features_are_not_the_outcome (warning)
WITH correlations AS (
  SELECT 'recency_days' AS feature, corr(recency_days, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'tenure_days' AS feature, corr(tenure_days, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'events' AS feature, corr(events, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'active_days' AS feature, corr(active_days, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'events_7' AS feature, corr(events_7, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'events_30' AS feature, corr(events_30, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'events_90' AS feature, corr(events_90, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'share_7' AS feature, corr(share_7, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'share_30' AS feature, corr(share_30, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'share_90' AS feature, corr(share_90, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'trend_7' AS feature, corr(trend_7, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'trend_30' AS feature, corr(trend_30, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'trend_90' AS feature, corr(trend_90, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'amount' AS feature, corr(amount, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'average_amount' AS feature, corr(average_amount, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'amount_7' AS feature, corr(amount_7, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'amount_30' AS feature, corr(amount_30, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
  UNION ALL
  SELECT 'amount_90' AS feature, corr(amount_90, CAST(outcome AS INTEGER)) AS correlation
  FROM "features"
)
SELECT *
FROM correlations
WHERE abs(correlation) > 0.95
  AND isfinite(correlation)
ORDER BY feature;

-- check horizon_is_whole (warning)
SELECT max(event_time) AS last_event, any_value(cut_off) + 30 AS horizon_ends
FROM "events"
HAVING CAST(max(event_time) AS DATE) + 1 < any_value(cut_off) + 30;

-- check outcome_has_both_sides (warning)
SELECT count(*) AS people, count_if(outcome) AS with_outcome
FROM "features"
HAVING count_if(outcome) < 20
  OR count_if(NOT outcome) < 20;

-- finding outcome
SELECT
  count(*) AS people,
  count_if(outcome) AS with_outcome,
  count_if(outcome) / nullif(count(*), 0) AS outcome_rate
FROM "features";

-- finding features
WITH long AS (
  UNPIVOT (
    SELECT
      outcome,
      CAST(recency_days AS DOUBLE) AS recency_days,
      CAST(tenure_days AS DOUBLE) AS tenure_days,
      CAST(events AS DOUBLE) AS events,
      CAST(active_days AS DOUBLE) AS active_days,
      CAST(events_7 AS DOUBLE) AS events_7,
      CAST(events_30 AS DOUBLE) AS events_30,
      CAST(events_90 AS DOUBLE) AS events_90,
      CAST(share_7 AS DOUBLE) AS share_7,
      CAST(share_30 AS DOUBLE) AS share_30,
      CAST(share_90 AS DOUBLE) AS share_90,
      CAST(trend_7 AS DOUBLE) AS trend_7,
      CAST(trend_30 AS DOUBLE) AS trend_30,
      CAST(trend_90 AS DOUBLE) AS trend_90,
      CAST(amount AS DOUBLE) AS amount,
      CAST(average_amount AS DOUBLE) AS average_amount,
      CAST(amount_7 AS DOUBLE) AS amount_7,
      CAST(amount_30 AS DOUBLE) AS amount_30,
      CAST(amount_90 AS DOUBLE) AS amount_90
    FROM "features"
  )
  ON recency_days, tenure_days, events, active_days, events_7, events_30, events_90, share_7, share_30, share_90, trend_7, trend_30, trend_90, amount, average_amount, amount_7, amount_30, amount_90
  INTO NAME feature VALUE "value"
), figures AS (
  SELECT
    feature,
    avg("value") FILTER (WHERE outcome) AS average_with,
    avg("value") FILTER (WHERE NOT outcome) AS average_without,
    CASE
      WHEN stddev_pop("value") > 0 AND count(DISTINCT outcome) > 1
      THEN corr("value", CAST(outcome AS INTEGER))
    END AS correlation
  FROM long
  GROUP BY feature
)
SELECT
  *,
  abs(correlation) AS strength
FROM figures
ORDER BY strength DESC NULLS LAST, feature;

-- finding recency
WITH tenths AS (
  SELECT recency_days, outcome, ntile(10) OVER (ORDER BY recency_days, person) AS tenth
  FROM "features"
)
SELECT
  tenth,
  count(*) AS people,
  min(recency_days) AS recency_from,
  max(recency_days) AS recency_to,
  count_if(outcome) / count(*) AS outcome_rate
FROM tenths
GROUP BY tenth
ORDER BY tenth;
