-- Types that only DuckDB has, and casts that do not fail.
SELECT
  amount::DECIMAL(10, 2) AS money,
  TRY_CAST(text AS DATE) AS day,
  big::HUGEINT AS huge,
  CAST(small AS UTINYINT) AS small,
  total // 7 AS weeks,
  id::VARCHAR || '-' || kind AS code,
  0xff AS mask
FROM numbers

=== spark, databricks
SELECT
  CAST(amount AS DECIMAL(10, 2)) AS money,
  TRY_CAST(text AS DATE) AS day,
  CAST(big AS DECIMAL(38, 0)) AS huge,
  CAST(small AS SMALLINT) AS small,
  (total DIV 7) AS weeks,
  CONCAT(CONCAT(CAST(id AS STRING), '-'), kind) AS code,
  255 AS mask
FROM numbers

=== snowflake
SELECT
  CAST(amount AS DECIMAL(10, 2)) AS money,
  TRY_CAST(text AS DATE) AS day,
  CAST(big AS DECIMAL(38, 0)) AS huge,
  CAST(small AS SMALLINT) AS small,
  TRUNC(total / 7) AS weeks,
  CAST(id AS VARCHAR) || '-' || kind AS code,
  255 AS mask
FROM numbers

=== bigquery
SELECT
  ROUND(CAST(amount AS NUMERIC), 2) AS money,
  SAFE_CAST(text AS DATE) AS day,
  CAST(big AS BIGNUMERIC) AS huge,
  CAST(small AS INT64) AS small,
  DIV(total, 7) AS weeks,
  CAST(id AS STRING) || '-' || kind AS code,
  255 AS mask
FROM numbers

=== redshift
SELECT
  CAST(amount AS DECIMAL(10, 2)) AS money,
  TRY_CAST(text AS DATE) AS day,
  CAST(big AS DECIMAL(38, 0)) AS huge,
  CAST(small AS SMALLINT) AS small,
  TRUNC(total / 7) AS weeks,
  CAST(id AS VARCHAR(MAX)) || '-' || kind AS code,
  255 AS mask
FROM numbers

=== postgresql
SELECT
  CAST(amount AS DECIMAL(10, 2)) AS money,
  CAST(text AS DATE) AS day,
  CAST(big AS DECIMAL(38, 0)) AS huge,
  CAST(small AS SMALLINT) AS small,
  DIV(total, 7) AS weeks,
  CAST(id AS TEXT) || '-' || kind AS code,
  255 AS mask
FROM numbers
? TRY_CAST (3:3)

=== trino
SELECT
  CAST(amount AS DECIMAL(10, 2)) AS money,
  TRY_CAST(text AS DATE) AS day,
  CAST(big AS DECIMAL(38, 0)) AS huge,
  CAST(small AS SMALLINT) AS small,
  TRUNCATE(total / 7) AS weeks,
  CAST(id AS VARCHAR) || '-' || kind AS code,
  255 AS mask
FROM numbers
