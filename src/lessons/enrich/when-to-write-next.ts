import type { Lesson } from '../contract.ts';

const gaps = `WITH days AS (
  SELECT DISTINCT customer_id, CAST(ordered_at AS DATE) AS order_day
  FROM orders
),
gaps AS (
  SELECT
    *,
    order_day - lag(order_day) OVER (PARTITION BY customer_id ORDER BY order_day) AS gap,
    row_number() OVER (PARTITION BY customer_id ORDER BY order_day DESC) AS place_from_last
  FROM days
)`;

const expected = `${gaps},
population AS (SELECT avg(gap) AS population_gap FROM gaps),
people AS (
  SELECT
    customer_id,
    max(order_day) AS last_day,
    (coalesce(sum(gap), 0) + 2 * any_value(population_gap)) / (count(gap) + 2) AS expected_gap
  FROM gaps
  CROSS JOIN population
  GROUP BY customer_id
)`;

/** Gaps between purchases: a person’s own, everyone’s, and an honest look at which foretells. */
export const whenToWriteNext: Lesson = {
  id: 'when-to-write-next',
  title: 'When will they buy again?',
  goal: 'Expect the next purchase from own gaps and those of everyone, and test the expectation on what is known.',
  minutes: 15,
  datasets: ['orders'],
  pages: [
    {
      title: 'Gaps',
      text: `How long do people wait between two purchases? \`lag\` looks at the day of the purchase before, of the same customer; the difference is the gap.

Two orders on one day are one purchase: take \`DISTINCT\` days first, or gaps of 0 pull everything down. And the wait that is still going on is in no gap at all: **long** gaps are seen too seldom.`,
      task: {
        kind: 'sql',
        statement: `${gaps}
SELECT
  count(gap) AS gaps,
  avg(gap) AS mean_days,
  median(gap) AS median_days
FROM gaps;`,
      },
      questions: [
        {
          id: 'gaps',
          prompt: 'How many gaps are there?',
          answer: 6914,
          proof: `${gaps}
SELECT count(gap) FROM gaps`,
          hint: 'Run the statement of this page.',
          because: 'One fewer than the days with a purchase, for each customer.',
        },
        {
          id: 'median-gap',
          prompt: 'How long is the median gap, in days?',
          answer: 50,
          proof: `${gaps}
SELECT median(gap) FROM gaps`,
          hint: 'The last column.',
          because: 'The mean is much larger: a few long gaps pull it up.',
        },
      ],
    },
    {
      title: 'Own gaps, and everyone’s',
      text: `A customer with one gap of 3 days will hardly come every 3 days. A customer with twenty gaps is known well. The guide **mixes**: the population’s gap counts as two gaps of their own,

\`(own gaps added up + 2 × population’s gap) / (number of own gaps + 2)\`

so that own gaps count for more the more of them there are. Who has waited more than 1.5 expected gaps is **overdue**.`,
      task: {
        kind: 'module',
        module: 'enrich.next-purchase',
        input: { dataset: 'orders', person: 'customer_id', time: 'ordered_at', amount: 'amount' },
        notes: {
          gaps: 'lag for the gap; row_number from the end, to find the last one.',
          expected_purchases: 'The mixture, the expected day, and a CASE whose first branch that fits is the status.',
        },
      },
      questions: [
        {
          id: 'overdue',
          prompt: 'How many customers are overdue?',
          answer: 724,
          proof: `${expected}
SELECT count(*) FROM people WHERE DATE '2026-06-01' - last_day > 1.5 * expected_gap`,
          hint: 'It stands in the first sentence of the findings.',
          because: 'As of the day after the last order, each by a measure of their own.',
        },
      ],
    },
    {
      title: 'Does it work?',
      text: `A forecast can be tested on the past: hide the **last** gap of each customer, and foretell it from the gaps before. The finding “How well own gaps foretell” does that for the mixture and for the population’s gap alone.

Here the mixture is **no better**. In this shop three quarters of the variation of gaps lies within customers, and few gaps are known of each. An honest guide says so. Raise the weight of the population and look again.`,
      task: {
        kind: 'sql',
        statement: `${gaps},
past AS (
  SELECT
    customer_id,
    avg(gap) FILTER (WHERE place_from_last > 1) AS own_gap,
    any_value(gap) FILTER (WHERE place_from_last = 1) AS last_gap
  FROM gaps
  GROUP BY customer_id
),
population AS (SELECT avg(gap) AS population_gap FROM gaps WHERE place_from_last > 1)
SELECT
  count(*) AS people,
  avg(abs(last_gap - population_gap)) AS error_population,
  avg(abs(last_gap - own_gap)) AS error_own
FROM past
CROSS JOIN population
WHERE own_gap IS NOT NULL;`,
      },
      questions: [
        {
          id: 'error-own',
          prompt: 'By how many days is the mean of own gaps wrong, on average, to one decimal?',
          answer: 74.5,
          proof: `${gaps},
past AS (
  SELECT
    avg(gap) FILTER (WHERE place_from_last > 1) AS own_gap,
    any_value(gap) FILTER (WHERE place_from_last = 1) AS last_gap
  FROM gaps
  GROUP BY customer_id
)
SELECT round(avg(abs(last_gap - own_gap)), 1) FROM past WHERE own_gap IS NOT NULL`,
          hint: 'Column error_own.',
          because: 'The population’s gap alone is wrong by 56.2 days: own gaps alone do worse, mixed ones lie between.',
        },
      ],
    },
  ],
};
