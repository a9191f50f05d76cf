import type { Lesson } from '../contract.ts';

const orders = `WITH derived AS (
  SELECT
    customer_id,
    count(*) AS orders_total,
    sum(amount) AS revenue,
    mode(product ORDER BY product) AS favourite_product
  FROM orders
  GROUP BY customer_id
),
profiles AS (
  SELECT
    customer_id,
    segment,
    coalesce(orders_total, 0) AS orders_total,
    revenue,
    favourite_product
  FROM customers
  LEFT JOIN derived USING (customer_id)
)`;

/** From many events to one row a person, and who must not be lost on the way. */
export const attributesForProfiles: Lesson = {
  id: 'attributes-for-profiles',
  title: 'Attributes for profiles',
  goal: 'Turn what people did into columns of their profiles, with a 0 where it is 0 and nothing where nothing is known.',
  minutes: 12,
  datasets: ['customers', 'orders'],
  pages: [
    {
      title: 'Many rows become one',
      text: `A profile has one row a person; orders have many. An **attribute** is what is left when the many become one: a count, a sum, the last value, or the most frequent one, \`mode(product)\`.

When two values are equally frequent, \`mode\` alone takes either. \`mode(product ORDER BY product)\` takes the first by name, today and tomorrow.`,
      task: {
        kind: 'sql',
        statement: `SELECT
  customer_id,
  count(*) AS orders_total,
  sum(amount) AS revenue,
  mode(product ORDER BY product) AS favourite_product,
  CAST(max(ordered_at) AS DATE) AS last_order
FROM orders
GROUP BY customer_id
ORDER BY customer_id;`,
      },
      questions: [
        {
          id: 'favourite-day-pack',
          prompt: 'Of how many customers is the Day pack the favourite product?',
          answer: 497,
          proof: `${orders}
SELECT count(*) FROM derived WHERE favourite_product = 'Day pack'`,
          hint: 'Put the statement into a CTE, group by favourite_product, and count.',
          because: 'It also wins every tie, being first by name: a rule that one should know.',
        },
      ],
    },
    {
      title: 'Everybody stays',
      text: `Attributes are joined to profiles with a **LEFT JOIN**: who never ordered is a person too, and perhaps the one to write to. Their count is **0**, and that is known. Their favourite product is **NULL**: there is none. \`coalesce(orders_total, 0)\` for counts, and for nothing else.

The guide checks first that the identity is a key. If it were not, the join would double people.`,
      task: {
        kind: 'module',
        module: 'enrich.profile-attributes',
        input: {
          profiles: 'customers',
          identity: 'customer_id',
          keep: ['email', 'segment'],
          events: 'orders',
          person: 'customer_id',
          time: 'ordered_at',
          attributes: [
            { name: 'orders_total', kind: 'count' },
            { name: 'orders_last_90_days', kind: 'count', days: 90 },
            { name: 'revenue', kind: 'sum', column: 'amount' },
            { name: 'favourite_product', kind: 'favourite', column: 'product' },
            { name: 'days_since_last_order', kind: 'days-since-last' },
          ],
        },
        notes: {
          derived: 'All attributes in one pass, as of one day: FILTER keeps the last 90 days for one of them.',
          profiles: 'The LEFT JOIN, and coalesce for the counts.',
        },
      },
      questions: [
        {
          id: 'without-orders',
          prompt: 'How many customers have orders_total 0?',
          answer: 50,
          proof: `${orders}
SELECT count(*) FROM profiles WHERE orders_total = 0`,
          hint: 'Compare people with with_events in the first finding.',
          because: 'An inner join would have lost them.',
        },
        {
          id: 'recent',
          prompt: 'How many customers ordered in the last 90 days of the data?',
          answer: 1064,
          proof: "SELECT count(DISTINCT customer_id) FROM orders WHERE ordered_at >= DATE '2026-06-01' - 90",
          hint: 'Ask the kept table, or orders with a condition: the data ends on 2026-05-31.',
          because: 'Days are counted back from 2026-06-01, the day after the last order.',
        },
      ],
    },
    {
      title: 'An average of whom?',
      text: `“A customer orders 4.6 times on average.” Of whom? \`avg\` leaves NULL out and takes 0 in. With the zeros it is the average over **all customers**, without them over **all buyers**. Both are right, and they differ.`,
      task: {
        kind: 'sql',
        statement: `${orders}
SELECT
  avg(orders_total) AS per_customer,
  avg(nullif(orders_total, 0)) AS per_buyer
FROM profiles;`,
      },
      questions: [
        {
          id: 'per-customer',
          prompt: 'How many orders has a customer on average, those without orders included, to two decimals?',
          answer: 4.45,
          proof: 'SELECT round((SELECT count(*) FROM orders) / (SELECT count(*) FROM customers), 2)',
          hint: 'Run the statement of this page.',
          because: '8,907 orders by 2,000 customers; only 1,950 of them are buyers.',
        },
      ],
    },
  ],
};
