import { expect, test } from 'vitest';
import type { CatalogDataset } from '../../../../src/modules/catalog-view.ts';
import { suggestPurchases } from '../../../../src/modules/enrich/purchases.ts';

const dataset = (label: string, columns: Readonly<Record<string, string>>): CatalogDataset => ({
  label,
  relation: ['main', label],
  columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
});

test('a stream of orders and cancellations comes with the columns that tell them apart', () => {
  const stream = { email: 'VARCHAR', timestamp: 'TIMESTAMP', price_total: 'DOUBLE' };
  const events = dataset('order_events', { ...stream, event_type: 'VARCHAR', purchase_id: 'VARCHAR' });
  expect(suggestPurchases({ datasets: [events] })).toEqual({
    dataset: 'order_events',
    person: 'email',
    time: 'timestamp',
    amount: 'price_total',
    order: 'purchase_id',
    eventKind: 'event_type',
  });
});

test('a kind of event alone is not suggested: cancellations could not be matched to their orders', () => {
  const columns = { customer_id: 'VARCHAR', date: 'DATE', amount: 'DOUBLE', event_type: 'VARCHAR' };
  expect(suggestPurchases({ datasets: [dataset('transactions', columns)] })).toEqual({
    dataset: 'transactions',
    person: 'customer_id',
    time: 'date',
    amount: 'amount',
  });
});

test('nothing is suggested where nobody bought', () => {
  expect(suggestPurchases({ datasets: [dataset('places', { city: 'VARCHAR' })] })).toEqual({});
});
