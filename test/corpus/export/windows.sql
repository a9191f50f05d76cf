-- Windows, one of them named.
SELECT
  customer_id,
  lag(page IGNORE NULLS) OVER visits AS before,
  sum(amount) FILTER (WHERE paid) OVER (PARTITION BY customer_id ORDER BY seen_at) AS paid,
  first_value(page) OVER (PARTITION BY customer_id ORDER BY seen_at ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS start
FROM views
WINDOW visits AS (PARTITION BY customer_id ORDER BY seen_at)

=== spark, databricks
SELECT
  customer_id,
  LAG(page) IGNORE NULLS OVER visits AS before,
  SUM(amount) FILTER (WHERE paid) OVER (PARTITION BY customer_id ORDER BY seen_at NULLS LAST) AS paid,
  FIRST_VALUE(page) OVER (PARTITION BY customer_id ORDER BY seen_at NULLS LAST ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS start
FROM views
WINDOW
  visits AS (PARTITION BY customer_id ORDER BY seen_at NULLS LAST)

=== snowflake
SELECT
  customer_id,
  LAG(page) IGNORE NULLS OVER (PARTITION BY customer_id ORDER BY seen_at) AS before,
  SUM(CASE WHEN paid THEN amount END) OVER (PARTITION BY customer_id ORDER BY seen_at) AS paid,
  FIRST_VALUE(page) OVER (PARTITION BY customer_id ORDER BY seen_at ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS start
FROM views

=== bigquery
SELECT
  customer_id,
  LAG(page) OVER visits AS before,
  SUM(CASE WHEN paid THEN amount END) OVER (PARTITION BY customer_id ORDER BY seen_at IS NULL, seen_at) AS paid,
  FIRST_VALUE(page) OVER (PARTITION BY customer_id ORDER BY seen_at IS NULL, seen_at ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS start
FROM views
WINDOW
  visits AS (PARTITION BY customer_id ORDER BY seen_at IS NULL, seen_at)
! lag IGNORE NULLS (3:3)

=== redshift
SELECT
  customer_id,
  LAG(page) IGNORE NULLS OVER (PARTITION BY customer_id ORDER BY seen_at) AS before,
  SUM(CASE WHEN paid THEN amount END) OVER (PARTITION BY customer_id ORDER BY seen_at ROWS UNBOUNDED PRECEDING) AS paid,
  FIRST_VALUE(page) OVER (PARTITION BY customer_id ORDER BY seen_at ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS start
FROM views
? OVER (ORDER BY …) (4:75)

=== postgresql
SELECT
  customer_id,
  LAG(page) OVER visits AS before,
  SUM(amount) FILTER (WHERE paid) OVER (PARTITION BY customer_id ORDER BY seen_at) AS paid,
  FIRST_VALUE(page) OVER (PARTITION BY customer_id ORDER BY seen_at ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS start
FROM views
WINDOW
  visits AS (PARTITION BY customer_id ORDER BY seen_at)
! lag IGNORE NULLS (3:3)

=== trino
SELECT
  customer_id,
  LAG(page) IGNORE NULLS OVER visits AS before,
  SUM(amount) FILTER (WHERE paid) OVER (PARTITION BY customer_id ORDER BY seen_at) AS paid,
  FIRST_VALUE(page) OVER (PARTITION BY customer_id ORDER BY seen_at ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS start
FROM views
WINDOW
  visits AS (PARTITION BY customer_id ORDER BY seen_at)
