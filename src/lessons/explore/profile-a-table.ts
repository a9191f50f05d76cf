import type { Lesson } from '../contract.ts';

/** The first look at a table: rows, gaps, keys and odd values. */
export const profileATable: Lesson = {
  id: 'profile-a-table',
  title: 'The first look at a table',
  goal: 'Judge in two minutes whether a table can be trusted: its key, its gaps and its odd values.',
  minutes: 10,
  datasets: ['customers', 'orders'],
  pages: [
    {
      title: 'Look before you count',
      text: `Every figure is built on columns that somebody else filled. Before you add anything up, ask three questions of each column:

1. **Is it complete?** \`count(*)\` counts rows, \`count(column)\` only those with a value. The difference is what is missing.
2. **Does it tell rows apart?** If \`count(DISTINCT column)\` equals \`count(*)\`, the column is a key.
3. **Are its values possible?** Smallest, largest and most frequent values show what nobody would have typed.

Run the profile of \`orders\` and read its first sentence.`,
      task: {
        kind: 'module',
        module: 'explore.profile-table',
        input: { dataset: 'orders', key: ['order_id'] },
        notes: {
          column_figures: 'One SELECT for each column, put together by UNION ALL: each reads one column only.',
          frequent_values: 'HAVING filters after the grouping: it keeps values that occur more than once.',
        },
      },
      questions: [
        {
          id: 'orders-rows',
          prompt: 'How many rows does orders have?',
          answer: 8907,
          proof: 'SELECT count(*) FROM orders',
          hint: 'It stands in the first sentence of the findings.',
          because: 'count(*) counts rows whatever they hold.',
        },
        {
          id: 'orders-key',
          prompt: 'Which column has a different value in every row?',
          answer: 'order_id',
          proof: `SELECT CASE WHEN count(DISTINCT order_id) = count(*) THEN 'order_id' END FROM orders`,
          hint: 'Compare distinct_values with rows.',
          because: 'A column with as many different values as rows can stand for the row: it is a key.',
        },
      ],
    },
    {
      title: 'A key on one side, a reference on the other',
      text: `\`customer_id\` repeats in \`orders\`, and should: a customer orders more than once. In \`customers\` it must be a key. If it were not, joining the two would count orders twice, and no error would tell you.

Profile \`customers\` with the key \`customer_id\`; the check at the top says whether it holds. Then count the customers who ordered.`,
      task: {
        kind: 'sql',
        statement: `SELECT count(DISTINCT customer_id) AS customers_with_orders
FROM orders;`,
      },
      questions: [
        {
          id: 'customers-with-orders',
          prompt: 'How many customers ordered at least once?',
          answer: 1950,
          proof: 'SELECT count(DISTINCT customer_id) FROM orders',
          hint: 'Run the statement of this page.',
          because: 'count(DISTINCT …) counts each customer once, however often they ordered.',
        },
        {
          id: 'customers-without-orders',
          prompt: 'And how many never did?',
          answer: 50,
          proof: 'SELECT count(*) FROM customers ANTI JOIN orders USING (customer_id)',
          hint: 'customers has 2,000 rows; or ask with customers ANTI JOIN orders USING (customer_id).',
          because: 'An ANTI JOIN keeps the rows of the left side that have no partner on the right.',
        },
      ],
    },
    {
      title: 'Odd values',
      text: `Frequent values show habits, and mistakes. In \`orders\`, look at \`status\`: what was sent back still has an amount. Revenue that leaves out returns and revenue that does not are two different figures, so say which one you mean.`,
      task: {
        kind: 'sql',
        statement: `SELECT status, count(*) AS orders, round(sum(amount), 2) AS amount
FROM orders
GROUP BY status
ORDER BY orders DESC;`,
      },
      questions: [
        {
          id: 'returned',
          prompt: 'How many orders were returned?',
          answer: 382,
          proof: "SELECT count(*) FROM orders WHERE status = 'returned'",
          hint: 'It is the smaller group.',
          because: 'Filter on the status, or keep both figures side by side.',
        },
      ],
    },
  ],
};
