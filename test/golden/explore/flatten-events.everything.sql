-- step chosen_rows (view)
SELECT
  *
FROM "web_events"
WHERE (device.type <> 'tablet');

-- step flat_rows (table)
SELECT
  _id AS _id_count,
  timestamp AS timestamp_count,
  eventType AS eventType_count,
  len(identityMap.ECID) AS identityMap_ECID_count,
  len(identityMap.CRMID) AS identityMap_CRMID_count,
  web.page AS web_page_count,
  web.referrer AS web_referrer_count,
  device.type AS device_type_count,
  device.screen.width AS device_screen_width_count,
  device.screen.height AS device_screen_height_count,
  len(productListItems) AS productListItems_count
FROM chosen_rows;

-- finding columns
SELECT
  1 AS position,
  '_id_count' AS column_name,
  count(*) AS rows,
  count("_id_count") AS filled,
  count("_id_count") / nullif(count(*), 0) AS filled_share,
  CAST(min("_id_count") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  2 AS position,
  'timestamp_count' AS column_name,
  count(*) AS rows,
  count("timestamp_count") AS filled,
  count("timestamp_count") / nullif(count(*), 0) AS filled_share,
  CAST(min("timestamp_count") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  3 AS position,
  'eventType_count' AS column_name,
  count(*) AS rows,
  count("eventType_count") AS filled,
  count("eventType_count") / nullif(count(*), 0) AS filled_share,
  CAST(min("eventType_count") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  4 AS position,
  'identityMap_ECID_count' AS column_name,
  count(*) AS rows,
  count("identityMap_ECID_count") AS filled,
  count("identityMap_ECID_count") / nullif(count(*), 0) AS filled_share,
  CAST(min("identityMap_ECID_count") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  5 AS position,
  'identityMap_CRMID_count' AS column_name,
  count(*) AS rows,
  count("identityMap_CRMID_count") AS filled,
  count("identityMap_CRMID_count") / nullif(count(*), 0) AS filled_share,
  CAST(min("identityMap_CRMID_count") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  6 AS position,
  'web_page_count' AS column_name,
  count(*) AS rows,
  count("web_page_count") AS filled,
  count("web_page_count") / nullif(count(*), 0) AS filled_share,
  CAST(min("web_page_count") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  7 AS position,
  'web_referrer_count' AS column_name,
  count(*) AS rows,
  count("web_referrer_count") AS filled,
  count("web_referrer_count") / nullif(count(*), 0) AS filled_share,
  CAST(min("web_referrer_count") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  8 AS position,
  'device_type_count' AS column_name,
  count(*) AS rows,
  count("device_type_count") AS filled,
  count("device_type_count") / nullif(count(*), 0) AS filled_share,
  CAST(min("device_type_count") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  9 AS position,
  'device_screen_width_count' AS column_name,
  count(*) AS rows,
  count("device_screen_width_count") AS filled,
  count("device_screen_width_count") / nullif(count(*), 0) AS filled_share,
  CAST(min("device_screen_width_count") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  10 AS position,
  'device_screen_height_count' AS column_name,
  count(*) AS rows,
  count("device_screen_height_count") AS filled,
  count("device_screen_height_count") / nullif(count(*), 0) AS filled_share,
  CAST(min("device_screen_height_count") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  11 AS position,
  'productListItems_count' AS column_name,
  count(*) AS rows,
  count("productListItems_count") AS filled,
  count("productListItems_count") / nullif(count(*), 0) AS filled_share,
  CAST(min("productListItems_count") AS VARCHAR) AS example
FROM "flat_rows"
ORDER BY position;

-- finding rows
FROM "flat_rows"
LIMIT 50;
