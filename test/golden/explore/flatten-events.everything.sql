-- step chosen_rows (view)
SELECT
  *
FROM "web_events"
WHERE (device.type <> 'tablet');

-- step flat_rows (view)
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
WITH figures AS (
  SELECT
    count(*) AS rows,
    [
      count("_id_count"),
      count("timestamp_count"),
      count("eventType_count"),
      count("identityMap_ECID_count"),
      count("identityMap_CRMID_count"),
      count("web_page_count"),
      count("web_referrer_count"),
      count("device_type_count"),
      count("device_screen_width_count"),
      count("device_screen_height_count"),
      count("productListItems_count")
    ] AS filled,
    [
      CAST(min("_id_count") AS VARCHAR),
      CAST(min("timestamp_count") AS VARCHAR),
      CAST(min("eventType_count") AS VARCHAR),
      CAST(min("identityMap_ECID_count") AS VARCHAR),
      CAST(min("identityMap_CRMID_count") AS VARCHAR),
      CAST(min("web_page_count") AS VARCHAR),
      CAST(min("web_referrer_count") AS VARCHAR),
      CAST(min("device_type_count") AS VARCHAR),
      CAST(min("device_screen_width_count") AS VARCHAR),
      CAST(min("device_screen_height_count") AS VARCHAR),
      CAST(min("productListItems_count") AS VARCHAR)
    ] AS examples
  FROM "flat_rows"
),
by_column AS (
  SELECT
    unnest(range(1, 12)) AS position,
    unnest(['_id_count', 'timestamp_count', 'eventType_count', 'identityMap_ECID_count', 'identityMap_CRMID_count', 'web_page_count', 'web_referrer_count', 'device_type_count', 'device_screen_width_count', 'device_screen_height_count', 'productListItems_count']) AS column_name,
    rows,
    unnest(filled) AS filled,
    unnest(examples) AS example
  FROM figures
)
SELECT position, column_name, rows, filled, filled / nullif(rows, 0) AS filled_share, example
FROM by_column
ORDER BY position;

-- finding rows
FROM "flat_rows"
LIMIT 50;
