import type { Lesson } from '../contract.ts';

const labelled = `WITH people AS (
  SELECT
    customer_id,
    count(*) FILTER (WHERE ordered_at < DATE '2026-05-02') AS orders_before,
    count(*) AS orders_in_all,
    bool_or(ordered_at >= DATE '2026-05-02') AS outcome
  FROM orders
  GROUP BY customer_id
)`;

/** Features and outcome parted by a day, and what happens to a model that has seen the answer. */
export const noPeeking: Lesson = {
  id: 'no-peeking',
  title: 'No peeking into the future',
  goal: 'Part what is known from what is foretold by a day, and recognise a feature that has seen the answer.',
  minutes: 15,
  datasets: ['orders'],
  pages: [
    {
      title: 'A day between past and future',
      text: `Who will order in the next 30 days? To learn that from the past, stand on a day of the past, the **cut-off**. What came before it are **features**; what came in the 30 days from it on is the **outcome**.

People who had not ordered before the cut-off cannot be judged: nothing is known of them. They are left out.`,
      task: {
        kind: 'sql',
        statement: `${labelled}
SELECT
  count(*) AS people,
  count_if(outcome) AS with_outcome,
  count_if(outcome) / count(*) AS outcome_rate
FROM people
WHERE orders_before > 0;`,
      },
      questions: [
        {
          id: 'people',
          prompt: 'How many customers had ordered before 2026-05-02?',
          answer: 1942,
          proof: "SELECT count(DISTINCT customer_id) FROM orders WHERE ordered_at < DATE '2026-05-02'",
          hint: 'Run the statement of this page.',
          because: 'Eight of 1,950 had their first order after the cut-off.',
        },
        {
          id: 'rate',
          prompt: 'What share of them ordered in the 30 days from then on, in percent with one decimal?',
          answer: 25.5,
          proof: `${labelled}
SELECT round(100 * count_if(outcome) / count(*), 1) FROM people WHERE orders_before > 0`,
          hint: 'Column outcome_rate.',
          because: 'That is what chance finds. A model must do better among those whom it names.',
        },
      ],
    },
    {
      title: 'Features',
      text: `From each history the guide makes figures that tell people apart: how long ago, how often, how much, over the last 7, 30 and 90 days, and whether it grows. The larger the **correlation** with the outcome, the more a feature foretells alone.

The table it keeps has one row a person and the outcome as its last column: what a model is trained on, as in the chapters on machine learning of Data Distiller.`,
      task: {
        kind: 'module',
        module: 'enrich.propensity-features',
        input: { dataset: 'orders', person: 'customer_id', time: 'ordered_at', amount: 'amount' },
        notes: {
          events: 'The cut-off stands beside every event, so that each later condition can name it.',
          features: 'Two CTEs that never meet: one reads before the cut-off, the other after it.',
        },
      },
      questions: [
        {
          id: 'best-feature',
          prompt: 'Which feature foretells most?',
          answer: 'active_days',
          proof: `WITH people AS (
  SELECT
    count(DISTINCT CAST(ordered_at AS DATE)) FILTER (WHERE ordered_at < DATE '2026-05-02') AS active_days,
    count(*) FILTER (WHERE ordered_at < DATE '2026-05-02') AS events,
    sum(amount) FILTER (WHERE ordered_at < DATE '2026-05-02') AS amount,
    DATE '2026-05-02' - CAST(max(ordered_at) FILTER (WHERE ordered_at < DATE '2026-05-02') AS DATE) AS recency_days,
    CAST(bool_or(ordered_at >= DATE '2026-05-02') AS INTEGER) AS outcome
  FROM orders
  GROUP BY customer_id
  HAVING events > 0
)
SELECT arg_max(feature, strength) FROM (
  SELECT 'active_days' AS feature, abs(corr(active_days, outcome)) AS strength FROM people
  UNION ALL SELECT 'events', abs(corr(events, outcome)) FROM people
  UNION ALL SELECT 'amount', abs(corr(amount, outcome)) FROM people
  UNION ALL SELECT 'recency_days', abs(corr(recency_days, outcome)) FROM people
)`,
          hint: 'The first row of “What goes before the outcome”.',
          because: 'Who has come often comes again. The number of orders says nearly the same.',
        },
      ],
    },
    {
      title: 'Leakage',
      text: `Now forget the cut-off, and count **all** orders of each customer, as a table of profiles would give them today. The correlation leaps up. Has the feature become better? No: it **contains** the outcome. On the day of use, the orders of the next 30 days are not there, and the model fails.

This is **leakage**: the commonest reason why a model shines on paper only. A feature that seems too good is the first place to look.`,
      task: {
        kind: 'sql',
        statement: `${labelled}
SELECT
  corr(orders_before, CAST(outcome AS INTEGER)) AS honest,
  corr(orders_in_all, CAST(outcome AS INTEGER)) AS leaked
FROM people
WHERE orders_before > 0;`,
      },
      questions: [
        {
          id: 'honest',
          prompt: 'What is the honest correlation, to three decimals?',
          answer: 0.186,
          proof: `${labelled}
SELECT round(corr(orders_before, CAST(outcome AS INTEGER)), 3) FROM people WHERE orders_before > 0`,
          hint: 'Run the statement of this page.',
          because: 'It is that of events in the guide.',
        },
        {
          id: 'leaked',
          prompt: 'And the leaked one?',
          answer: 0.315,
          proof: `${labelled}
SELECT round(corr(orders_in_all, CAST(outcome AS INTEGER)), 3) FROM people WHERE orders_before > 0`,
          hint: 'The second column.',
          because: 'The difference is nothing but the answer, written into the question.',
        },
      ],
    },
  ],
};
