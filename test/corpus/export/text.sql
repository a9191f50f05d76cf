-- Text and regular expressions.
SELECT
  regexp_matches(email, '@example[.]') AS is_example,
  email ~ '.*@.*' AS is_address,
  regexp_replace(phone, '[^0-9]', '', 'g') AS digits,
  regexp_extract(email, '@(.*)$', 1) AS host,
  split_part(name, ' ', 1) AS given,
  concat(given_name, ' ', family_name) AS whole,
  name.trim().lower() AS plain,
  sha256(lower(trim(email))) AS hashed,
  email ILIKE '%@Example.com' AS alike
FROM customers
WHERE starts_with(name, 'A') AND contains(name, 'n')

=== spark, databricks
SELECT
  REGEXP_LIKE(email, '@example[.]') AS is_example,
  REGEXP_LIKE(email, '^(?:.*@.*)$') AS is_address,
  REGEXP_REPLACE(phone, '[^0-9]', '') AS digits,
  REGEXP_EXTRACT(email, '@(.*)$', 1) AS host,
  SPLIT_PART(name, ' ', 1) AS given,
  CONCAT_WS('', given_name, ' ', family_name) AS whole,
  LOWER(TRIM(name)) AS plain,
  SHA2(LOWER(TRIM(email)), 256) AS hashed,
  email ILIKE '%@Example.com' AS alike
FROM customers
WHERE
  STARTSWITH(name, 'A') AND CONTAINS(name, 'n')

=== snowflake
SELECT
  (REGEXP_INSTR(email, '@example[.]') > 0) AS is_example,
  REGEXP_LIKE(email, '.*@.*') AS is_address,
  REGEXP_REPLACE(phone, '[^0-9]', '') AS digits,
  REGEXP_SUBSTR(email, '@(.*)$', 1, 1, 'e', 1) AS host,
  SPLIT_PART(name, ' ', 1) AS given,
  CONCAT(COALESCE(CAST(given_name AS VARCHAR), ''), ' ', COALESCE(CAST(family_name AS VARCHAR), '')) AS whole,
  LOWER(TRIM(name)) AS plain,
  SHA2(LOWER(TRIM(email)), 256) AS hashed,
  email ILIKE '%@Example.com' AS alike
FROM customers
WHERE
  STARTSWITH(name, 'A')
  AND CONTAINS(name, 'n')
? regexp_extract (5:3)

=== bigquery
SELECT
  REGEXP_CONTAINS(email, '@example[.]') AS is_example,
  REGEXP_CONTAINS(email, '^(?:.*@.*)$') AS is_address,
  REGEXP_REPLACE(phone, '[^0-9]', '') AS digits,
  REGEXP_EXTRACT(email, '@(.*)$') AS host,
  COALESCE(SPLIT(name, ' ')[SAFE_ORDINAL(1)], '') AS given,
  CONCAT(COALESCE(CAST(given_name AS STRING), ''), ' ', COALESCE(CAST(family_name AS STRING), '')) AS whole,
  LOWER(TRIM(name, ' ')) AS plain,
  TO_HEX(SHA256(LOWER(TRIM(email, ' ')))) AS hashed,
  LOWER(email) LIKE LOWER('%@Example.com') AS alike
FROM customers
WHERE
  STARTS_WITH(name, 'A') AND (STRPOS(name, 'n') > 0)
? regexp_extract (5:3)
? split_part (6:3)

=== redshift
SELECT
  (email ~ '@example[.]') AS is_example,
  (email ~ '^(.*@.*)$') AS is_address,
  REGEXP_REPLACE(phone, '[^0-9]', '') AS digits,
  REGEXP_SUBSTR(email, '@(.*)$', 1, 1, 'e') AS host,
  SPLIT_PART(name, ' ', 1) AS given,
  (COALESCE(CAST(given_name AS VARCHAR(MAX)), '') || ' ' || COALESCE(CAST(family_name AS VARCHAR(MAX)), '')) AS whole,
  LOWER(TRIM(name)) AS plain,
  SHA2(LOWER(TRIM(email)), 256) AS hashed,
  email ILIKE '%@Example.com' AS alike
FROM customers
WHERE
  (LEFT(name, LEN('A')) = 'A') AND (STRPOS(name, 'n') > 0)

=== postgresql
SELECT
  (email ~ '@example[.]') AS is_example,
  (email ~ '^(?:.*@.*)$') AS is_address,
  REGEXP_REPLACE(phone, '[^0-9]', '', 'g') AS digits,
  REGEXP_SUBSTR(email, '@(.*)$', 1, 1, '', 1) AS host,
  SPLIT_PART(name, ' ', 1) AS given,
  CONCAT(given_name, ' ', family_name) AS whole,
  LOWER(TRIM(name)) AS plain,
  ENCODE(SHA256(CONVERT_TO(LOWER(TRIM(email)), 'UTF8')), 'hex') AS hashed,
  email ILIKE '%@Example.com' AS alike
FROM customers
WHERE
  STARTS_WITH(name, 'A') AND (STRPOS(name, 'n') > 0)
? regexp_extract (5:3)

=== trino
SELECT
  REGEXP_LIKE(email, '@example[.]') AS is_example,
  REGEXP_LIKE(email, '^(?:.*@.*)$') AS is_address,
  REGEXP_REPLACE(phone, '[^0-9]', '') AS digits,
  REGEXP_EXTRACT(email, '@(.*)$', 1) AS host,
  COALESCE(SPLIT_PART(name, ' ', 1), '') AS given,
  CONCAT_WS('', given_name, ' ', family_name) AS whole,
  LOWER(TRIM(name)) AS plain,
  LOWER(TO_HEX(SHA256(TO_UTF8(LOWER(TRIM(email)))))) AS hashed,
  LOWER(email) LIKE LOWER('%@Example.com') AS alike
FROM customers
WHERE
  STARTS_WITH(name, 'A') AND (STRPOS(name, 'n') > 0)
? regexp_extract (5:3)
? split_part (6:3)
