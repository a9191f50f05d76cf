-- The price that held when an order was placed.
SELECT o.order_id, p.price
FROM orders AS o
ASOF JOIN prices AS p ON o.product_id = p.product_id AND o.ordered_at >= p.since

=== spark, databricks, snowflake, bigquery, redshift, postgresql, trino
SELECT
  o.order_id,
  p.price
FROM orders AS o
ASOF JOIN prices AS p
  ON o.product_id = p.product_id
  AND o.ordered_at >= p.since
! ASOF JOIN (3:1)
