/** A table of orders and one of customers, the same wherever they are made. */
export const tableStatements = (rows: number): readonly string[] => [
  `CREATE TABLE customer AS
SELECT
  i::INTEGER AS customer,
  'Customer ' || i AS name,
  ['north', 'south', 'east', 'west'][(1 + hash(i) % 4)::INTEGER] AS region
FROM range(100_000) AS numbers(i)`,
  `CREATE TABLE orders AS
SELECT
  i AS id,
  (hash(i) % 100_000)::INTEGER AS customer,
  TIMESTAMP '2024-01-01' + to_seconds((hash(i, 1) % 63_072_000)::BIGINT) AS ordered_at,
  (1 + hash(i, 2) % 50)::INTEGER AS quantity,
  (hash(i, 3) % 100_000)::DOUBLE / 100 AS amount,
  (hash(i, 4) % 11)::DOUBLE / 100 AS discount,
  ['north', 'south', 'east', 'west'][(1 + hash(i, 5) % 4)::INTEGER] AS region,
  'note ' || hash(i, 6) % 1_000_000 AS note
FROM range(${rows}) AS numbers(i)`,
];

/** Queries as analysts write them, each by its name; their answers are small, their work is not. */
export const queries: Readonly<Record<string, string>> = {
  'group by region': `SELECT region, sum(quantity), avg(amount), sum(amount * (1 - discount)), count(*)
FROM orders
GROUP BY region
ORDER BY region`,
  'filter and sum': `SELECT sum(amount * discount)
FROM orders
WHERE ordered_at >= TIMESTAMP '2024-06-01' AND ordered_at < TIMESTAMP '2025-06-01' AND discount BETWEEN 0.03 AND 0.07 AND quantity < 24`,
  'join, count distinct': `SELECT customer.region, count(DISTINCT orders.customer), sum(amount)
FROM orders
JOIN customer USING (customer)
GROUP BY customer.region
ORDER BY customer.region`,
  '100 k groups, top 10': `SELECT customer, sum(amount) AS total
FROM orders
GROUP BY customer
ORDER BY total DESC, customer
LIMIT 10`,
  'top 100': `SELECT *
FROM orders
ORDER BY amount DESC, id
LIMIT 100`,
  'row_number window': `SELECT max(place)
FROM (
  SELECT row_number() OVER (PARTITION BY customer ORDER BY ordered_at) AS place
  FROM orders
  WHERE id < (SELECT max(id) * 0.3 FROM orders)
)`,
  LIKE: `SELECT count(*)
FROM orders
WHERE note LIKE '%99%'`,
  sort: `WITH part AS (
  SELECT id, amount
  FROM orders
  WHERE id < (SELECT max(id) * 0.3 FROM orders)
)
SELECT id, amount
FROM part
ORDER BY amount, id
OFFSET (SELECT count(*) - 10 FROM part)`,
  'date_trunc month': `SELECT date_trunc('month', ordered_at) AS month, sum(amount)
FROM orders
GROUP BY month
ORDER BY month`,
};

/** A million rows of ten columns, read to the last one. */
export const readingQuery = `SELECT id, customer, ordered_at, quantity, amount, discount, region, note, ordered_at::DATE AS ordered_on, quantity > 25 AS large
FROM orders
LIMIT 1_000_000`;
