-- The newest row of each customer.
SELECT customer_id, ordered_at, amount
FROM orders
QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at DESC, order_id) = 1

=== spark
SELECT
  customer_id,
  ordered_at,
  amount
FROM (
  SELECT
    customer_id,
    ordered_at,
    amount,
    ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY ordered_at DESC, order_id NULLS LAST) AS _w
  FROM orders
) AS _t
WHERE
  _w = 1

=== databricks
SELECT
  customer_id,
  ordered_at,
  amount
FROM orders
QUALIFY
  ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY ordered_at DESC, order_id NULLS LAST) = 1

=== snowflake
SELECT
  customer_id,
  ordered_at,
  amount
FROM orders
QUALIFY
  ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY ordered_at DESC NULLS LAST, order_id) = 1

=== bigquery
SELECT
  customer_id,
  ordered_at,
  amount
FROM orders
QUALIFY
  ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY ordered_at DESC, order_id IS NULL, order_id) = 1

=== redshift, postgresql
SELECT
  customer_id,
  ordered_at,
  amount
FROM (
  SELECT
    customer_id,
    ordered_at,
    amount,
    ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY ordered_at DESC NULLS LAST, order_id) AS _w
  FROM orders
) AS _t
WHERE
  _w = 1

=== trino
SELECT
  customer_id,
  ordered_at,
  amount
FROM (
  SELECT
    customer_id,
    ordered_at,
    amount,
    ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY ordered_at DESC, order_id) AS _w
  FROM orders
) AS _t
WHERE
  _w = 1
