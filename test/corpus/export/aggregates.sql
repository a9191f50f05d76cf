-- Aggregates with FILTER, and columns grouped and sorted without naming them.
SELECT
  date_trunc('month', ordered_at) AS month,
  count(*) AS orders,
  count(*) FILTER (WHERE returned) AS returns,
  sum(amount) FILTER (WHERE NOT returned) AS kept,
  count(DISTINCT customer_id) AS customers,
  median(amount) AS middle,
  quantile_cont(amount, 0.9) AS high,
  arg_max(product, amount) AS dearest,
  string_agg(DISTINCT channel, ', ' ORDER BY channel) AS channels
FROM orders
GROUP BY ALL
ORDER BY ALL

=== spark, databricks
SELECT
  DATE_TRUNC('MONTH', ordered_at) AS month,
  COUNT(*) AS orders,
  COUNT(*) FILTER (WHERE returned) AS returns,
  SUM(amount) FILTER (WHERE NOT returned) AS kept,
  COUNT(DISTINCT customer_id) AS customers,
  MEDIAN(amount) AS middle,
  PERCENTILE(amount, 0.9) AS high,
  MAX_BY(product, amount) AS dearest,
  LISTAGG(DISTINCT channel, ', ') WITHIN GROUP (ORDER BY channel NULLS LAST) AS channels
FROM orders
GROUP BY ALL
ORDER BY
  ALL NULLS LAST
? date_trunc (2:3)
? string_agg (10:3)

=== snowflake
SELECT
  DATE_TRUNC('month', ordered_at) AS month,
  COUNT(*) AS orders,
  COUNT(CASE WHEN returned THEN 1 END) AS returns,
  SUM(CASE WHEN NOT returned THEN amount END) AS kept,
  COUNT(DISTINCT customer_id) AS customers,
  MEDIAN(amount) AS middle,
  PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY amount) AS high,
  MAX_BY(product, amount) AS dearest,
  LISTAGG(DISTINCT channel, ', ') WITHIN GROUP (ORDER BY channel) AS channels
FROM orders
GROUP BY ALL
ORDER BY
  ALL

=== bigquery
SELECT
  DATE_TRUNC(ordered_at, MONTH) AS month,
  COUNT(*) AS orders,
  COUNT(CASE WHEN returned THEN 1 END) AS returns,
  SUM(CASE WHEN NOT returned THEN amount END) AS kept,
  COUNT(DISTINCT customer_id) AS customers,
  APPROX_QUANTILES(amount, 2)[OFFSET(1)] AS middle,
  APPROX_QUANTILES(amount, 1000)[OFFSET(CAST(1000 * 0.9 AS INT64))] AS high,
  MAX_BY(product, amount) AS dearest,
  STRING_AGG(DISTINCT channel, ', ' ORDER BY channel) AS channels
FROM orders
GROUP BY ALL
ORDER BY
  1 NULLS LAST,
  2 NULLS LAST,
  3 NULLS LAST,
  4 NULLS LAST,
  5 NULLS LAST,
  6 NULLS LAST,
  7 NULLS LAST,
  8 NULLS LAST,
  9 NULLS LAST
? median (7:3)
? quantile_cont (8:3)

=== redshift
SELECT
  DATE_TRUNC('month', ordered_at) AS month,
  COUNT(*) AS orders,
  COUNT(CASE WHEN returned THEN 1 END) AS returns,
  SUM(CASE WHEN NOT returned THEN amount END) AS kept,
  COUNT(DISTINCT customer_id) AS customers,
  MEDIAN(amount) AS middle,
  PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY amount) AS high,
  ARG_MAX(product, amount) AS dearest,
  LISTAGG(DISTINCT channel, ', ') WITHIN GROUP (ORDER BY channel) AS channels
FROM orders
GROUP BY ALL
ORDER BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9
! arg_max (9:3)
? date_trunc (2:3)

=== postgresql
SELECT
  DATE_TRUNC('month', ordered_at) AS month,
  COUNT(*) AS orders,
  COUNT(*) FILTER (WHERE returned) AS returns,
  SUM(amount) FILTER (WHERE NOT returned) AS kept,
  COUNT(DISTINCT customer_id) AS customers,
  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY amount) AS middle,
  PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY amount) AS high,
  ARG_MAX(product, amount) AS dearest,
  STRING_AGG(DISTINCT channel, ', ' ORDER BY channel) AS channels
FROM orders
GROUP BY
  1
ORDER BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9
! arg_max (9:3)
? date_trunc (2:3)

=== trino
SELECT
  DATE_TRUNC('month', ordered_at) AS month,
  COUNT(*) AS orders,
  COUNT(*) FILTER (WHERE returned) AS returns,
  SUM(amount) FILTER (WHERE NOT returned) AS kept,
  COUNT(DISTINCT customer_id) AS customers,
  APPROX_PERCENTILE(amount, 0.5) AS middle,
  APPROX_PERCENTILE(amount, 0.9) AS high,
  MAX_BY(product, amount) AS dearest,
  ARRAY_JOIN(ARRAY_AGG(DISTINCT channel ORDER BY channel), ', ') AS channels
FROM orders
GROUP BY
  1
ORDER BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9
? median (7:3)
? quantile_cont (8:3)
