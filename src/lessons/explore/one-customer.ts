import type { Lesson } from '../contract.ts';

const timeline = `WITH timeline AS (
  SELECT ordered_at AS event_time, 'orders' AS dataset, product AS what
  FROM orders
  WHERE customer_id = '00104102'
  UNION ALL
  SELECT event_time, 'events_engagement', feature
  FROM events_engagement
  WHERE user_id = '00104102'
)`;

/** Everything known of one person, from several systems on one timeline. */
export const oneCustomer: Lesson = {
  id: 'one-customer',
  title: 'One customer, all round',
  goal: 'Put what several systems know of one person on one timeline, and find the pause that tells a story.',
  minutes: 10,
  datasets: ['customers', 'orders', 'events_engagement'],
  pages: [
    {
      title: 'One list of many systems',
      text: `The shop knows orders, the app knows what was used. Each calls the person by another column: \`customer_id\`, \`user_id\`. A timeline needs the same few columns of each, one below the other: \`UNION ALL\`.

\`UNION\` without \`ALL\` would take away rows that are equal: two jackets ordered in the same minute would become one.`,
      task: {
        kind: 'sql',
        statement: `${timeline}
SELECT *
FROM timeline
ORDER BY event_time;`,
      },
      questions: [
        {
          id: 'events',
          prompt: 'How many events has customer 00104102 in the two datasets?',
          answer: 31,
          proof: `${timeline}
SELECT count(*) FROM timeline`,
          hint: 'Run the statement and count its rows.',
          because: 'Four orders, and 27 uses of the app.',
        },
        {
          id: 'zeros',
          prompt: 'How many orders has the customer 104102, written without the zeros?',
          answer: 0,
          proof: "SELECT count(*) FROM orders WHERE customer_id = '104102'",
          hint: 'Change the condition of the statement.',
          because: 'Identifiers are texts. A spreadsheet that drops the zeros makes strangers of your customers.',
        },
      ],
    },
    {
      title: 'The pause before',
      text: `Support asks: what happened with this customer? Read the timeline from above, and look for the **longest pause**. Here the app begins after it: the customer was gone, and came back with the app.

The guide takes attributes and events of as many datasets as you name. It reads each for one person only, so it is quick however large they are.`,
      task: {
        kind: 'module',
        module: 'explore.customer-360',
        input: {
          dataset: 'customers',
          person: 'customer_id',
          who: '00104102',
          events: [
            { dataset: 'orders', person: 'customer_id', time: 'ordered_at', label: 'product', amount: 'amount' },
            { dataset: 'events_engagement', person: 'user_id', time: 'event_time', label: 'feature' },
          ],
        },
        notes: {
          person: 'One row: the profile. The next step reads the identifier from here.',
          timeline: 'One SELECT for each dataset, all with the same four columns.',
        },
      },
      questions: [
        {
          id: 'pause',
          prompt: 'How many days long is the longest pause?',
          answer: 158,
          proof: `${timeline}
SELECT max(pause)
FROM (
  SELECT CAST(event_time AS DATE) - lag(CAST(event_time AS DATE)) OVER (ORDER BY event_time) AS pause
  FROM timeline
)`,
          hint: 'It stands in the sentence of the finding Events in order.',
          because: 'From an order in August to the first look into the app in February.',
        },
        {
          id: 'both',
          prompt: 'How many customers have both ordered and used the app?',
          answer: 1164,
          proof: `SELECT count(*) FROM (
  SELECT customer_id FROM orders
  INTERSECT
  SELECT user_id FROM events_engagement
)`,
          hint: 'SELECT customer_id FROM orders INTERSECT SELECT user_id FROM events_engagement',
          because:
            'INTERSECT keeps what is in both, each once: for these two sources a common timeline is worth while.',
        },
      ],
    },
  ],
};
