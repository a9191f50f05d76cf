import type { Lesson } from '../contract.ts';

const together = (basket: string) => `SELECT DISTINCT ${basket} AS basket, product AS item FROM orders`;

/** What goes together, and how much of it is chance. */
export const basketsAndLift: Lesson = {
  id: 'baskets-and-lift',
  title: 'What goes together',
  goal: 'Read support, confidence, lift and leverage, and choose what a basket is.',
  minutes: 12,
  datasets: ['orders'],
  pages: [
    {
      title: 'First: what is a basket?',
      text: `In this shop an order holds one product. Baskets of one item hold no pairs, and no rule can come of them. So take the **customer** as the basket: what does the same person buy, in time?

Each product counts once a basket, however often it was bought: \`SELECT DISTINCT\`.`,
      task: {
        kind: 'sql',
        statement: `WITH baskets AS (
  SELECT DISTINCT customer_id, product
  FROM orders
)
SELECT items, count(*) AS baskets
FROM (SELECT customer_id, count(*) AS items FROM baskets GROUP BY customer_id)
GROUP BY items
ORDER BY items;`,
      },
      questions: [
        {
          id: 'baskets',
          prompt: 'How many customers have bought at least two different products?',
          answer: 1739,
          proof: `SELECT count(*) FROM (SELECT basket FROM (${together('customer_id')}) GROUP BY basket HAVING count(*) > 1)`,
          hint: 'Add up the baskets of 2 items and more.',
          because: 'Only they can hold a pair.',
        },
      ],
    },
    {
      title: 'Four numbers of a rule',
      text: `A rule says: who has A also has B.

- **Support**: the share of all baskets with both.
- **Confidence**: of the baskets with A, the share that also has B.
- **Lift**: confidence over B's share of all baskets. 1 is chance; above 1 they go together.
- **Leverage**: how large a share of all baskets that is beyond chance.

Run the guide on customers as baskets.`,
      task: {
        kind: 'module',
        module: 'enrich.baskets',
        input: { dataset: 'orders', basket: 'customer_id', item: 'product', triples: false },
        notes: {
          item_sets:
            'A pair is counted only of items that are frequent themselves: what is rare can make no frequent pair.',
          rules: 'Each pair makes two rules: confidence depends on the direction, lift does not.',
        },
      },
      questions: [
        {
          id: 'pair',
          prompt: 'How many customers have bought both the Rain jacket and the Down vest?',
          answer: 362,
          proof: `SELECT count(*) FROM (${together('customer_id')}) AS a JOIN (${together('customer_id')}) AS b USING (basket)
WHERE a.item = 'Rain jacket' AND b.item = 'Down vest'`,
          hint: 'Look for the pair among the rules, column baskets.',
          because: 'A join of the baskets with themselves puts the two items of one customer side by side.',
        },
        {
          id: 'confidence',
          prompt: 'What is the confidence of the rule from Rain jacket to Down vest, in percent to one decimal?',
          answer: 42.4,
          proof: `SELECT round(100 * count_if(b.item IS NOT NULL) / count(*), 1)
FROM (${together('customer_id')}) AS a
LEFT JOIN (SELECT * FROM (${together('customer_id')}) WHERE item = 'Down vest') AS b USING (basket)
WHERE a.item = 'Rain jacket'`,
          hint: 'Filter the rules: antecedent Rain jacket, consequent Down vest.',
          because:
            'It is the share of Rain jacket buyers who also bought the vest. The other way round the whole is another.',
        },
      ],
    },
  ],
};
