-- step feature_days (table)
WITH chosen AS (
  SELECT
    user_id AS person,
    event_time,
    feature
  FROM "events_engagement"
),
events AS (
  SELECT *
  FROM chosen
  WHERE person IS NOT NULL
    AND event_time < DATE '2026-06-15' + INTERVAL 1 DAY
)
SELECT
  person,
  feature,
  CAST(event_time AS DATE) AS active_day,
  count(*) AS uses
FROM events
WHERE feature IS NOT NULL
GROUP BY person, feature, active_day;

-- step feature_figures (table)
WITH everybody AS (
  SELECT count(DISTINCT person) AS people, max(active_day) AS last_day
  FROM "feature_days"
),
first_uses AS (
  SELECT
    feature,
    person,
    sum(uses) AS uses,
    count(*) AS days,
    min(active_day, 2) AS first_days
  FROM "feature_days"
  GROUP BY feature, person
),
by_person AS (
  SELECT
    *,
    first_days[1] AS first_day,
    first_days[2] <= first_days[1] + 28 AS came_again
  FROM first_uses
)
SELECT
  feature,
  count(*) AS users,
  CAST(sum(uses) AS BIGINT) AS uses,
  count(*) / any_value(people) AS adoption,
  sum(uses) / count(*) AS mean_uses,
  median(uses) AS median_uses,
  median(days) AS median_days,
  count(*) FILTER (WHERE first_day + 28 <= last_day) AS users_followed,
  count(*) FILTER (WHERE first_day + 28 <= last_day AND came_again) AS users_again,
  users_again / nullif(users_followed, 0) AS share_again
FROM by_person, everybody
GROUP BY feature
ORDER BY users DESC, feature;

-- check people_are_known (warning)
SELECT
  event_time
FROM "events_engagement"
WHERE user_id IS NULL
ORDER BY ALL;

-- check times_are_known (warning)
SELECT
  user_id AS person
FROM "events_engagement"
WHERE event_time IS NULL
ORDER BY ALL;

-- check times_are_past (warning)
SELECT
  user_id AS person,
  event_time
FROM "events_engagement"
WHERE event_time >= DATE '2026-06-15' + INTERVAL 1 DAY
ORDER BY ALL;

-- check events_are_left (error)
SELECT 0 AS events
WHERE NOT EXISTS (FROM "feature_days");

-- finding adoption
FROM "feature_figures"
ORDER BY users DESC, feature;

-- finding stickiness
SELECT feature, users_followed, users_again, share_again, median_uses, median_days
FROM "feature_figures"
ORDER BY share_again DESC NULLS LAST, feature;

-- finding by_week
SELECT
  CAST(date_trunc('week', active_day) AS DATE) AS week,
  feature,
  count(DISTINCT person) AS users,
  CAST(sum(uses) AS BIGINT) AS uses
FROM "feature_days"
GROUP BY week, feature
ORDER BY week, users DESC, feature;
