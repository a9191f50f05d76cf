import { identifier, joinSql, literal, rawSql, relation, type Sql, sql } from '../../../core/sql.ts';
import type { PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { rowsOf } from '../purchases.ts';
import { givenConditions, whereSql } from '../../row-filter.ts';
import type { BasketsInput } from './input.ts';

/** Each basket's different items. */
export function itemsStep(source: SourceDataset, input: BasketsInput, context: PlanContext): SqlStep {
  const basket = source.column(input.basket).sql;
  return {
    kind: 'sql',
    id: 'basket_items',
    title: 'One row an item of a basket',
    explanation: {
      what: 'Keeps each item of a basket once, and leaves out baskets that are too large.',
      why: 'Three of the same in a basket say nothing about what goes together.',
      caution: 'Baskets of one item stay: they are part of the whole that shares are taken of.',
    },
    as: 'table',
    creates: context.scratch('basket_items'),
    query: sql`WITH items AS (
  SELECT DISTINCT
    ${basket} AS basket,
    ${itemSql(source, input)} AS item
  FROM ${source.from}${whereSql([sql`${basket} IS NOT NULL`, ...givenConditions(input.condition)], '  ')}
), large_baskets AS (
  SELECT basket
  FROM items
  WHERE item IS NOT NULL
  GROUP BY basket
  HAVING count(*) > ${literal(input.largest)}
)
SELECT *
FROM items
ANTI JOIN large_baskets USING (basket)
WHERE item IS NOT NULL`,
  };
}

/** Items as text; a list is taken apart. */
function itemSql(source: SourceDataset, { item, itemField }: BasketsInput): Sql {
  const { sql: value, kind } = source.column(item);
  if (kind !== 'list') return sql`CAST(${value} AS VARCHAR)`;
  const path = itemField.split('.').filter((part) => part !== '');
  const within = path.length === 0 ? identifier('entry') : relation(['entry', ...path]);
  return sql`unnest(list_transform(${value}, lambda entry: CAST(${within} AS VARCHAR)))`;
}

/** How many baskets hold each frequent item, pair and triple, items in alphabetical order. */
export function setsStep(items: SqlStep, { support, triples }: BasketsInput, context: PlanContext): SqlStep {
  const enough = sql`count(*) >= ${literal(support)} * (SELECT baskets FROM whole)`;
  const threes = sql`, triples AS (
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
  HAVING ${enough}
)`;
  return {
    kind: 'sql',
    id: 'item_sets',
    title: 'Sets that are often together',
    explanation: {
      what: 'Counts the baskets of each item, then the pairs of frequent items only, then the triples of frequent pairs only.',
      why: 'A set cannot be more frequent than its parts (Apriori, Agrawal and Srikant 1994): what is rare is dropped early.',
      caution:
        'The lower the least support, the more sets are counted, and the more of them are chance. Items are numbered meanwhile: numbers are compared and grouped much faster than names.',
    },
    as: 'table',
    creates: context.scratch('item_sets'),
    query: sql`WITH whole AS (
  SELECT count(DISTINCT basket) AS baskets
  FROM ${rowsOf(items)}
), singles AS (
  SELECT
    item,
    count(*) AS baskets,
    row_number() OVER (ORDER BY item) AS number
  FROM ${rowsOf(items)}
  GROUP BY item
  HAVING ${enough}
), frequent_items AS (
  SELECT basket, number AS item
  FROM ${rowsOf(items)}
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
  HAVING ${enough}
)${triples ? threes : sql``}
SELECT [item] AS items, baskets
FROM singles
UNION ALL
${namedSets('pairs', ['one', 'two'])}${triples ? sql`\nUNION ALL\n${namedSets('triples', ['one', 'two', 'three'])}` : sql``}`,
  };
}

/** Sets of numbers as sets of names. */
function namedSets(sets: 'pairs' | 'triples', columns: readonly string[]): Sql {
  const names = columns.map((column) => sql`${rawSql(`item_${column}`)}.item`);
  const joins = columns.map((column) => {
    const name = rawSql(`item_${column}`);
    return sql`\nJOIN singles AS ${name}\n  ON ${name}.number = ${rawSql(column)}`;
  });
  return sql`SELECT [${joinSql(names, ', ')}], ${rawSql(sets)}.baskets
FROM ${rawSql(sets)}${joinSql(joins, '')}`;
}

/** Rules: from the other items of a set to one of them. */
export function rulesStep(items: SqlStep, sets: SqlStep, { confidence }: BasketsInput, context: PlanContext): SqlStep {
  const columns = [
    sql`array_to_string(antecedent, ' + ') AS antecedent`,
    sql`consequent`,
    sql`len(antecedent) AS antecedent_items`,
    sql`together.baskets`,
    sql`together.baskets / whole.baskets AS support`,
    sql`together.baskets / before.baskets AS confidence`,
    sql`together.baskets / before.baskets / (after.baskets / whole.baskets) AS lift`,
    sql`together.baskets / whole.baskets - before.baskets / whole.baskets * (after.baskets / whole.baskets) AS leverage`,
  ];
  return {
    kind: 'sql',
    id: 'rules',
    title: 'Rules with support, confidence, lift and leverage',
    explanation: {
      what: 'Makes of each set the rules that lead from its other items to one of them, and measures them.',
      why: 'Confidence says how often the rule holds, lift how much more often than by chance, leverage which share of all baskets that is.',
      caution: 'A high confidence alone means little when the last item is in most baskets anyway: look at lift.',
    },
    as: 'table',
    creates: context.scratch('rules'),
    query: sql`WITH whole AS (
  SELECT count(DISTINCT basket) AS baskets
  FROM ${rowsOf(items)}
), together AS (
  SELECT
    baskets,
    unnest(items) AS consequent,
    items
  FROM ${rowsOf(sets)}
  WHERE len(items) > 1
), split AS (
  SELECT
    baskets,
    consequent,
    list_filter(items, lambda item: item <> consequent) AS antecedent
  FROM together
)
SELECT
  ${joinSql(columns, ',\n  ')}
FROM split AS together
JOIN ${rowsOf(sets)} AS before
  ON before.items = antecedent
JOIN ${rowsOf(sets)} AS after
  ON after.items = [consequent]
CROSS JOIN whole
WHERE together.baskets >= ${literal(confidence)} * before.baskets
ORDER BY lift DESC, antecedent, consequent`,
  };
}
