import type { Lesson } from '../contract.ts';

const histories = `WITH days AS (
  SELECT customer_id, date, sum(amount) AS amount
  FROM transactions_clv
  GROUP BY customer_id, date
),
histories AS (
  SELECT
    customer_id,
    count(*) - 1 AS frequency,
    max(date) - min(date) AS recency_days,
    DATE '2026-05-31' - min(date) AS age_days,
    avg(amount) AS mean_amount
  FROM days
  GROUP BY customer_id
)`;

const drawn = (purchases: number, mean: number) => `6 * (30 + ${purchases} * ${mean}) / (6 * ${purchases} + 4 - 1)`;

/** Lifetime value: three numbers of a history, silence read against habit, and amounts drawn to the middle. */
export const whatACustomerIsWorth: Lesson = {
  id: 'what-a-customer-is-worth',
  title: 'What is a customer worth?',
  goal: 'Read a purchase history as a model does, know what silence means for whom, and why a single large order is not a habit.',
  minutes: 18,
  datasets: ['transactions_clv'],
  pages: [
    {
      title: 'Three numbers of a history',
      text: `For the model a history is three numbers:

- **frequency**: purchases after the first,
- **recency**: days from the first to the **last** purchase (not from the last to today, as in RFM),
- **age**: days from the first purchase to today, which is the day after the last row: 2026-05-31.

Two purchases on one day are one. Nothing else is needed: people with equal numbers have equal expectations.`,
      task: {
        kind: 'sql',
        statement: `${histories}
SELECT
  frequency,
  count(*) AS people,
  round(avg(recency_days)) AS mean_recency_days,
  round(avg(age_days)) AS mean_age_days
FROM histories
GROUP BY frequency
ORDER BY frequency;`,
      },
      questions: [
        {
          id: 'once',
          prompt: 'How many customers never came back after their first purchase?',
          answer: 583,
          proof: `${histories}
SELECT count(*) FROM histories WHERE frequency = 0`,
          hint: 'The first row of the statement.',
          because: 'More than a quarter: of them alone one cannot tell who is gone and who is slow.',
        },
      ],
    },
    {
      title: 'What silence means',
      text: `Two customers were last seen six months ago. One used to come every week, the other twice a year. The first is probably **gone**; the second is on time. That is the idea of the BG/NBD model: people buy at rates of their own until they drop out, unseen. From the three numbers follows the **probability of still being alive**, and how many purchases to expect.

Run the guide. It fits the model, then checks it: fitted again without the last 91 days, what did it foretell for them, and what came?`,
      task: {
        kind: 'module',
        module: 'enrich.clv',
        input: { dataset: 'transactions_clv', person: 'customer_id', time: 'date', amount: 'amount' },
        notes: {
          histories: 'The three numbers of each person.',
          purchase_model:
            'A kernel: four parameters are searched that make the histories most likely. SQL alone cannot.',
          lifetime_values: 'Expected purchases, discounted, times the expected amount, in plain SQL again.',
        },
      },
      questions: [
        {
          id: 'came',
          prompt: 'How many purchases did come in the last 91 days, by people known before them?',
          answer: 608,
          proof: `WITH days AS (SELECT DISTINCT customer_id, date FROM transactions_clv)
SELECT count(*)
FROM days
SEMI JOIN (SELECT customer_id FROM days WHERE date < DATE '2026-05-31' - 91) AS known USING (customer_id)
WHERE date >= DATE '2026-05-31' - 91`,
          hint: 'It stands in the sentence of “Foretold and seen”.',
          because: '586 were foretold: 3.6 % too few. For groups that is good; single people differ widely.',
        },
        {
          id: 'most-frequent',
          prompt: 'Which customer has bought on most days?',
          answer: '00104116',
          proof: `${histories}
SELECT arg_max(customer_id, frequency) FROM histories`,
          hint: 'Sort “The most valuable people” by purchases_so_far.',
          because: 'Only sixth in value: the amounts are small.',
        },
      ],
    },
    {
      title: 'One large order is not a habit',
      text: `Who spent 150 once will hardly spend 150 each time. The gamma-gamma model draws each mean towards that of everyone, the less the more purchases there are:

\`p × (v + purchases × mean) / (p × purchases + q − 1)\`

This data was drawn with p = 6, q = 4 and v = 30, which is known because it was made; the guide finds values near to them. Everyone’s mean is then 6 × 30 / 3 = 60.`,
      task: {
        kind: 'sql',
        statement: `SELECT
  purchases,
  150 AS mean_amount,
  6 * (30 + purchases * 150) / (6 * purchases + 4 - 1) AS expected_amount
FROM (VALUES (1), (2), (10), (50)) AS examples (purchases);`,
      },
      questions: [
        {
          id: 'after-one',
          prompt: 'What amount is to be expected after one purchase of 150?',
          answer: 120,
          proof: `SELECT ${drawn(1, 150)}`,
          hint: 'The first row of the statement.',
          because: 'A third of the way back to 60.',
        },
        {
          id: 'after-ten',
          prompt: 'And after ten purchases of 150 on average, to one decimal?',
          answer: 145.7,
          proof: `SELECT round(${drawn(10, 150)}, 1)`,
          hint: 'The third row.',
          because: 'Ten purchases are a habit: the model believes them almost wholly.',
        },
      ],
    },
  ],
};
