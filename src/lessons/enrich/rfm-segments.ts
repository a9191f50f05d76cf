import type { Lesson } from '../contract.ts';

const kept = `SELECT email, purchase_id, min(timestamp) AS ordered_at, sum(price_total) AS amount
  FROM order_events
  WHERE event_type = 'order'
    AND purchase_id NOT IN (SELECT purchase_id FROM order_events WHERE event_type = 'cancellation')
  GROUP BY email, purchase_id`;

const scored = `WITH kept AS (
  ${kept}
), people AS (
  SELECT email, max(ordered_at) AS last_at, count(*) AS orders, round(sum(amount), 2) AS revenue,
    date_diff('day', max(ordered_at), CAST((SELECT CAST(max(ordered_at) AS DATE) + 1 FROM kept) AS TIMESTAMP)) AS recency_days
  FROM kept
  GROUP BY email
), scores AS (
  SELECT *,
    5 - ntile(4) OVER (ORDER BY recency_days DESC, email) AS recency,
    ntile(4) OVER (ORDER BY orders DESC, email) AS frequency,
    ntile(4) OVER (ORDER BY revenue DESC, email) AS monetary
  FROM people
)`;

/** From a stream of orders and cancellations to named segments. */
export const rfmSegments: Lesson = {
  id: 'rfm-segments',
  title: 'Who are your best customers?',
  goal: 'Score customers by recency, frequency and value, name the segments, and know what ties do to them.',
  minutes: 15,
  datasets: ['order_events'],
  pages: [
    {
      title: 'First the orders that count',
      text: `\`order_events\` is a stream: an order is one row, and a cancellation later is another, with the same \`purchase_id\`. Counting rows would count what was taken back.

An **ANTI JOIN** keeps the rows that have no partner on the other side: here, orders without a cancellation.`,
      task: {
        kind: 'sql',
        statement: `WITH cancelled AS (
  SELECT purchase_id
  FROM order_events
  WHERE event_type = 'cancellation'
)
SELECT count(*) AS orders, round(sum(price_total), 2) AS revenue
FROM order_events
ANTI JOIN cancelled USING (purchase_id);`,
      },
      questions: [
        {
          id: 'orders-kept',
          prompt: 'How many orders were not cancelled?',
          answer: 8704,
          proof: `SELECT count(*) FROM (${kept})`,
          hint: 'Run the statement of this page.',
          because: 'Both the cancellation and the order it takes back are left out.',
        },
      ],
    },
    {
      title: 'Scores are places in a queue',
      text: `**Recency** is the days since the last order, **frequency** the number of orders, **monetary value** what they came to. \`ntile(4)\` lines everyone up by a value and cuts the line into four parts of equal size. Here 1 is best.

Run the guide. Its first step is the statement of the page before; \`person_scores\` holds the windows and one CASE with the rules: the **first** that fits counts, so that nobody is in two segments.`,
      task: {
        kind: 'module',
        module: 'enrich.rfm',
        input: {
          dataset: 'order_events',
          person: 'email',
          time: 'timestamp',
          amount: 'price_total',
          order: 'purchase_id',
          eventKind: 'event_type',
        },
        notes: {
          purchases: 'The ANTI JOIN takes cancelled orders out, the GROUP BY makes one row of each order.',
          person_values: 'The same figures twice: now, and as they were 90 days earlier.',
          person_scores: 'Three window functions, then one CASE. The order of its branches is the order of the rules.',
        },
      },
      questions: [
        {
          id: 'core',
          prompt: 'How many people are in the segment Core: best in all three scores?',
          answer: 167,
          proof: `${scored}
SELECT count(*) FROM scores WHERE recency = 1 AND frequency = 1 AND monetary = 1`,
          hint: 'Look at the finding “Segments by size and value”.',
          because: 'A quarter is best in each score; only 167 people are in all three quarters at once.',
        },
        {
          id: 'slipping',
          prompt: 'How many are Slipping: in the last quarter of frequency, and not in the first of recency?',
          answer: 438,
          proof: `${scored}
SELECT count(*) FROM scores WHERE frequency = 4 AND recency > 1 AND monetary > 1`,
          hint: 'The last row of the same finding.',
          because: 'They come after Whales in the rules, so that nobody with the best value is among them.',
        },
      ],
    },
    {
      title: 'What ties do',
      text: `Many people have ordered exactly three times, yet \`ntile\` must cut somewhere. It cuts through them, by the order of their names: **equal people get different scores**. The finding “People split from their equals” counts them.

Choose *Keep them together* under “Ties” and run again. Nobody is split then, and the groups are no longer of equal size. Neither is wrong; only not knowing is.`,
      task: {
        kind: 'sql',
        statement: `SELECT orders, count(*) AS people
FROM (
  SELECT email, count(*) AS orders
  FROM order_events
  WHERE event_type = 'order'
  GROUP BY email
)
GROUP BY orders
ORDER BY orders;`,
      },
      questions: [
        {
          id: 'split',
          prompt: 'How many people share their number of orders with somebody who got another frequency score?',
          answer: 903,
          proof: `${scored}
SELECT sum(people) FROM (
  SELECT count(*) AS people FROM scores GROUP BY orders HAVING count(DISTINCT frequency) > 1
)`,
          hint: 'Run the guide with ties split, and look for frequency in the finding about equals.',
          because: 'Three numbers of orders are cut through, and everyone with those numbers is concerned.',
        },
      ],
    },
  ],
};
