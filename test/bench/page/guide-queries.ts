/** A guide, its input on the table of events, and what would be written by hand for its main figures. */
export interface Handwritten {
  readonly module: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly statement: string;
}

/** Events over 90 days: what, by whom, when, for how much. */
export const eventStatement = (events: number, people: number) => `CREATE TABLE events AS
SELECT
  'p' || (hash(i) % ${people}) AS person,
  TIMESTAMP '2025-01-01' + to_seconds((hash(i, 1) % 7_776_000)::BIGINT) AS event_time,
  ['view', 'view', 'view', 'cart', 'buy'][(1 + hash(i, 2) % 5)::INTEGER] AS event,
  (hash(i, 3) % 10_000)::DOUBLE / 100 AS amount
FROM range(${events}) AS numbers(i)`;

const who = { dataset: 'events', person: 'person', time: 'event_time' };

export const handwritten: readonly Handwritten[] = [
  {
    module: 'explore.funnel',
    input: { ...who, event: 'event', steps: ['view', 'cart', 'buy'], window: 0, breakdown: '' },
    statement: `WITH one AS (
  SELECT person, min(event_time) AS at FROM events WHERE event = 'view' GROUP BY person
),
two AS (
  SELECT one.person, min(e.event_time) AS at
  FROM one JOIN events AS e ON e.person = one.person AND e.event = 'cart' AND e.event_time >= one.at
  GROUP BY one.person
),
three AS (
  SELECT two.person, min(e.event_time) AS at
  FROM two JOIN events AS e ON e.person = two.person AND e.event = 'buy' AND e.event_time >= two.at
  GROUP BY two.person
)
SELECT (SELECT count(*) FROM one), (SELECT count(*) FROM two), (SELECT count(*) FROM three)`,
  },
  {
    module: 'explore.retention',
    input: who,
    statement: `WITH days AS (
  SELECT DISTINCT person, event_time::DATE AS day FROM events
),
firsts AS (
  SELECT person, min(day) AS first FROM days GROUP BY person
),
returns AS MATERIALIZED (
  SELECT person, date_trunc('week', first) AS cohort, day - first AS period FROM days JOIN firsts USING (person)
),
cells AS (
  SELECT cohort, period, count(*) AS people FROM returns WHERE period <= 30 GROUP BY ALL
),
stops AS (
  SELECT cohort, last, count(*) AS people
  FROM (SELECT cohort, person, max(period) AS last FROM returns GROUP BY ALL)
  GROUP BY ALL
)
SELECT 'exact' AS what, * FROM cells
UNION ALL
SELECT 'last' AS what, * FROM stops
ORDER BY ALL`,
  },
  {
    module: 'enrich.rfm',
    input: { ...who, amount: 'amount' },
    statement: `WITH people AS (
  SELECT 1 AS period, person, max(event_time) AS last, count(*) AS times, sum(amount) AS value FROM events GROUP BY person
  UNION ALL
  SELECT 2 AS period, person, max(event_time) AS last, count(*) AS times, sum(amount) AS value
  FROM events
  WHERE event_time < (SELECT max(event_time)::DATE - 89 FROM events)
  GROUP BY person
),
scored AS MATERIALIZED (
  SELECT
    period, person, value,
    ntile(4) OVER (PARTITION BY period ORDER BY last DESC, person) AS r,
    ntile(4) OVER (PARTITION BY period ORDER BY times DESC, person) AS f,
    ntile(4) OVER (PARTITION BY period ORDER BY value DESC, person) AS m
  FROM people
)
SELECT 'cells' AS what, r, f, m, count(*), sum(value) FROM scored WHERE period = 1 GROUP BY ALL
UNION ALL
SELECT 'moves', one.r, one.f, two.r, count(*), NULL
FROM scored AS one JOIN scored AS two ON one.person = two.person AND one.period = 1 AND two.period = 2
GROUP BY ALL`,
  },
  {
    module: 'explore.profile-table',
    input: { dataset: 'events', key: ['person', 'event_time', 'event'] },
    statement: `WITH figures AS (
  SELECT
    count(*), count(DISTINCT person), min(person), max(person),
    count(DISTINCT event_time), min(event_time), max(event_time),
    count(DISTINCT event), min(event), max(event),
    count(DISTINCT amount), avg(amount), median(amount), stddev_samp(amount), min(amount), max(amount)
  FROM events
)
SELECT 'figures' AS what, CAST(figures AS VARCHAR) AS value, 0 AS times FROM figures
UNION ALL
${['person', 'event_time', 'event', 'amount']
  .map(
    (column) => `(SELECT '${column}', CAST(${column} AS VARCHAR), count(*) AS times
FROM events GROUP BY ${column} ORDER BY times DESC LIMIT 5)`,
  )
  .join('\nUNION ALL\n')}`,
  },
];
