-- A statement that writes.
CREATE OR REPLACE TABLE kept AS
FROM orders
SELECT order_id, list(product ORDER BY amount DESC) AS products, first(channel) AS channel, any_value(city) AS city
GROUP BY order_id

=== spark, databricks
CREATE OR REPLACE TABLE kept AS SELECT
  *
FROM (
  SELECT
    order_id,
    COLLECT_LIST(product) AS products,
    FIRST(channel) AS channel,
    ANY_VALUE(city, TRUE) AS city
  FROM orders
  GROUP BY
    order_id
) AS written
? CREATE (1:1)
? list (3:18)
? list(… ORDER BY …) (3:18)

=== snowflake
CREATE OR REPLACE TABLE kept AS SELECT
  *
FROM (
  SELECT
    order_id,
    ARRAY_AGG(product) WITHIN GROUP (ORDER BY amount DESC NULLS LAST) AS products,
    ANY_VALUE(channel) AS channel,
    ANY_VALUE(city) AS city
  FROM orders
  GROUP BY
    order_id
) AS written
? CREATE (1:1)
? list (3:18)
? first (3:66)
? any_value (3:93)

=== bigquery
CREATE OR REPLACE TABLE kept AS SELECT
  *
FROM (
  SELECT
    order_id,
    ARRAY_AGG(product ORDER BY amount DESC) AS products,
    ANY_VALUE(channel) AS channel,
    ANY_VALUE(city) AS city
  FROM orders
  GROUP BY
    order_id
) AS written
? CREATE (1:1)
? list (3:18)
? any_value (3:93)

=== redshift
CREATE OR REPLACE TABLE kept AS SELECT
  *
FROM (
  SELECT
    order_id,
    LIST(product ORDER BY amount DESC NULLS LAST) AS products,
    ANY_VALUE(channel) AS channel,
    ANY_VALUE(city) AS city
  FROM orders
  GROUP BY
    order_id
) AS written
! OR REPLACE (1:8)
! list (3:18)
? CREATE (1:1)

=== postgresql
CREATE OR REPLACE TABLE kept AS SELECT
  *
FROM (
  SELECT
    order_id,
    ARRAY_AGG(product ORDER BY amount DESC NULLS LAST) AS products,
    (ARRAY_AGG(channel))[1] AS channel,
    ANY_VALUE(city) AS city
  FROM orders
  GROUP BY
    order_id
) AS written
! OR REPLACE (1:8)
? CREATE (1:1)
? any_value (3:93)

=== trino
CREATE OR REPLACE TABLE kept AS SELECT
  *
FROM (
  SELECT
    order_id,
    ARRAY_AGG(product ORDER BY amount DESC) AS products,
    ARBITRARY(channel) AS channel,
    ANY_VALUE(city) AS city
  FROM orders
  GROUP BY
    order_id
) AS written
? CREATE (1:1)
