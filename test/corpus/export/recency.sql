-- Recency, frequency and money, in fifths.
WITH customers AS (
  SELECT
    customer_id,
    date_diff('day', max(ordered_at), DATE '2025-01-01') AS days,
    count(*) AS orders,
    round(sum(amount), 2) AS revenue
  FROM orders
  GROUP BY customer_id
)
SELECT
  *,
  ntile(5) OVER (ORDER BY days DESC) AS recency,
  if(orders > 1, 'again', 'once') AS kind,
  revenue / nullif(orders, 0) AS average
FROM customers

=== spark
WITH customers AS (
  SELECT
    customer_id,
    DATEDIFF(CAST('2025-01-01' AS DATE), MAX(ordered_at)) AS days,
    COUNT(*) AS orders,
    ROUND(SUM(amount), 2) AS revenue
  FROM orders
  GROUP BY
    customer_id
)
SELECT
  *,
  NTILE(5) OVER (ORDER BY days DESC) AS recency,
  (CASE WHEN orders > 1 THEN 'again' ELSE 'once' END) AS kind,
  revenue / NULLIF(orders, 0) AS average
FROM customers

=== databricks
WITH customers AS (
  SELECT
    customer_id,
    DATEDIFF(CAST('2025-01-01' AS DATE), MAX(ordered_at)) AS days,
    COUNT(*) AS orders,
    ROUND(SUM(amount), 2) AS revenue
  FROM orders
  GROUP BY
    customer_id
)
SELECT
  *,
  NTILE(5) OVER (ORDER BY days DESC) AS recency,
  (CASE WHEN orders > 1 THEN 'again' ELSE 'once' END) AS kind,
  revenue / NULLIF(NULLIF(orders, 0), 0) AS average
FROM customers

=== snowflake
WITH customers AS (
  SELECT
    customer_id,
    DATEDIFF(DAY, MAX(ordered_at), CAST('2025-01-01' AS DATE)) AS days,
    COUNT(*) AS orders,
    ROUND(SUM(amount), 2) AS revenue
  FROM orders
  GROUP BY
    customer_id
)
SELECT
  *,
  NTILE(5) OVER (ORDER BY days DESC NULLS LAST) AS recency,
  (CASE WHEN orders > 1 THEN 'again' ELSE 'once' END) AS kind,
  revenue / NULLIF(NULLIF(orders, 0), 0) AS average
FROM customers

=== bigquery
WITH customers AS (
  SELECT
    customer_id,
    DATE_DIFF(CAST('2025-01-01' AS DATE), CAST(MAX(ordered_at) AS DATE), DAY) AS days,
    COUNT(*) AS orders,
    ROUND(SUM(amount), 2) AS revenue
  FROM orders
  GROUP BY
    customer_id
)
SELECT
  *,
  NTILE(5) OVER (ORDER BY days DESC) AS recency,
  (CASE WHEN orders > 1 THEN 'again' ELSE 'once' END) AS kind,
  revenue / NULLIF(NULLIF(orders, 0), 0) AS average
FROM customers

=== redshift
WITH customers AS (
  SELECT
    customer_id,
    DATEDIFF(DAY, MAX(ordered_at), CAST('2025-01-01' AS DATE)) AS days,
    COUNT(*) AS orders,
    ROUND(SUM(amount), 2) AS revenue
  FROM orders
  GROUP BY
    customer_id
)
SELECT
  *,
  NTILE(5) OVER (ORDER BY days DESC NULLS LAST) AS recency,
  (CASE WHEN orders > 1 THEN 'again' ELSE 'once' END) AS kind,
  CAST(revenue AS DOUBLE PRECISION) / NULLIF(NULLIF(orders, 0), 0) AS average
FROM customers

=== postgresql
WITH customers AS (
  SELECT
    customer_id,
    (CAST('2025-01-01' AS DATE) - CAST(MAX(ordered_at) AS DATE)) AS days,
    COUNT(*) AS orders,
    ROUND(CAST(SUM(amount) AS NUMERIC), 2) AS revenue
  FROM orders
  GROUP BY
    customer_id
)
SELECT
  *,
  NTILE(5) OVER (ORDER BY days DESC NULLS LAST) AS recency,
  (CASE WHEN orders > 1 THEN 'again' ELSE 'once' END) AS kind,
  CAST(revenue AS DOUBLE PRECISION) / NULLIF(NULLIF(orders, 0), 0) AS average
FROM customers

=== trino
WITH customers AS (
  SELECT
    customer_id,
    DATE_DIFF('day', DATE_TRUNC('day', MAX(ordered_at)), DATE_TRUNC('day', CAST('2025-01-01' AS DATE))) AS days,
    COUNT(*) AS orders,
    ROUND(SUM(amount), 2) AS revenue
  FROM orders
  GROUP BY
    customer_id
)
SELECT
  *,
  NTILE(5) OVER (ORDER BY days DESC) AS recency,
  (CASE WHEN orders > 1 THEN 'again' ELSE 'once' END) AS kind,
  CAST(revenue AS DOUBLE) / NULLIF(NULLIF(orders, 0), 0) AS average
FROM customers
