-- step basket_items (table)
WITH items AS (
  SELECT DISTINCT
    _id AS basket,
    unnest(list_transform("order".lines, lambda entry: CAST("entry"."product"."name" AS VARCHAR))) AS item
  FROM "checkout_data_batch_1"
  WHERE _id IS NOT NULL
), large_baskets AS (
  SELECT basket
  FROM items
  WHERE item IS NOT NULL
  GROUP BY basket
  HAVING count(*) > 50
)
SELECT *
FROM items
ANTI JOIN large_baskets USING (basket)
WHERE item IS NOT NULL;

-- step item_sets (table)
WITH whole AS (
  SELECT count(DISTINCT basket) AS baskets
  FROM "basket_items"
), singles AS (
  SELECT
    item,
    count(*) AS baskets,
    row_number() OVER (ORDER BY item) AS number
  FROM "basket_items"
  GROUP BY item
  HAVING count(*) >= 0.005 * (SELECT baskets FROM whole)
), frequent_items AS (
  SELECT basket, number AS item
  FROM "basket_items"
  JOIN singles USING (item)
), pairs AS (
  SELECT
    first.item AS one,
    second.item AS two,
    count(*) AS baskets
  FROM frequent_items AS first
  JOIN frequent_items AS second
    ON second.basket = first.basket
    AND second.item > first.item
  GROUP BY ALL
  HAVING count(*) >= 0.005 * (SELECT baskets FROM whole)
), triples AS (
  SELECT
    first.item AS one,
    second.item AS two,
    third.item AS three,
    count(*) AS baskets
  FROM frequent_items AS first
  JOIN frequent_items AS second
    ON second.basket = first.basket
    AND second.item > first.item
  SEMI JOIN pairs
    ON pairs.one = first.item
    AND pairs.two = second.item
  JOIN frequent_items AS third
    ON third.basket = first.basket
    AND third.item > second.item
  GROUP BY ALL
  HAVING count(*) >= 0.005 * (SELECT baskets FROM whole)
)
SELECT [item] AS items, baskets
FROM singles
UNION ALL
SELECT [item_one.item, item_two.item], pairs.baskets
FROM pairs
JOIN singles AS item_one
  ON item_one.number = one
JOIN singles AS item_two
  ON item_two.number = two
UNION ALL
SELECT [item_one.item, item_two.item, item_three.item], triples.baskets
FROM triples
JOIN singles AS item_one
  ON item_one.number = one
JOIN singles AS item_two
  ON item_two.number = two
JOIN singles AS item_three
  ON item_three.number = three;

-- step rules (table)
WITH whole AS (
  SELECT count(DISTINCT basket) AS baskets
  FROM "basket_items"
), together AS (
  SELECT
    baskets,
    unnest(items) AS consequent,
    items
  FROM "item_sets"
  WHERE len(items) > 1
), split AS (
  SELECT
    baskets,
    consequent,
    list_filter(items, lambda item: item <> consequent) AS antecedent
  FROM together
)
SELECT
  array_to_string(antecedent, ' + ') AS antecedent,
  consequent,
  len(antecedent) AS antecedent_items,
  together.baskets,
  together.baskets / whole.baskets AS support,
  together.baskets / before.baskets AS confidence,
  together.baskets / before.baskets / (after.baskets / whole.baskets) AS lift,
  together.baskets / whole.baskets - before.baskets / whole.baskets * (after.baskets / whole.baskets) AS leverage
FROM split AS together
JOIN "item_sets" AS before
  ON before.items = antecedent
JOIN "item_sets" AS after
  ON after.items = [consequent]
CROSS JOIN whole
WHERE together.baskets >= 0.05 * before.baskets
ORDER BY lift DESC, antecedent, consequent;

-- check baskets_are_known (warning)
SELECT *
FROM "checkout_data_batch_1"
WHERE _id IS NULL
  OR "order".lines IS NULL;

-- check baskets_are_small (warning)
SELECT _id AS basket, sum(len("order".lines)) AS items
FROM "checkout_data_batch_1"
WHERE _id IS NOT NULL
GROUP BY _id
HAVING items > 50
ORDER BY items DESC, basket;

-- check baskets_hold_several (warning)
WITH sizes AS (
  SELECT basket, count(*) AS items
  FROM "basket_items"
  GROUP BY basket
)
SELECT count(*) AS baskets, count_if(items > 1) AS with_several
FROM sizes
HAVING count_if(items > 1) < 100;

-- check sets_are_found (note)
SELECT count(*) AS frequent_items
FROM "item_sets"
HAVING count_if(len(items) > 1) = 0;

-- check sets_are_seen_often (note)
SELECT array_to_string(items, ' + ') AS items, baskets
FROM "item_sets"
WHERE len(items) > 1
  AND baskets < 10
ORDER BY baskets, items;

-- finding rules
SELECT *
FROM "rules"
ORDER BY lift DESC, baskets DESC, antecedent, consequent;

-- finding pairs
SELECT antecedent, consequent, lift, baskets, confidence
FROM "rules"
WHERE antecedent_items = 1
ORDER BY antecedent, consequent;

-- finding items
WITH whole AS (
  SELECT count(DISTINCT basket) AS all_baskets
  FROM "basket_items"
)
SELECT item, count(*) AS baskets, count(*) / any_value(all_baskets) AS basket_share
FROM "basket_items"
CROSS JOIN whole
GROUP BY item
ORDER BY baskets DESC, item;
