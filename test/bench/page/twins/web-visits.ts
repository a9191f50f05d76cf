import type { Twin } from './twin.ts';

/** Visits, bounces, channels and what they are credited with. */
export const webVisits: Twin = {
  module: 'explore.web-analytics',
  tables: ['page_events'],
  input: {
    ...{ dataset: 'page_events', person: 'browser', time: 'event_time', signedIn: 'customer', page: 'page' },
    ...{ channel: 'channel', event: 'event', conversion: 'purchase', revenue: 'revenue', device: 'device' },
    place: 'place',
  },
  same: {
    overview: ['visitors', 'visits', 'bounces', 'median_seconds', 'conversions', 'revenue'],
    channels: ['channel', 'visits', 'visitors', 'conversions'],
    pages: ['page', 'views', 'entries', 'exits'],
    paths: ['from_page', 'to_page', 'visits'],
    attribution: ['channel', 'linear', 'time_decay', 'position_based'],
  },
  statement: `WITH marked AS (
  SELECT
    *,
    lag(event_time) OVER in_order AS before,
    row_number() OVER in_order AS place_in_all
  FROM page_events
  WINDOW in_order AS (PARTITION BY browser ORDER BY event_time, page)
),
numbered AS MATERIALIZED (
  SELECT
    browser, event_time, page, channel, event = 'purchase' AS converts, revenue, place_in_all,
    CASE WHEN event_time <= before + INTERVAL 30 MINUTE THEN epoch_us(event_time) - epoch_us(before) END AS pause,
    sum((before IS NULL OR event_time > before + INTERVAL 30 MINUTE)::INTEGER)
      OVER (PARTITION BY browser ORDER BY event_time, page ROWS UNBOUNDED PRECEDING) AS visit,
    lead(page) OVER (PARTITION BY browser ORDER BY event_time, page) AS next_in_all
  FROM marked
),
all_visits AS MATERIALIZED (
  SELECT
    browser, visit, min(event_time) AS started, max(event_time) AS ended, count(*) AS events,
    min(place_in_all) AS first_place, max(place_in_all) AS last_place,
    arg_min(page, place_in_all) AS entry, arg_max(page, place_in_all) AS exit, arg_min(channel, place_in_all) AS channel,
    count_if(converts) AS conversions, sum(revenue) FILTER (WHERE converts) AS revenue,
    stddev_pop(pause) / nullif(avg(pause), 0) AS irregularity
  FROM numbered
  GROUP BY browser, visit
),
bots AS (
  SELECT DISTINCT browser FROM all_visits WHERE events >= 50 OR events >= 20 AND irregularity < 0.05
),
visits AS MATERIALIZED (
  FROM all_visits ANTI JOIN bots USING (browser)
),
places AS MATERIALIZED (
  SELECT
    place_in_all - first_place + 1 AS depth, page,
    CASE WHEN place_in_all < last_place THEN next_in_all END AS next, count(*) AS views
  FROM numbered JOIN visits USING (browser, visit)
  GROUP BY ALL
),
frequent AS (
  SELECT page FROM places GROUP BY page ORDER BY sum(views) DESC, page LIMIT 12
),
touches AS (
  SELECT
    v.channel, c.conversions,
    row_number() OVER (PARTITION BY c.browser, c.visit ORDER BY v.visit) AS place,
    count(*) OVER (PARTITION BY c.browser, c.visit) AS touches,
    0.5 ** ((epoch_us(c.started) - epoch_us(v.started)) / 86400e6 / 7) AS freshness,
    sum(0.5 ** ((epoch_us(c.started) - epoch_us(v.started)) / 86400e6 / 7)) OVER (PARTITION BY c.browser, c.visit) AS all_freshness
  FROM visits AS c
  JOIN visits AS v ON v.browser = c.browser AND v.visit <= c.visit AND v.started >= c.started - INTERVAL 30 DAY
  WHERE c.conversions > 0
)
SELECT 'overview' AS finding, count(DISTINCT browser)::VARCHAR AS a, count(*)::VARCHAR AS b, count_if(events = 1)::DOUBLE AS c,
  median(epoch_us(ended) - epoch_us(started)) FILTER (WHERE events > 1) / 1e6 AS d, sum(conversions)::DOUBLE AS e, sum(revenue) AS f
FROM visits
UNION ALL
SELECT 'channels', channel, count(*)::VARCHAR, count(DISTINCT browser), sum(conversions), NULL, NULL FROM visits GROUP BY channel
UNION ALL
SELECT 'pages', page, sum(views)::VARCHAR, sum(views) FILTER (WHERE depth = 1), sum(views) FILTER (WHERE next IS NULL), NULL, NULL
FROM places GROUP BY page
UNION ALL
SELECT
  'paths', depth || ' ' || CASE WHEN page IN (FROM frequent) THEN page ELSE '(other)' END,
  (depth + 1) || ' ' || CASE WHEN next IN (FROM frequent) THEN next WHEN next IS NULL THEN '(end)' ELSE '(other)' END,
  sum(views), NULL, NULL, NULL
FROM places WHERE depth < 4 GROUP BY ALL
UNION ALL
SELECT 'attribution', channel, sum(conversions / touches)::VARCHAR, sum(conversions * freshness / all_freshness),
  sum(conversions * CASE WHEN touches = 1 THEN 1 WHEN touches = 2 THEN 0.5 WHEN place IN (1, touches) THEN 0.4 ELSE 0.2 / (touches - 2) END),
  NULL, NULL
FROM touches GROUP BY channel`,
};
