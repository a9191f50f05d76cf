-- step chosen_rows (view)
SELECT
  *,
  identityMap.ECID[1].id AS identityMap_ECID_id,
  identityMap.CRMID[1].id AS identityMap_CRMID_id
FROM "web_clickstream";

-- step flat_rows (table)
WITH unfolded AS (
  SELECT
    *,
    unnest(productListItems) AS item,
    unnest(range(1, len(productListItems) + 1)) AS position
  FROM chosen_rows
)
SELECT
  _id AS _id,
  timestamp AS timestamp,
  identityMap_ECID_id AS identityMap_ECID_id,
  identityMap_CRMID_id AS identityMap_CRMID_id,
  web.webPageDetails.name AS web_webPageDetails_name,
  item.SKU AS productListItems_SKU,
  item.priceTotal AS productListItems_priceTotal,
  position AS productListItems_position
FROM unfolded;

-- check one_item_1 (warning)
SELECT len(identityMap.ECID) AS items, count(*) AS rows
FROM "web_clickstream"
WHERE len(identityMap.ECID) > 1
GROUP BY items
ORDER BY items;

-- check one_item_2 (warning)
SELECT len(identityMap.CRMID) AS items, count(*) AS rows
FROM "web_clickstream"
WHERE len(identityMap.CRMID) > 1
GROUP BY items
ORDER BY items;

-- check lists_have_items (note)
SELECT count(*) AS rows_without_items
FROM "web_clickstream"
WHERE coalesce(len(productListItems), 0) = 0
HAVING count(*) > 0;

-- finding columns
SELECT
  1 AS position,
  '_id' AS column_name,
  count(*) AS rows,
  count("_id") AS filled,
  count("_id") / nullif(count(*), 0) AS filled_share,
  CAST(min("_id") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  2 AS position,
  'timestamp' AS column_name,
  count(*) AS rows,
  count("timestamp") AS filled,
  count("timestamp") / nullif(count(*), 0) AS filled_share,
  CAST(min("timestamp") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  3 AS position,
  'identityMap_ECID_id' AS column_name,
  count(*) AS rows,
  count("identityMap_ECID_id") AS filled,
  count("identityMap_ECID_id") / nullif(count(*), 0) AS filled_share,
  CAST(min("identityMap_ECID_id") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  4 AS position,
  'identityMap_CRMID_id' AS column_name,
  count(*) AS rows,
  count("identityMap_CRMID_id") AS filled,
  count("identityMap_CRMID_id") / nullif(count(*), 0) AS filled_share,
  CAST(min("identityMap_CRMID_id") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  5 AS position,
  'web_webPageDetails_name' AS column_name,
  count(*) AS rows,
  count("web_webPageDetails_name") AS filled,
  count("web_webPageDetails_name") / nullif(count(*), 0) AS filled_share,
  CAST(min("web_webPageDetails_name") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  6 AS position,
  'productListItems_SKU' AS column_name,
  count(*) AS rows,
  count("productListItems_SKU") AS filled,
  count("productListItems_SKU") / nullif(count(*), 0) AS filled_share,
  CAST(min("productListItems_SKU") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  7 AS position,
  'productListItems_priceTotal' AS column_name,
  count(*) AS rows,
  count("productListItems_priceTotal") AS filled,
  count("productListItems_priceTotal") / nullif(count(*), 0) AS filled_share,
  CAST(min("productListItems_priceTotal") AS VARCHAR) AS example
FROM "flat_rows"
UNION ALL
SELECT
  8 AS position,
  'productListItems_position' AS column_name,
  count(*) AS rows,
  count("productListItems_position") AS filled,
  count("productListItems_position") / nullif(count(*), 0) AS filled_share,
  CAST(min("productListItems_position") AS VARCHAR) AS example
FROM "flat_rows"
ORDER BY position;

-- finding rows
FROM "flat_rows"
LIMIT 50;
