-- step different_values (table)
SELECT 1 AS column_place, trim(CAST(_id AS VARCHAR)) AS "value", count(*) AS rows
FROM "web_events" AS some_rows
WHERE _id IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT 3 AS column_place, trim(CAST(eventType AS VARCHAR)) AS "value", count(*) AS rows
FROM "web_events" AS some_rows
WHERE eventType IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT 4 AS column_place, trim(CAST(identityMap.ECID[1].id AS VARCHAR)) AS "value", count(*) AS rows
FROM "web_events" AS some_rows
WHERE identityMap.ECID[1].id IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT 6 AS column_place, trim(CAST(identityMap.CRMID[1].id AS VARCHAR)) AS "value", count(*) AS rows
FROM "web_events" AS some_rows
WHERE identityMap.CRMID[1].id IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT 8 AS column_place, trim(CAST(web.page AS VARCHAR)) AS "value", count(*) AS rows
FROM "web_events" AS some_rows
WHERE web.page IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT 9 AS column_place, trim(CAST(web.referrer AS VARCHAR)) AS "value", count(*) AS rows
FROM "web_events" AS some_rows
WHERE web.referrer IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT 10 AS column_place, trim(CAST(device.type AS VARCHAR)) AS "value", count(*) AS rows
FROM "web_events" AS some_rows
WHERE device.type IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT 11 AS column_place, trim(CAST(device.screen.width AS VARCHAR)) AS "value", count(*) AS rows
FROM "web_events" AS some_rows
WHERE device.screen.width IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT 12 AS column_place, trim(CAST(device.screen.height AS VARCHAR)) AS "value", count(*) AS rows
FROM "web_events" AS some_rows
WHERE device.screen.height IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT 13 AS column_place, trim(CAST(productListItems[1].name AS VARCHAR)) AS "value", count(*) AS rows
FROM "web_events" AS some_rows
WHERE productListItems[1].name IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT 14 AS column_place, trim(CAST(productListItems[1].category AS VARCHAR)) AS "value", count(*) AS rows
FROM "web_events" AS some_rows
WHERE productListItems[1].category IS NOT NULL
GROUP BY ALL;

-- step value_kinds (table)
SELECT
  column_place,
  "value",
  rows,
  CASE
    WHEN regexp_full_match("value", '[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}') THEN 'email'
    WHEN CASE WHEN regexp_full_match(upper(translate("value", ' -.', '')), '[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}') THEN list_reduce(list_transform(string_split(substr(upper(translate("value", ' -.', '')), 5) || left(upper(translate("value", ' -.', '')), 4), ''), lambda c : CASE WHEN c BETWEEN '0' AND '9' THEN CAST(c AS INTEGER) ELSE ascii(c) - 55 END), lambda rest, next : (rest * CASE WHEN next > 9 THEN 100 ELSE 10 END + next) % 97) = 1 ELSE false END THEN 'iban'
    WHEN (regexp_full_match("value", '(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}') OR regexp_full_match("value", '([0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}') OR (regexp_full_match("value", '[0-9A-Fa-f:]{3,39}') AND regexp_matches("value", '^[0-9A-Fa-f:]*::[0-9A-Fa-f:]*$'))) THEN 'ip'
    WHEN regexp_full_match("value", '-?[0-8]?[0-9]\.[0-9]{3,}\s*[,;]\s*-?1?[0-9]{1,2}\.[0-9]{3,}') THEN 'coordinates'
    WHEN (regexp_full_match("value", '[0-8][0-9]{2}-[0-9]{2}-[0-9]{4}') AND NOT regexp_matches("value", '^(000|666)|-00-|-0000$')) THEN 'us-ssn'
    WHEN CASE WHEN regexp_full_match(upper(translate("value", ' -.', '')), '[0-9XYZ][0-9]{7}[A-Z]') THEN substr('TRWAGMYFPDXBNJZSQVHLCKE', 1 + CAST(translate(left(upper(translate("value", ' -.', '')), 1), 'XYZ', '012') || substr(upper(translate("value", ' -.', '')), 2, 7) AS INTEGER) % 23, 1) = right(upper(translate("value", ' -.', '')), 1) ELSE false END THEN 'es-dni'
    WHEN CASE WHEN regexp_full_match(upper(translate("value", ' -.', '')), '[12][0-9]{14}') THEN 97 - CAST(left(upper(translate("value", ' -.', '')), 13) AS BIGINT) % 97 = CAST(right(upper(translate("value", ' -.', '')), 2) AS INTEGER) ELSE false END THEN 'fr-nir'
    WHEN CASE WHEN regexp_full_match(upper(translate("value", ' -.', '')), '[2-6][0-9]{12,18}') THEN list_sum([CASE WHEN (length(upper(translate("value", ' -.', ''))) - i) % 2 = 1 THEN (2 * CAST(substr(upper(translate("value", ' -.', '')), i, 1) AS INTEGER)) // 10 + (2 * CAST(substr(upper(translate("value", ' -.', '')), i, 1) AS INTEGER)) % 10 ELSE CAST(substr(upper(translate("value", ' -.', '')), i, 1) AS INTEGER) END FOR i IN range(1, length(upper(translate("value", ' -.', ''))) + 1)]) % 10 = 0 ELSE false END THEN 'card'
    WHEN CASE WHEN regexp_full_match("value", '[0-9]{2}([02468][1-9]|[13579][0-2])[0-3][0-9]{6}') THEN list_sum([CAST(substr("value", i, 1) AS INTEGER) * [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1][i] FOR i IN range(1, 12)]) % 10 = 0 ELSE false END THEN 'pl-pesel'
    WHEN (regexp_full_match("value", '(\+|00)?[0-9(][0-9 ()./\-]{5,18}[0-9]') AND regexp_matches("value", '^\+|^00[1-9][0-9 ]{8}|[0-9)][ ()./\-]+[0-9(]') AND NOT regexp_matches("value", '^[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|^[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}$|^[0-9]+\.[0-9]+$|^[0-9]{3}-[0-9]{2}-[0-9]{4}$') AND length(regexp_replace("value", '[^0-9]', '', 'g')) BETWEEN 7 AND 15) THEN 'phone'
    WHEN (regexp_matches("value", '[0-9]') AND length("value") BETWEEN 8 AND 200 AND regexp_matches("value", '(?i)(\b(street|st|avenue|ave|road|rd|drive|lane|boulevard|blvd|court|square)\b|(straße|strasse|str\.)|\b(rue|via|calle|avenida|plaza|piazza|rua)\s)')) THEN 'address'
  END AS kind,
  CASE
    WHEN length("value") <= 30 THEN NULL
    WHEN regexp_matches("value", '[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}') THEN 'email'
    WHEN regexp_matches("value", '\b[0-8][0-9]{2}-[0-9]{2}-[0-9]{4}\b') THEN 'us-ssn'
    WHEN regexp_matches("value", '(\+[0-9]{1,3}[ ./\-]?|\b)[0-9(]{3,5}\)?[ ./\-][0-9]{3,4}[ ./\-][0-9]{3,4}\b') THEN 'phone'
  END AS holds
FROM "different_values";

-- step personal_columns (table)
WITH columns AS (
  FROM (VALUES
    (1, '_id', CAST(NULL AS VARCHAR)),
    (2, 'timestamp', CAST(NULL AS VARCHAR)),
    (3, 'eventType', CAST(NULL AS VARCHAR)),
    (4, 'identityMap.ECID[1].id', CAST(NULL AS VARCHAR)),
    (5, 'identityMap.ECID[1]."primary"', CAST(NULL AS VARCHAR)),
    (6, 'identityMap.CRMID[1].id', CAST(NULL AS VARCHAR)),
    (7, 'identityMap.CRMID[1]."primary"', CAST(NULL AS VARCHAR)),
    (8, 'web.page', CAST(NULL AS VARCHAR)),
    (9, 'web.referrer', CAST(NULL AS VARCHAR)),
    (10, 'device.type', CAST(NULL AS VARCHAR)),
    (11, 'device.screen.width', CAST(NULL AS VARCHAR)),
    (12, 'device.screen.height', CAST(NULL AS VARCHAR)),
    (13, 'productListItems[1].name', CAST(NULL AS VARCHAR)),
    (14, 'productListItems[1].category', CAST(NULL AS VARCHAR)),
    (15, 'productListItems[1].priceTotal', CAST(NULL AS VARCHAR))
  ) AS columns (column_place, column_name, named_kind)
), filled AS (
  SELECT column_place, sum(rows) AS filled
  FROM "value_kinds"
  GROUP BY column_place
), counted AS (
  SELECT column_place, kind, 'values' AS because, sum(rows) AS matched, left(regexp_replace(regexp_replace(max("value"), '\p{L}', 'x', 'g'), '\p{Nd}', '9', 'g'), 40) AS example
  FROM "value_kinds"
  WHERE kind IS NOT NULL
  GROUP BY column_place, kind
  UNION ALL
  SELECT column_place, holds, 'words within', sum(rows), CAST(NULL AS VARCHAR)
  FROM "value_kinds"
  WHERE kind IS NULL
    AND holds IS NOT NULL
  GROUP BY column_place, holds
), by_value AS (
  SELECT column_place, kind, because, CAST(matched AS BIGINT) AS matched, matched / filled AS matched_share, example
  FROM counted
  JOIN filled USING (column_place)
  WHERE matched >= 0.2 * filled
    OR because = 'words within'
    OR kind IN ('email', 'iban', 'us-ssn')
), by_name AS (
  SELECT columns.column_place, named_kind AS kind
  FROM columns
  ANTI JOIN by_value
    ON by_value.column_place = columns.column_place
    AND by_value.kind = columns.named_kind
  WHERE named_kind IS NOT NULL
)
SELECT
  column_place,
  column_name,
  kind,
  CASE
    WHEN because = 'values' AND (matched_share >= 0.8 OR (matched_share >= 0.2 AND kind = named_kind)) THEN 'high'
    WHEN because = 'values' AND matched_share >= 0.2 THEN 'medium'
    ELSE 'low'
  END AS confidence,
  because,
  matched,
  matched_share,
  example
FROM by_value
JOIN columns USING (column_place)
UNION ALL
SELECT column_place, column_name, kind, 'medium', 'column name', NULL, NULL, NULL
FROM by_name
JOIN columns USING (column_place)
ORDER BY column_place, matched DESC NULLS LAST, kind;

-- check texts_are_clean (warning)
SELECT column_name, kind, matched
FROM "personal_columns_2"
WHERE because = 'words within'
ORDER BY matched DESC, column_name, kind;

-- finding columns
WITH kind_names AS (
  FROM (VALUES
    ('email', 'E-mail address'),
    ('iban', 'Bank account (IBAN)'),
    ('ip', 'IP address'),
    ('coordinates', 'Place as coordinates'),
    ('us-ssn', 'Social security number (United States)'),
    ('es-dni', 'Identity number (Spain)'),
    ('fr-nir', 'Social security number (France)'),
    ('card', 'Payment card'),
    ('pl-pesel', 'Identity number (Poland)'),
    ('phone', 'Telephone number'),
    ('address', 'Postal address'),
    ('identity', 'Identity number'),
    ('birth', 'Date of birth'),
    ('name', 'Name of a person')
  ) AS kind_names (kind, what)
)
SELECT column_name, what, confidence, because, matched, matched_share, example
FROM "personal_columns_2" AS found
JOIN kind_names USING (kind)
ORDER BY column_place, matched DESC NULLS LAST, kind;

-- finding shares
WITH kind_names AS (
  FROM (VALUES
    ('email', 'E-mail address'),
    ('iban', 'Bank account (IBAN)'),
    ('ip', 'IP address'),
    ('coordinates', 'Place as coordinates'),
    ('us-ssn', 'Social security number (United States)'),
    ('es-dni', 'Identity number (Spain)'),
    ('fr-nir', 'Social security number (France)'),
    ('card', 'Payment card'),
    ('pl-pesel', 'Identity number (Poland)'),
    ('phone', 'Telephone number'),
    ('address', 'Postal address'),
    ('identity', 'Identity number'),
    ('birth', 'Date of birth'),
    ('name', 'Name of a person')
  ) AS kind_names (kind, what)
)
SELECT column_name || ': ' || what AS "column", matched_share
FROM "personal_columns_2" AS found
JOIN kind_names USING (kind)
WHERE matched_share IS NOT NULL
ORDER BY matched_share DESC, column_place, kind;
