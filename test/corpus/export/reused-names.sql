-- Names that SELECT gives, used beside it.
SELECT amount * 1.19 AS gross, round(gross, 1) AS shown
FROM (SELECT DISTINCT ON (customer_id) customer_id, amount FROM orders ORDER BY customer_id, amount DESC)
WHERE gross > 10

=== spark, databricks
SELECT
  amount * 1.19 AS gross,
  ROUND(gross, 1) AS shown
FROM (
  SELECT
    customer_id,
    amount
  FROM (
    SELECT
      customer_id AS customer_id,
      amount AS amount,
      ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY customer_id NULLS LAST, amount DESC NULLS LAST) AS _row_number
    FROM orders
  ) AS _t
  WHERE
    _row_number = 1
)
WHERE
  gross > 10
? DISTINCT ON (2:14)
? gross (3:7)

=== snowflake
SELECT
  amount * 1.19 AS gross,
  ROUND(gross, 1) AS shown
FROM (
  SELECT
    customer_id,
    amount
  FROM (
    SELECT
      customer_id AS customer_id,
      amount AS amount,
      ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY customer_id, amount DESC NULLS LAST) AS _row_number
    FROM orders
  ) AS _t
  WHERE
    _row_number = 1
)
WHERE
  gross > 10
? DISTINCT ON (2:14)

=== bigquery
SELECT
  amount * 1.19 AS gross,
  ROUND(gross, 1) AS shown
FROM (
  SELECT
    customer_id,
    amount
  FROM (
    SELECT
      customer_id AS customer_id,
      amount AS amount,
      ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY customer_id NULLS LAST, amount DESC NULLS LAST) AS _row_number
    FROM orders
  ) AS _t
  WHERE
    _row_number = 1
)
WHERE
  gross > 10
? gross (1:38)
? DISTINCT ON (2:14)

=== redshift
SELECT
  amount * 1.19 AS gross,
  ROUND(gross, 1) AS shown
FROM (
  SELECT
    customer_id,
    amount
  FROM (
    SELECT
      customer_id AS customer_id,
      amount AS amount,
      ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY customer_id, amount DESC NULLS LAST) AS _row_number
    FROM orders
  ) AS _t
  WHERE
    _row_number = 1
) AS query_1
WHERE
  gross > 10
? DISTINCT ON (2:14)

=== postgresql
SELECT
  amount * 1.19 AS gross,
  ROUND(CAST(gross AS NUMERIC), 1) AS shown
FROM (
  SELECT DISTINCT ON (customer_id)
    customer_id,
    amount
  FROM orders
  ORDER BY
    customer_id,
    amount DESC NULLS LAST
) AS query_1
WHERE
  gross > 10
? gross (1:38)

=== trino
SELECT
  amount * 1.19 AS gross,
  ROUND(gross, 1) AS shown
FROM (
  SELECT
    customer_id,
    amount
  FROM (
    SELECT
      customer_id AS customer_id,
      amount AS amount,
      ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY customer_id, amount DESC) AS _row_number
    FROM orders
  ) AS _t
  WHERE
    _row_number = 1
)
WHERE
  gross > 10
? gross (1:38)
? DISTINCT ON (2:14)
