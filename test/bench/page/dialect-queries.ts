/** A statement of Data Distiller and a good analyst's own for the engine, which give the same figures. */
export interface DialectTwin {
  readonly title: string;
  readonly distiller: string;
  readonly byHand: string;
}

/** Events of people in order, arrays and texts. */
export const dialectTables = (events: number): readonly string[] => [
  `CREATE TABLE visits AS
SELECT (i * 7919) % ${Math.round(events / 10)} AS person, TIMESTAMP '2024-01-01' + INTERVAL (i * 37 % 8000000) SECONDS AS ts,
  CASE WHEN i % 3 = 0 THEN 'search' WHEN i % 3 = 1 THEN 'mail' END AS channel, i % 11 = 0 AS bought
FROM range(${events}) AS r(i)`,
  `CREATE TABLE lists AS
SELECT i AS id, range(i % 10)::INTEGER[] AS numbers, 'person-' || i || '@example.com' AS email
FROM range(${events}) AS r(i)`,
];

const window = 'PARTITION BY person ORDER BY ts';
const running = 'ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW';

const up = '(x, y) -> CASE WHEN x < y THEN -1 WHEN x > y THEN 1 ELSE 0 END';

/** Functions of arrays that a translation word by word would make slow, each over all rows. */
const arrayTwins: readonly DialectTwin[] = (
  [
    ['array_contains', 'count_if(array_contains(numbers, 3))', 'count_if(list_contains(numbers, 3))'],
    [
      'exists',
      'count_if(exists(numbers, x -> x % 4 = 3))',
      'count_if(len(list_filter(numbers, lambda x: x % 4 = 3)) > 0)',
    ],
    [
      'exists as a value',
      'count(exists(numbers, x -> x > 3))',
      'count(len(list_filter(numbers, lambda x: x > 3)) > 0)',
    ],
    ['arrays_overlap', 'count_if(arrays_overlap(numbers, array(3, 5)))', 'count_if(list_has_any(numbers, [3, 5]))'],
    [
      'sequence',
      'sum(size(sequence(1, size(numbers))))',
      'sum(len(CAST(generate_series(1, len(numbers), CASE WHEN len(numbers) > 0 THEN 1 ELSE -1 END) AS INTEGER[])))',
    ],
    ['array_sort with a comparison', `sum(array_sort(numbers, ${up})[0])`, 'sum(list_sort(numbers)[1])'],
    ['slice from the end', 'sum(slice(numbers, -2, 2)[0])', 'sum(numbers[-2:][1])'],
    ['array_join', "sum(length(array_join(numbers, ',')))", "sum(length(coalesce(array_to_string(numbers, ','), '')))"],
    [
      'aggregate over structs',
      'sum(aggregate(transform(numbers, x -> struct(x AS n)), 0, (total, x) -> total + x.n))',
      "sum(list_reduce(list_transform(list_transform(numbers, lambda x: {'n': x}), lambda x: x.n), lambda a, b: a + b, 0))",
    ],
  ] as const
).map(([title, ours, byHand]) => ({
  title,
  distiller: `SELECT ${ours} AS figure FROM lists`,
  byHand: `SELECT ${byHand} AS figure FROM lists`,
}));

export const dialectTwins: readonly DialectTwin[] = [
  {
    title: 'SESS_TIMEOUT',
    distiller: `SELECT sum(s.num) AS sessions, sum(s.depth) AS depths FROM (SELECT SESS_TIMEOUT(ts, 1800) OVER (${window} ${running}) AS s FROM visits)`,
    byHand: `WITH gaps AS (
  SELECT person, ts, (epoch_us(ts) - lag(epoch_us(ts)) OVER (${window})) // 1000000 AS gap FROM visits
),
numbered AS (
  SELECT *, count(CASE WHEN gap IS NULL OR gap > 1800 THEN 1 END) OVER (${window} ${running}) AS num FROM gaps
),
deep AS (
  SELECT num, row_number() OVER (PARTITION BY person, num ORDER BY ts) AS depth FROM numbered
)
SELECT sum(num) AS sessions, sum(depth) AS depths FROM deep`,
  },
  {
    title: 'ATTRIBUTION_LAST_TOUCH',
    distiller: `SELECT count(t.value) AS touched, max(t.timestamp) AS latest FROM (SELECT ATTRIBUTION_LAST_TOUCH(ts, 'channel', channel) OVER (${window} ${running}) AS t FROM visits)`,
    byHand: `SELECT count(value) AS touched, max(touched_at) AS latest FROM (
  SELECT last_value(channel IGNORE NULLS) OVER w AS value, last_value(CASE WHEN channel IS NOT NULL THEN ts END IGNORE NULLS) OVER w AS touched_at
  FROM visits
  WINDOW w AS (${window} ${running})
)`,
  },
  {
    title: 'explode',
    distiller: 'SELECT count(*) AS rows, sum(n) AS total FROM (SELECT id, explode(numbers) AS n FROM lists)',
    byHand: 'SELECT count(*) AS rows, sum(n) AS total FROM (SELECT id, unnest(numbers) AS n FROM lists)',
  },
  {
    title: 'LATERAL VIEW explode',
    distiller: 'SELECT count(*) AS rows, sum(v.n) AS total FROM lists LATERAL VIEW explode(numbers) v AS n',
    byHand: 'SELECT count(*) AS rows, sum(n) AS total FROM (SELECT id, unnest(numbers) AS n FROM lists)',
  },
  {
    title: 'transform and filter',
    distiller: 'SELECT sum(size(filter(transform(numbers, x -> x + 1), y -> y > 3))) AS kept FROM lists',
    byHand:
      'SELECT sum(len(list_filter(list_transform(numbers, lambda x: x + 1), lambda y: y > 3))) AS kept FROM lists',
  },
  ...arrayTwins,
];

/** Hashing of one text a row; the baseline is the engine's own hash. */
export const hashings: readonly DialectTwin[] = [
  'sha2(email, 512)',
  'crc32(email)',
  'xxhash64(email)',
  'hash(email)',
].map((call) => ({
  title: call,
  distiller: `SELECT count(DISTINCT ${call}) > 0 AS some FROM lists`,
  byHand: 'SELECT count(DISTINCT sha256(email)) > 0 AS some FROM lists',
}));

/** A query of fifty lines, as analysts write them. */
export const fiftyLines = `WITH orders_cancelled AS (
  SELECT purchase_id
  FROM luma_web_data
  WHERE event_type IN ('order', 'cancellation')
    AND purchase_id IS NOT NULL
  GROUP BY purchase_id
  HAVING count(DISTINCT event_type) = 2
),
order_data AS (
  SELECT
    email AS userid,
    purchase_id AS purchaseid,
    price_total AS total_revenue,
    to_date(timestamp) AS purchase_date
  FROM luma_web_data
  WHERE event_type = 'order'
    AND purchase_id NOT IN (SELECT purchase_id FROM orders_cancelled)
    AND email IS NOT NULL
),
rfm_values AS (
  SELECT
    userid,
    DATEDIFF(CURRENT_DATE, MAX(purchase_date)) AS days_since_last_purchase,
    COUNT(purchaseid) AS orders,
    SUM(total_revenue) AS total_revenue
  FROM order_data
  GROUP BY userid
),
rfm_scores AS (
  SELECT
    *,
    5 - NTILE(4) OVER (ORDER BY days_since_last_purchase DESC) AS recency,
    NTILE(4) OVER (ORDER BY orders DESC) AS frequency,
    NTILE(4) OVER (ORDER BY total_revenue DESC) AS monetization
  FROM rfm_values
)
SELECT
  userid,
  named_struct('recency', recency, 'frequency', frequency) AS scores,
  transform(split(userid, '@'), part -> upper(part))[0] AS who,
  CASE
    WHEN recency = 1 AND frequency = 1 AND monetization = 1 THEN '1. Core'
    WHEN recency IN (1, 2, 3, 4) AND frequency = 1 THEN '2. Loyal'
    WHEN monetization = 1 THEN '3. Whales'
    WHEN frequency IN (1, 2, 3) AND monetization IN (2, 3, 4) THEN '4. Promising'
    WHEN recency = 1 AND frequency = 4 THEN '5. Rookies'
    WHEN recency IN (2, 3, 4) AND frequency = 4 THEN '6. Slipping'
  END AS rfm_model
FROM rfm_scores
ORDER BY rfm_model NULLS LAST, total_revenue DESC`;
