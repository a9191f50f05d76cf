import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSamples, type SampleProject } from './open-samples.ts';

let samples: SampleProject;
beforeAll(async () => {
  samples = await openSamples('orders', 'checkout_data_batch_1');
  await samples.execute(`CREATE TABLE receipts AS
    SELECT basket, unnest(string_split(items, ' ')) AS item
    FROM (VALUES (1, 'bread butter jam'), (2, 'bread butter'), (3, 'bread butter jam'), (4, 'bread jam'), (5, 'milk'))
      AS t (basket, items)`);
});
afterAll(() => samples.database.close());

const receipts = { dataset: 'receipts', basket: 'basket', item: 'item', support: 0.4, confidence: 0.5 };

test('rules of two and three, by hand', async () => {
  const { rows, words } = await samples.run('enrich.baskets', receipts);
  const rules = Object.fromEntries(
    rows('rules').map(({ antecedent, consequent, ...figures }) => [
      `${String(antecedent)} → ${String(consequent)}`,
      figures,
    ]),
  );
  expect(Object.keys(rules).sort()).toEqual([
    'bread + butter → jam',
    'bread + jam → butter',
    'bread → butter',
    'bread → jam',
    'butter + jam → bread',
    'butter → bread',
    'butter → jam',
    'jam → bread',
    'jam → butter',
  ]);
  // Five baskets: bread in 4, butter in 3, jam in 3, bread with butter in 3, all three in 2.
  expect(rules['bread → butter']).toMatchObject({ baskets: 3, support: 0.6, confidence: 0.75 });
  expect(rules['bread → butter']?.lift).toBeCloseTo(1.25, 12);
  expect(rules['bread → butter']?.leverage).toBeCloseTo(0.12, 12);
  expect(rules['bread + butter → jam']?.confidence).toBeCloseTo(2 / 3, 12);
  expect(rules['bread + butter → jam']?.lift).toBeCloseTo(10 / 9, 12);
  expect(words('rules')).toMatch(/^Of 9 rules, the strongest leads from/);
  expect(words('pairs')).toBe('3 pairs are together more often than by chance, and 0 pairs less often.');
  const oneWay = await samples.run('enrich.baskets', { ...receipts, confidence: 0.8, triples: false });
  expect(oneWay.rows('pairs')).toHaveLength(2);
  expect(oneWay.words('pairs')).toMatch(/^2 pairs are together more often/);
});

test('sets below the least support, and three when pairs alone are wanted, are left out', async () => {
  const pairs = await samples.run('enrich.baskets', { ...receipts, triples: false });
  expect(pairs.rows('rules').every(({ antecedent_items }) => antecedent_items === 1)).toBe(true);
  const rare = await samples.run('enrich.baskets', { ...receipts, support: 0.7 });
  expect(rare.rows('rules')).toEqual([]);
  expect(rare.violations('sets_are_found')).toBe(1);
  // Bread with butter and with jam are in 3 baskets, butter with jam in 2.
  expect(pairs.violations('sets_are_seen_often')).toBe(3);
});

test('one product an order makes no rules, and the check says what to do', async () => {
  const { rows, violations } = await samples.run('enrich.baskets', {
    dataset: 'orders',
    basket: 'order_id',
    item: 'product',
  });
  expect(rows('rules')).toEqual([]);
  expect(violations('baskets_hold_several')).toBe(1);
});

test('too large a basket is left out and told', async () => {
  const { violations, rows } = await samples.run('enrich.baskets', { ...receipts, largest: 2 });
  expect(violations('baskets_are_small')).toBe(2);
  expect(rows('items').map(({ item, baskets }) => [item, baskets])).toEqual([
    ['bread', 2],
    ['butter', 1],
    ['jam', 1],
    ['milk', 1],
  ]);
});

test('lists of nested lines are taken apart, each product of a receipt once', async () => {
  const { rows } = await samples.run('enrich.baskets', {
    dataset: 'checkout_data_batch_1',
    basket: '_id',
    item: '"order".lines',
    itemField: 'product.name',
  });
  await samples.execute(`CREATE TABLE by_hand AS
    SELECT DISTINCT _id, unnest("order".lines).product.name AS item FROM checkout_data_batch_1`);
  const expected = samples.database.workspace.datasets.find(({ name }) => name === 'by_hand')?.rowCount;
  expect(rows('items').reduce((sum, row) => sum + Number(row.baskets), 0)).toBe(expected);
});
