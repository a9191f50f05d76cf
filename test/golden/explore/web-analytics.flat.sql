-- step web_events (view)
WITH chosen AS (
  SELECT
    user_id AS person,
    event_time,
    CAST(NULL AS VARCHAR) AS signed_in,
    CAST(NULL AS VARCHAR) AS page,
    CAST(NULL AS VARCHAR) AS channel,
    CAST(NULL AS VARCHAR) AS device,
    CAST(NULL AS VARCHAR) AS place,
    false AS is_conversion,
    CAST(NULL AS DOUBLE) AS revenue
  FROM "events_engagement"
)
SELECT *
FROM chosen
WHERE person IS NOT NULL
  AND event_time < DATE '2026-06-15' + INTERVAL 1 DAY;

-- step visit_events (table)
WITH marked AS (
  SELECT
    *,
    row_number() OVER in_order AS event_number,
    (epoch_us(event_time) - epoch_us(lag(event_time) OVER in_order)) / 1e6 AS seconds_before,
    coalesce(event_time > lag(event_time) OVER in_order + INTERVAL 10 MINUTE, true) AS is_new
  FROM "web_events"
  WINDOW in_order AS (PARTITION BY person ORDER BY event_time, page)
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
FROM numbered;

-- step suspects (table)
WITH long_visits AS (
  SELECT
    person,
    visit_number,
    count(*) AS events,
    stddev_pop(seconds_before) / nullif(avg(seconds_before), 0) AS irregularity
  FROM "visit_events"
  GROUP BY person, visit_number
  HAVING count(*) >= least(20, 50)
)
SELECT
  person,
  count(*) AS suspicious_visits,
  CAST(sum(events) AS BIGINT) AS events,
  max(events) AS most_events_in_a_visit,
  min(irregularity) AS least_irregularity
FROM long_visits
WHERE events >= 50
  OR irregularity < 0.05
GROUP BY person
ORDER BY events DESC, person;

-- step visits (table)
SELECT
  person,
  visit_number,
  min(event_time) AS started_at,
  (epoch_us(max(event_time)) - epoch_us(min(event_time))) / 1e6 AS seconds,
  count(*) AS events,
  count(*) AS page_views,
  count(*) = 1 AS is_bounce,
  max(signed_in) AS signed_in,
  arg_min(page, depth) AS entry_page,
  arg_max(page, depth) AS exit_page,
  coalesce(arg_min(channel, depth), '(none)') AS channel,
  coalesce(arg_min(device, depth), '(none)') AS device,
  coalesce(arg_min(place, depth), '(none)') AS place,
  count(*) FILTER (WHERE is_conversion) AS conversions,
  coalesce(sum(revenue) FILTER (WHERE is_conversion), 0) AS revenue
FROM "visit_events"
GROUP BY person, visit_number;

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
WHERE NOT EXISTS (FROM "web_events");

-- check visitors_are_people (warning)
FROM "suspects"
ORDER BY events DESC, person;

-- finding overview
SELECT
  count(DISTINCT person) AS visitors,
  count(DISTINCT CASE WHEN signed_in IS NOT NULL THEN person END) AS visitors_signed_in,
  count(DISTINCT signed_in) AS people_signed_in,
  count(*) AS visits,
  count(*) FILTER (WHERE signed_in IS NOT NULL) AS visits_signed_in,
  CAST(sum(page_views) AS BIGINT) AS page_views,
  sum(page_views) / nullif(count(*), 0) AS page_views_per_visit,
  count(*) FILTER (WHERE is_bounce) AS bounces,
  count(*) FILTER (WHERE is_bounce) / nullif(count(*), 0) AS bounce_rate,
  median(seconds) FILTER (WHERE NOT is_bounce) AS median_seconds,
  CAST(sum(conversions) AS BIGINT) AS conversions,
  count(*) FILTER (WHERE conversions > 0) / nullif(count(*), 0) AS conversion_rate,
  sum(revenue) AS revenue
FROM "visits_2";

-- finding days
SELECT
  CAST(started_at AS DATE) AS visit_day,
  count(*) AS visits,
  count(DISTINCT person) AS visitors,
  CAST(sum(page_views) AS BIGINT) AS page_views,
  CAST(sum(conversions) AS BIGINT) AS conversions
FROM "visits_2"
GROUP BY visit_day
ORDER BY visit_day;

-- finding hours
SELECT
  isodow(started_at) AS weekday_number,
  dayname(started_at) AS weekday,
  hour(started_at) AS hour,
  count(*) AS visits,
  CAST(sum(conversions) AS BIGINT) AS conversions
FROM "visits_2"
GROUP BY weekday_number, weekday, hour
ORDER BY hour, weekday_number;
