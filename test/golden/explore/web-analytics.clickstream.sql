-- step web_events (view)
WITH chosen AS (
  SELECT
    _id AS event_id,
    identityMap.ECID[1].id AS person,
    timestamp AS event_time,
    identityMap.CRMID[1].id AS signed_in,
    web.webPageDetails.name AS page,
    marketing.channel AS channel,
    device.type AS device,
    placeContext.geo.stateProvince AS place,
    coalesce(eventType = 'commerce.purchases', false) AS is_conversion,
    CAST(commerce."order".priceTotal AS DOUBLE) AS revenue
  FROM "web_clickstream"
)
SELECT DISTINCT ON (event_id) *
FROM chosen
WHERE person IS NOT NULL
  AND event_time < DATE '2026-06-15' + INTERVAL 1 DAY
  AND event_id IS NOT NULL;

-- step visit_events (table)
WITH marked AS (
  SELECT
    *,
    row_number() OVER in_order AS event_number,
    (epoch_us(event_time) - epoch_us(lag(event_time) OVER in_order)) / 1e6 AS seconds_before,
    coalesce(event_time > lag(event_time) OVER in_order + INTERVAL 30 MINUTE, true) AS is_new
  FROM "web_events"
  WINDOW in_order AS (PARTITION BY person ORDER BY event_time, event_id)
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
  count(page) AS page_views,
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
ANTI JOIN "suspects" USING (person)
GROUP BY person, visit_number;

-- step touches (table)
WITH touches AS (
  SELECT
    converting.person,
    converting.visit_number AS converting_visit,
    converting.conversions,
    converting.revenue,
    touch.channel,
    touch.visit_number,
    (epoch_us(converting.started_at) - epoch_us(touch.started_at)) / 86400e6 AS days_before
  FROM "visits" AS converting
  JOIN "visits" AS touch
    ON touch.person = converting.person
    AND touch.visit_number <= converting.visit_number
    AND touch.started_at >= converting.started_at - INTERVAL 30 DAY
  WHERE converting.conversions > 0
),
placed AS (
  SELECT
    *,
    row_number() OVER (same_conversion ORDER BY visit_number) AS place,
    count(*) OVER same_conversion AS touches,
    0.5 ** (days_before / 7) AS freshness,
    sum(0.5 ** (days_before / 7)) OVER same_conversion AS all_freshness
  FROM touches
  WINDOW same_conversion AS (PARTITION BY person, converting_visit)
)
SELECT
  person,
  converting_visit,
  visit_number,
  channel,
  conversions,
  revenue,
  CAST(place = 1 AS INTEGER) AS first_touch,
  CAST(place = touches AS INTEGER) AS last_touch,
  1 / touches AS linear,
  freshness / all_freshness AS time_decay,
  CASE
    WHEN touches = 1 THEN 1
    WHEN touches = 2 THEN 0.5
    WHEN place IN (1, touches) THEN 0.4
    ELSE 0.2 / (touches - 2)
  END AS position_based
FROM placed;

-- check people_are_known (warning)
SELECT
  timestamp AS event_time
FROM "web_clickstream"
WHERE identityMap.ECID[1].id IS NULL
ORDER BY ALL;

-- check times_are_known (warning)
SELECT
  identityMap.ECID[1].id AS person
FROM "web_clickstream"
WHERE timestamp IS NULL
ORDER BY ALL;

-- check times_are_past (warning)
SELECT
  identityMap.ECID[1].id AS person,
  timestamp AS event_time
FROM "web_clickstream"
WHERE timestamp >= DATE '2026-06-15' + INTERVAL 1 DAY
ORDER BY ALL;

-- check events_come_once (note)
SELECT _id AS event_id, count(*) AS copies
FROM "web_clickstream"
WHERE _id IS NOT NULL
GROUP BY _id
HAVING count(*) > 1
ORDER BY copies DESC, event_id;

-- check events_are_left (error)
SELECT 0 AS events
WHERE NOT EXISTS (FROM "web_events");

-- check visitors_are_people (note)
FROM "suspects"
ORDER BY events DESC, person;

-- check there_are_conversions (warning)
SELECT 'commerce.purchases' AS conversion, count(*) AS visits
FROM "visits"
HAVING coalesce(sum(conversions), 0) = 0;

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
FROM "visits";

-- finding channels
SELECT
  channel,
  count(*) AS visits,
  count(DISTINCT person) AS visitors,
  sum(page_views) / count(*) AS page_views_per_visit,
  count(*) FILTER (WHERE is_bounce) / count(*) AS bounce_rate,
  CAST(sum(conversions) AS BIGINT) AS conversions,
  count(*) FILTER (WHERE conversions > 0) / count(*) AS conversion_rate,
  sum(revenue) AS revenue
FROM "visits"
GROUP BY channel
ORDER BY visits DESC, channel;

-- finding attribution
SELECT
  channel,
  sum(first_touch * conversions) AS first_touch,
  sum(last_touch * conversions) AS last_touch,
  sum(linear * conversions) AS linear,
  sum(time_decay * conversions) AS time_decay,
  sum(position_based * conversions) AS position_based
FROM "touches"
GROUP BY channel
ORDER BY last_touch DESC, linear DESC, channel;

-- finding attributed_revenue
SELECT
  channel,
  sum(first_touch * revenue) AS first_touch,
  sum(last_touch * revenue) AS last_touch,
  sum(linear * revenue) AS linear,
  sum(time_decay * revenue) AS time_decay,
  sum(position_based * revenue) AS position_based
FROM "touches"
GROUP BY channel
ORDER BY last_touch DESC, linear DESC, channel;

-- finding pages
WITH views AS (
  SELECT page, count(*) AS views
  FROM "visit_events"
  SEMI JOIN "visits" USING (person)
  WHERE page IS NOT NULL
  GROUP BY page
),
entries AS (
  SELECT entry_page AS page, count(*) AS entries, count(*) FILTER (WHERE is_bounce) AS bounces
  FROM "visits"
  GROUP BY entry_page
),
exits AS (
  SELECT exit_page AS page, count(*) AS exits
  FROM "visits"
  GROUP BY exit_page
)
SELECT
  page,
  views,
  coalesce(entries, 0) AS entries,
  coalesce(exits, 0) AS exits,
  coalesce(exits, 0) / views AS exit_rate,
  bounces / entries AS bounce_rate
FROM views
LEFT JOIN entries USING (page)
LEFT JOIN exits USING (page)
ORDER BY views DESC, page;

-- finding paths
WITH frequent AS (
  SELECT page
  FROM "visit_events"
  WHERE page IS NOT NULL
  GROUP BY page
  ORDER BY count(*) DESC, page
  LIMIT 12
)
SELECT
  depth AS step,
  depth || ' ' || CASE WHEN page IN (FROM frequent) THEN page ELSE '(other)' END AS from_page,
  (depth + 1) || ' ' || CASE WHEN next_page IN (FROM frequent) THEN next_page WHEN next_page IS NULL THEN '(end)' ELSE '(other)' END AS to_page,
  count(*) AS visits
FROM "visit_events"
SEMI JOIN "visits" USING (person)
WHERE depth < 4
  AND page IS NOT NULL
GROUP BY ALL
ORDER BY step, visits DESC, from_page, to_page;

-- finding days
SELECT
  CAST(started_at AS DATE) AS visit_day,
  count(*) AS visits,
  count(DISTINCT person) AS visitors,
  CAST(sum(page_views) AS BIGINT) AS page_views,
  CAST(sum(conversions) AS BIGINT) AS conversions
FROM "visits"
GROUP BY visit_day
ORDER BY visit_day;

-- finding hours
SELECT
  isodow(started_at) AS weekday_number,
  dayname(started_at) AS weekday,
  hour(started_at) AS hour,
  count(*) AS visits,
  CAST(sum(conversions) AS BIGINT) AS conversions
FROM "visits"
GROUP BY weekday_number, weekday, hour
ORDER BY hour, weekday_number;

-- finding devices
SELECT
  device,
  count(*) AS visits,
  count(DISTINCT person) AS visitors,
  sum(page_views) / count(*) AS page_views_per_visit,
  count(*) FILTER (WHERE is_bounce) / count(*) AS bounce_rate,
  CAST(sum(conversions) AS BIGINT) AS conversions,
  count(*) FILTER (WHERE conversions > 0) / count(*) AS conversion_rate,
  sum(revenue) AS revenue
FROM "visits"
GROUP BY device
ORDER BY visits DESC, device;

-- finding places
SELECT
  place,
  count(*) AS visits,
  count(DISTINCT person) AS visitors,
  sum(page_views) / count(*) AS page_views_per_visit,
  count(*) FILTER (WHERE is_bounce) / count(*) AS bounce_rate,
  CAST(sum(conversions) AS BIGINT) AS conversions,
  count(*) FILTER (WHERE conversions > 0) / count(*) AS conversion_rate,
  sum(revenue) AS revenue
FROM "visits"
GROUP BY place
ORDER BY visits DESC, place;
