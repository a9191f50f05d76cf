-- Queries that begin with FROM, a query without a name, and a list read by a place.
SELECT ['low', 'high'][place] AS level, page IN (FROM frequent) AS is_frequent
FROM (FROM visits SELECT page, place WHERE place > 0)

=== spark, databricks
SELECT
  TRY_ELEMENT_AT(ARRAY('low', 'high'), place) AS level,
  page IN (
    SELECT
      *
    FROM frequent
  ) AS is_frequent
FROM (
  SELECT
    page,
    place
  FROM visits
  WHERE
    place > 0
)

=== snowflake
SELECT
  GET(['low', 'high'], place - 1) AS level,
  page IN (
    SELECT
      *
    FROM frequent
  ) AS is_frequent
FROM (
  SELECT
    page,
    place
  FROM visits
  WHERE
    place > 0
)
? […] (1:23)

=== bigquery
SELECT
  (['low', 'high'])[SAFE_ORDINAL(place)] AS level,
  page IN (
    SELECT
      *
    FROM frequent
  ) AS is_frequent
FROM (
  SELECT
    page,
    place
  FROM visits
  WHERE
    place > 0
)

=== redshift
SELECT
  ARRAY('low', 'high')[place - 1] AS level,
  page IN (
    SELECT
      *
    FROM frequent
  ) AS is_frequent
FROM (
  SELECT
    page,
    place
  FROM visits
  WHERE
    place > 0
) AS query_1
? […] (1:23)

=== postgresql
SELECT
  (ARRAY['low', 'high'])[place] AS level,
  page IN (
    SELECT
      *
    FROM frequent
  ) AS is_frequent
FROM (
  SELECT
    page,
    place
  FROM visits
  WHERE
    place > 0
) AS query_1

=== trino
SELECT
  ELEMENT_AT(ARRAY['low', 'high'], place) AS level,
  page IN (
    SELECT
      *
    FROM frequent
  ) AS is_frequent
FROM (
  SELECT
    page,
    place
  FROM visits
  WHERE
    place > 0
)
