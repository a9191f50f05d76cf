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
WITH figures AS (
  SELECT
    count(*) AS rows,
    [
      count("_id"),
      count("timestamp"),
      count("identityMap_ECID_id"),
      count("identityMap_CRMID_id"),
      count("web_webPageDetails_name"),
      count("productListItems_SKU"),
      count("productListItems_priceTotal"),
      count("productListItems_position")
    ] AS filled,
    [
      CAST(min("_id") AS VARCHAR),
      CAST(min("timestamp") AS VARCHAR),
      CAST(min("identityMap_ECID_id") AS VARCHAR),
      CAST(min("identityMap_CRMID_id") AS VARCHAR),
      CAST(min("web_webPageDetails_name") AS VARCHAR),
      CAST(min("productListItems_SKU") AS VARCHAR),
      CAST(min("productListItems_priceTotal") AS VARCHAR),
      CAST(min("productListItems_position") AS VARCHAR)
    ] AS examples
  FROM "flat_rows"
),
by_column AS (
  SELECT
    unnest(range(1, 9)) AS position,
    unnest(['_id', 'timestamp', 'identityMap_ECID_id', 'identityMap_CRMID_id', 'web_webPageDetails_name', 'productListItems_SKU', 'productListItems_priceTotal', 'productListItems_position']) AS column_name,
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
