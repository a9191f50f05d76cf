import type { Twin } from './twin.ts';

/** Guides of tables, surveys, preferences, baskets and single people. */
export const datasetTwins: readonly Twin[] = [
  {
    module: 'explore.profile-table',
    tables: ['events'],
    input: { dataset: 'events', key: ['person', 'event_time', 'event'] },
    same: { columns: ['column_name', 'distinct_values', 'minimum', 'median'] },
    statement: `WITH figures AS MATERIALIZED (
  SELECT
    count(DISTINCT person) AS people, min(person) AS first_person, max(person) AS last_person,
    count(DISTINCT event_time) AS times, min(event_time) AS first_time, max(event_time) AS last_time,
    count(DISTINCT event) AS events, min(event) AS first_event, max(event) AS last_event,
    count(DISTINCT amount) AS amounts, avg(amount), median(amount) AS middle, stddev_samp(amount),
    min(amount) AS least, max(amount) AS most
  FROM events
)
SELECT 'columns', 'person', people, first_person, NULL FROM figures
UNION ALL
SELECT 'columns', 'event_time', times, first_time::VARCHAR, NULL FROM figures
UNION ALL
SELECT 'columns', 'event', events, first_event, NULL FROM figures
UNION ALL
SELECT 'columns', 'amount', amounts, least::VARCHAR, middle FROM figures
UNION ALL
${['person', 'event_time', 'event', 'amount']
  .map(
    (column) => `(SELECT 'frequent', ${column}::VARCHAR, count(*) AS times, NULL, NULL
FROM events GROUP BY ${column} ORDER BY times DESC LIMIT 5)`,
  )
  .join('\nUNION ALL\n')}`,
  },
  {
    module: 'explore.customer-360',
    tables: ['customers', 'events'],
    input: {
      ...{ dataset: 'customers', person: 'person', who: 'p4711' },
      events: [{ dataset: 'events', person: 'person', time: 'event_time', label: 'event', amount: 'amount' }],
    },
    same: { timeline: ['event_time', 'what', 'amount'], attributes: ['attribute', 'value', 'position'] },
    statement: `SELECT 'timeline', event_time::VARCHAR, event, amount FROM events WHERE person = 'p4711'
UNION ALL
SELECT 'attributes', name, val, place
FROM (
  SELECT unnest(['person', 'region', 'age']) AS name, unnest([person, region, age::VARCHAR]) AS val, unnest([1, 2, 3]) AS place
  FROM customers
  WHERE person = 'p4711'
)`,
  },
  {
    module: 'enrich.nps',
    tables: ['survey'],
    input: {
      ...{ dataset: 'survey', score: 'score', person: 'person', time: 'answered_at', segment: 'segment' },
      drivers: ['rating_price', 'rating_service'],
    },
    same: {
      segments: ['segment', 'nps', 'asked', 'responses'],
      trend: ['period', 'nps', 'responses', 'responses'],
      drivers: ['driver', 'correlation', 'answers', 'answers'],
    },
    statement: `WITH counts AS MATERIALIZED (
  SELECT
    segment, date_trunc('month', answered_at)::DATE AS month, count(*) AS asked, count(score) AS answers,
    100 * (count_if(score >= 9) - count_if(score <= 6)) AS points
  FROM survey
  GROUP BY ALL
),
drivers AS MATERIALIZED (
  SELECT count(score) AS answers, corr(score, rating_price) AS price, corr(score, rating_service) AS service,
    corr(rating_price, rating_service) FILTER (WHERE score IS NOT NULL)
  FROM survey
)
SELECT 'segments', segment, sum(points) / sum(answers), sum(asked), sum(answers) FROM counts GROUP BY segment
UNION ALL
SELECT 'trend', month::VARCHAR, sum(points) / sum(answers), sum(answers), sum(answers) FROM counts GROUP BY month
UNION ALL
SELECT 'drivers', 'rating_price', price, answers, answers FROM drivers
UNION ALL
SELECT 'drivers', 'rating_service', service, answers, answers FROM drivers`,
  },
  {
    module: 'enrich.preferences',
    tables: ['likes'],
    input: { dataset: 'likes', person: 'email', values: 'genres', group: 'state', top: 1 },
    same: {
      categories: ['category', 'people', 'people_share', 'people', 'people_share'],
      favourites: ['group', 'category', 'people', 'first_people', 'lift'],
    },
    statement: `WITH apart AS MATERIALIZED (
  SELECT DISTINCT email, state, trim(unnest(string_split(genres, '|'))) AS genre FROM likes
),
counts AS MATERIALIZED (
  SELECT state, genre, count(*) AS people FROM apart GROUP BY ALL
),
states AS (
  SELECT state, count(DISTINCT email) AS people FROM apart GROUP BY state
),
everyone AS MATERIALIZED (
  SELECT genre, count(DISTINCT email) AS people, count(DISTINCT email) / (SELECT count(DISTINCT email) FROM apart) AS share
  FROM apart
  GROUP BY genre
),
best AS (
  SELECT state, arg_min(genre, (-people, genre)) AS genre, max(people) AS people FROM counts GROUP BY state
)
SELECT 'categories', genre, people::VARCHAR, share, people::VARCHAR, share
FROM everyone
UNION ALL
SELECT 'favourites', state, genre, any_value(best.people), array_to_string(list(email ORDER BY email)[1:3], ', '),
  any_value(best.people / states.people / everyone.share)
FROM apart JOIN best USING (state, genre) JOIN states USING (state) JOIN everyone USING (genre)
GROUP BY ALL`,
  },
  {
    module: 'enrich.baskets',
    tables: ['order_lines'],
    input: { dataset: 'order_lines', basket: 'order_id', item: 'product', support: 0.0001, confidence: 0.01 },
    same: { items: ['item', 'item', 'baskets', 'baskets'], pairs: ['antecedent', 'consequent', 'lift', 'baskets'] },
    statement: `WITH numbered AS (
  SELECT product, (row_number() OVER (ORDER BY product))::USMALLINT AS item
  FROM (SELECT DISTINCT product FROM order_lines)
),
lines AS MATERIALIZED (
  SELECT order_id, item FROM order_lines JOIN numbered USING (product) GROUP BY ALL
),
items AS MATERIALIZED (
  SELECT item, any_value(product) AS product, count(*) AS baskets FROM lines JOIN numbered USING (item) GROUP BY item
),
whole AS (
  SELECT count(DISTINCT order_id) AS baskets FROM lines
),
triples AS (
  SELECT a.item, b.item, c.item, count(*)
  FROM lines AS a JOIN lines AS b ON b.order_id = a.order_id AND b.item > a.item
  JOIN lines AS c ON c.order_id = a.order_id AND c.item > b.item
  GROUP BY ALL
  HAVING count(*) >= 0.0001 * (SELECT baskets FROM whole)
),
pairs AS MATERIALIZED (
  SELECT a.item AS one, b.item AS two, count(*) AS baskets
  FROM lines AS a JOIN lines AS b ON b.order_id = a.order_id AND b.item > a.item
  GROUP BY ALL
  HAVING count(*) >= 0.0001 * (SELECT baskets FROM whole)
),
ways AS (
  FROM pairs UNION ALL SELECT two, one, baskets FROM pairs
)
SELECT 'items', product, product, baskets, baskets FROM items
UNION ALL
SELECT 'pairs', a.product, b.product, ways.baskets * whole.baskets / (a.baskets * b.baskets), ways.baskets
FROM ways JOIN items AS a ON a.item = one JOIN items AS b ON b.item = two, whole
WHERE ways.baskets >= 0.01 * a.baskets
UNION ALL
SELECT 'triples', NULL, NULL, count(*), NULL FROM triples`,
  },
];
