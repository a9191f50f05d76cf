-- A list as rows, beside numbers from nowhere.
SELECT p.product_id, t.tag, n.i
FROM products AS p, unnest(p.tags) AS t(tag), range(3) AS n(i)

=== spark, databricks
SELECT
  p.product_id,
  t.tag,
  n.i
FROM products AS p, RANGE(0, 3) AS n(i)
LATERAL VIEW
EXPLODE(p.tags) t AS tag

=== snowflake
SELECT
  p.product_id,
  t.tag,
  n.i
FROM products AS p, TABLE(FLATTEN(INPUT => p.tags)) AS t(seq, key, path, index, tag, this), TABLE(FLATTEN(INPUT => ARRAY_GENERATE_RANGE(0, 3))) AS n(seq, key, path, index, i, this)

=== bigquery
SELECT
  p.product_id,
  tag,
  i
FROM products AS p, UNNEST(p.tags) AS tag, UNNEST(GENERATE_ARRAY(0, 2)) AS i

=== redshift
SELECT
  p.product_id,
  t."tag",
  n.i
FROM products AS p, UNNEST(p.tags) AS t("tag"), RANGE(3) AS n(i)
! unnest (2:21)
! range (2:47)

=== postgresql
SELECT
  p.product_id,
  t.tag,
  n.i
FROM products AS p, UNNEST(p.tags) AS t(tag), GENERATE_SERIES(0, 2) AS n(i)

=== trino
SELECT
  p.product_id,
  t.tag,
  n.i
FROM products AS p, UNNEST(p.tags) AS t(tag), UNNEST(SEQUENCE(0, 2)) AS n(i)
