-- Joins that few engines have.
SELECT o.order_id
FROM orders AS o
ANTI JOIN returns AS r USING (order_id)

=== spark, databricks
SELECT
  o.order_id
FROM orders AS o
ANTI JOIN returns AS r
  USING (order_id)

=== snowflake, bigquery, postgresql
SELECT
  o.order_id
FROM orders AS o
WHERE
  NOT EXISTS((
    SELECT
      1
    FROM returns AS r
    WHERE
      o.order_id = r.order_id
  ))

=== redshift, trino
SELECT
  o.order_id
FROM orders AS o
ANTI JOIN returns AS r
  USING (order_id)
! ANTI JOIN (3:1)
