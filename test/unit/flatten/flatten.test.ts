import { describe, expect, test } from 'vitest';
import { typeText } from '../../../src/dialect/type-tree.ts';
import type { FlattenChoice } from '../../../src/flatten/choice.ts';
import { flattenSql } from '../../../src/flatten/flatten-sql.ts';
import { outputNames } from '../../../src/flatten/output-names.ts';
import { flattenPaths, type NestedPath } from '../../../src/flatten/paths.ts';

const columns = [
  { name: '_id', sqlType: 'VARCHAR' },
  { name: 'commerce', sqlType: 'STRUCT("order" STRUCT(total DECIMAL(12,2), currency VARCHAR), tags VARCHAR[])' },
  { name: 'items', sqlType: 'STRUCT(sku VARCHAR, sizes INTEGER[], "unit price" DOUBLE)[]' },
  { name: 'labels', sqlType: 'MAP(VARCHAR, STRUCT(since DATE))' },
  { name: 'point', sqlType: 'DOUBLE[2]' },
  { name: 'a.b', sqlType: 'UNION(num INTEGER, "te""xt" VARCHAR)' },
];
const paths = flattenPaths(columns);
const at = (label: string): NestedPath => {
  const found = paths.find((path) => path.label === label);
  if (found === undefined) throw new Error(`There is no path ${label}.`);
  return found;
};
const choice = (labels: readonly string[], rest: Partial<FlattenChoice> = {}): FlattenChoice => ({
  source: ['main', 'events'],
  columns: columns.map(({ name }) => name),
  outputs: labels.map((label) => ({ path: at(label) })),
  ...rest,
});
const explode = (label: string, keepEmpty = true, position = false) => ({ list: at(label), keepEmpty, position });

describe('flattenPaths', () => {
  test('lists every value once, with its type and the lists it lies in', () => {
    expect(
      paths.map(
        ({ label, shape, type, lists }) =>
          `${label} ${shape} ${typeText(type)} in ${lists.map((list) => list.label).join()}`,
      ),
    ).toEqual([
      '_id value VARCHAR in ',
      'commerce struct STRUCT("order" STRUCT(total DECIMAL(12,2), currency VARCHAR), tags VARCHAR[]) in ',
      'commerce.order struct STRUCT(total DECIMAL(12,2), currency VARCHAR) in ',
      'commerce.order.total value DECIMAL(12,2) in ',
      'commerce.order.currency value VARCHAR in ',
      'commerce.tags list VARCHAR[] in ',
      'commerce.tags[] value VARCHAR in commerce.tags',
      'items list STRUCT(sku VARCHAR, sizes INTEGER[], "unit price" DOUBLE)[] in ',
      'items[] struct STRUCT(sku VARCHAR, sizes INTEGER[], "unit price" DOUBLE) in items',
      'items[].sku value VARCHAR in items',
      'items[].sizes list INTEGER[] in items',
      'items[].sizes[] value INTEGER in items,items[].sizes',
      'items[].unit price value DOUBLE in items',
      'labels map MAP(VARCHAR, STRUCT(since DATE)) in ',
      'labels[] struct STRUCT(key VARCHAR, value STRUCT(since DATE)) in labels',
      'labels[].key value VARCHAR in labels',
      'labels[].value struct STRUCT(since DATE) in labels',
      'labels[].value.since value DATE in labels',
      'point list DOUBLE[2] in ',
      'point[] value DOUBLE in point',
      '"a.b" struct UNION(num INTEGER, "te""xt" VARCHAR) in ',
      '"a.b".num value INTEGER in ',
      '"a.b"."te""xt" value VARCHAR in ',
    ]);
    expect(new Set(paths.map(({ label }) => label)).size).toBe(paths.length);
  });
});

describe('flattenSql', () => {
  test('makes columns of fields', () => {
    expect(flattenSql(choice(['_id', 'commerce.order.total', '"a.b"."te""xt"'])).text).toBe(`SELECT
  _id AS _id,
  commerce."order".total AS commerce_order_total,
  "a.b"."te""xt" AS "a.b_te""xt"
FROM main.events`);
  });

  test('makes rows of one list, and keeps, counts or joins others', () => {
    const outputs = [
      { path: at('_id') },
      { path: at('items[].sku') },
      { path: at('items[].unit price') },
      { path: at('items[].sizes'), form: 'text' as const },
      { path: at('commerce.tags'), form: 'count' as const },
      { path: at('labels'), form: 'text' as const },
      { path: at('point') },
    ];
    expect(flattenSql(choice([], { outputs, explode: explode('items', true, true), into: ['main', 'flat'] })).text)
      .toBe(`CREATE TABLE main.flat AS
WITH unfolded AS (
  SELECT
    *,
    unnest(CASE WHEN len(items) > 0 THEN items ELSE [NULL] END) AS item,
    unnest(CASE WHEN len(items) > 0 THEN range(1, len(items) + 1) ELSE [NULL] END) AS position
  FROM main.events
)
SELECT
  _id AS _id,
  item.sku AS items_sku,
  item."unit price" AS "items_unit price",
  array_to_string(item.sizes, ', ') AS items_sizes,
  len(commerce.tags) AS commerce_tags_count,
  CAST(labels AS VARCHAR) AS labels,
  point AS point,
  position AS items_position
FROM unfolded`);
  });

  test('unfolds a list within a list, and leaves out rows without items if it is told to', () => {
    expect(
      flattenSql(choice(['_id', 'items[].sku', 'items[].sizes[]'], { explode: explode('items[].sizes', false) })).text,
    ).toBe(`WITH unfolded AS (
  SELECT
    *,
    unnest(items) AS item
  FROM main.events
),
unfolded_2 AS (
  SELECT
    *,
    unnest(item.sizes) AS item_2
  FROM unfolded
)
SELECT
  _id AS _id,
  item.sku AS items_sku,
  item_2 AS items_sizes
FROM unfolded_2`);
  });

  test.each([
    ['labels', 'unnest(map_entries(labels)) AS item'],
    ['point', 'unnest(CAST(point AS DOUBLE[])) AS item'],
  ])('unfolds the map or array %s', (label, part) => {
    expect(flattenSql(choice([`${label}[]`], { explode: explode(label, false) })).text).toContain(part);
  });

  test('never lets a name mean two things', () => {
    const awkward = ['main', 'Item', 'position', 'unfolded', 'source'].map((name) => ({ name, sqlType: 'INTEGER[]' }));
    const own = flattenPaths(awkward);
    const [list, item] = own;
    if (list === undefined || item === undefined) throw new Error('There are paths.');
    const outputs = own.filter(({ shape }) => shape === 'list').map((path) => ({ path }));
    const text = flattenSql({
      source: ['main', 'events'],
      columns: awkward.map(({ name }) => name),
      outputs: [...outputs, { path: item }],
      explode: { list, keepEmpty: false, position: true },
    }).text;
    expect(text).toContain('FROM main.events AS source_2');
    expect(text).toContain('unnest(main) AS item_2');
    expect(text).toContain('AS position_2');
    expect(text).toContain('WITH unfolded_2 AS');
  });

  test('names columns differently, as the engine compares them', () => {
    const outputs = [
      { path: at('_id'), name: 'Total' },
      { path: at('commerce.order.total'), name: 'total' },
      { path: at('commerce.tags') },
      { path: at('commerce.tags'), form: 'count' as const },
      { path: at('commerce.order.total'), name: '' },
    ];
    expect(outputNames(choice([], { outputs }))).toEqual([
      'Total',
      'total_2',
      'commerce_tags',
      'commerce_tags_count',
      'commerce_order_total',
    ]);
  });

  test('refuses what has no answer', () => {
    expect(() => flattenSql(choice([]))).toThrow('No column was chosen.');
    expect(() => flattenSql(choice(['items[].sku']))).toThrow('"items[].sku" has many values in each row.');
    expect(() => flattenSql(choice(['commerce.tags[]'], { explode: explode('items') }))).toThrow('many values');
    expect(() => flattenSql(choice(['items[].sizes[]'], { explode: explode('items') }))).toThrow('many values');
    expect(() => flattenSql(choice(['_id'], { explode: explode('commerce') }))).toThrow('is no list');
  });
});
