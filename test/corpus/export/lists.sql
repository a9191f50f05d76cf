-- Lists: comprehension, lambdas, places and slices.
SELECT
  [upper(tag) FOR tag IN tags IF tag <> ''] AS large,
  list_transform(prices, price -> price * 1.19) AS gross,
  list_filter(prices, lambda price: price > 10) AS high,
  list_reduce(prices, (total, price) -> total + price, 0) AS total,
  list_contains(tags, 'new') AS is_new,
  tags[1] AS first_tag,
  tags[2:3] AS others,
  len(string_split(path, '/')) AS depth,
  array_to_string(tags, '|') AS joined
FROM products

=== spark, databricks
SELECT
  TRANSFORM(FILTER(tags, tag -> tag <> ''), tag -> UPPER(tag)) AS large,
  TRANSFORM(prices, price -> price * 1.19) AS gross,
  FILTER(prices, price -> price > 10) AS high,
  AGGREGATE(prices, 0, (total, price) -> total + price) AS total,
  ARRAY_CONTAINS(tags, 'new') AS is_new,
  TRY_ELEMENT_AT(tags, 1) AS first_tag,
  SLICE(tags, 2, 2) AS others,
  CARDINALITY(SPLIT(path, CONCAT('\\Q', '/', '\\E'))) AS depth,
  ARRAY_JOIN(tags, '|') AS joined
FROM products
? [… : …] (8:7)

=== snowflake
SELECT
  TRANSFORM(FILTER(tags, tag -> tag <> ''), tag -> UPPER(tag)) AS large,
  TRANSFORM(prices, price -> price * 1.19) AS gross,
  FILTER(prices, price -> price > 10) AS high,
  REDUCE(prices, 0, (total, price) -> total + price) AS total,
  ARRAY_CONTAINS('new'::VARIANT, tags) AS is_new,
  GET(tags, 0) AS first_tag,
  ARRAY_SLICE(tags, 1, 3) AS others,
  ARRAY_SIZE(SPLIT(path, '/')) AS depth,
  ARRAY_TO_STRING(tags, '|') AS joined
FROM products
? [… FOR … IN …] (2:15)
? list_transform (3:3)
? list_filter (4:3)
? [… : …] (8:7)

=== bigquery
SELECT
  ARRAY(SELECT UPPER(tag) FROM UNNEST(tags) AS tag WITH OFFSET AS place WHERE tag <> '' ORDER BY place) AS large,
  ARRAY(SELECT price * 1.19 FROM UNNEST(prices) AS price WITH OFFSET AS place ORDER BY place) AS gross,
  ARRAY(SELECT price FROM UNNEST(prices) AS price WITH OFFSET AS place WHERE price > 10 ORDER BY place) AS high,
  LIST_REDUCE(prices, (total, price) -> total + price, 0) AS total,
  ('new' IN UNNEST(tags)) AS is_new,
  tags[SAFE_ORDINAL(1)] AS first_tag,
  ARRAY(SELECT item FROM UNNEST(tags) AS item WITH OFFSET AS place WHERE place + 1 BETWEEN 2 AND 3 ORDER BY place) AS others,
  ARRAY_LENGTH(SPLIT(path, '/')) AS depth,
  ARRAY_TO_STRING(tags, '|') AS joined
FROM products
! list_reduce (5:3)
? [… : …] (8:7)

=== redshift
SELECT
  [upper(tag) FOR tag IN tags IF tag <> ''] AS large,
  LIST_TRANSFORM(prices, price -> price * 1.19) AS gross,
  LIST_FILTER(prices, price -> price > 10) AS high,
  LIST_REDUCE(prices, (total, price) -> total + price, 0) AS total,
  ARRAY_CONTAINS(tags, 'new') AS is_new,
  tags[0] AS first_tag,
  SUBARRAY(tags, 1, 2) AS others,
  GET_ARRAY_LENGTH(SPLIT_TO_ARRAY(path, '/')) AS depth,
  ARRAY_TO_STRING(tags, '|') AS joined
FROM products
! [… FOR … IN …] (2:15)
! list_transform (3:3)
! list_filter (4:3)
! list_reduce (5:3)
? [… : …] (8:7)

=== postgresql
SELECT
  ARRAY(SELECT UPPER(tag) FROM UNNEST(tags) WITH ORDINALITY AS items(tag, place) WHERE tag <> '' ORDER BY place) AS large,
  ARRAY(SELECT price * 1.19 FROM UNNEST(prices) WITH ORDINALITY AS items(price, place) ORDER BY place) AS gross,
  ARRAY(SELECT price FROM UNNEST(prices) WITH ORDINALITY AS items(price, place) WHERE price > 10 ORDER BY place) AS high,
  LIST_REDUCE(prices, (total, price) -> total + price, 0) AS total,
  ('new' = ANY(tags)) AS is_new,
  (tags)[1] AS first_tag,
  (tags)[2:3] AS others,
  CARDINALITY(STRING_TO_ARRAY(path, '/')) AS depth,
  ARRAY_TO_STRING(tags, '|') AS joined
FROM products
! list_reduce (5:3)
? [… : …] (8:7)

=== trino
SELECT
  TRANSFORM(FILTER(tags, tag -> tag <> ''), tag -> UPPER(tag)) AS large,
  TRANSFORM(prices, price -> price * 1.19) AS gross,
  FILTER(prices, price -> price > 10) AS high,
  REDUCE(prices, 0, (total, price) -> total + price, result -> result) AS total,
  CONTAINS(tags, 'new') AS is_new,
  ELEMENT_AT(tags, 1) AS first_tag,
  SLICE(tags, 2, 2) AS others,
  CARDINALITY(SPLIT(path, '/')) AS depth,
  ARRAY_JOIN(tags, '|') AS joined
FROM products
? [… : …] (8:7)
