-- step numbered (table)
SELECT row_number() OVER () AS row_id, *
FROM "healthcare_customers";

-- step ciphers (privacy.aes)
-- keys, read by privacy.aes
SELECT CAST(getvariable('secret_contacts001') AS BLOB) AS cipher_key, CAST(getvariable('secret__vectors') AS BLOB) AS vector_key

-- rows, read by privacy.aes
SELECT
  CAST("email" AS VARCHAR) AS "value_1",
  CAST("phone_number" AS VARCHAR) AS "value_2",
  CAST("total_spent" AS VARCHAR) AS "value_3"
FROM "numbered"
ORDER BY row_id;

-- step changed (table)
SELECT
  numbered."customer_id",
  numbered."customer_name",
  base64(ciphers."value_2") AS "phone_number",
  base64(ciphers."value_1") AS "email",
  numbered."address",
  numbered."age",
  base64(ciphers."value_3") AS "total_spent",
  numbered."subscription_status",
  numbered."gender",
  numbered."country",
  numbered."diagnosis_code",
  numbered."prescription"
FROM "numbered" AS numbered
POSITIONAL JOIN "ciphers" AS ciphers;

-- finding values
WITH counts AS (
SELECT
  0 AS place,
  'email' AS column_name,
  count(numbered."email") AS filled_before,
  count(changed."email") AS filled_after,
  count(DISTINCT numbered."email") AS different_before,
  count(DISTINCT changed."email") AS different_after,
  avg(length(CAST(changed."email" AS VARCHAR))) AS average_length
FROM "numbered" AS numbered
POSITIONAL JOIN "changed" AS changed
UNION ALL
SELECT
  1 AS place,
  'phone_number' AS column_name,
  count(numbered."phone_number") AS filled_before,
  count(changed."phone_number") AS filled_after,
  count(DISTINCT numbered."phone_number") AS different_before,
  count(DISTINCT changed."phone_number") AS different_after,
  avg(length(CAST(changed."phone_number" AS VARCHAR))) AS average_length
FROM "numbered" AS numbered
POSITIONAL JOIN "changed" AS changed
UNION ALL
SELECT
  2 AS place,
  'total_spent' AS column_name,
  count(numbered."total_spent") AS filled_before,
  count(changed."total_spent") AS filled_after,
  count(DISTINCT numbered."total_spent") AS different_before,
  count(DISTINCT changed."total_spent") AS different_after,
  avg(length(CAST(changed."total_spent" AS VARCHAR))) AS average_length
FROM "numbered" AS numbered
POSITIONAL JOIN "changed" AS changed
)
SELECT * EXCLUDE (place)
FROM counts
ORDER BY place;
