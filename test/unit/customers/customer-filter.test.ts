import { expect, test } from 'vitest';
import {
  customerFilterSchema,
  filterIssue,
  filterWords,
  guessCustomerColumn,
  narrowedRows,
} from '../../../src/customers/customer-filter.ts';
import { catalogView } from '../../../src/modules/catalog-view.ts';

const catalog = catalogView([
  {
    schema: 'main',
    name: 'orders',
    columns: [
      { name: 'id', type: 'BIGINT' },
      { name: 'customer_id', type: 'VARCHAR' },
    ],
  },
  {
    schema: 'main',
    name: 'events',
    columns: [{ name: 'identityMap', type: 'STRUCT(ECID STRUCT(id VARCHAR)[], CRMID STRUCT(id VARCHAR)[])' }],
  },
  { schema: 'main', name: 'spend', columns: [{ name: 'channel', type: 'VARCHAR' }] },
]);
const [orders, events, spend] = catalog.datasets;
const columns = {};

test('customers are found by the names they go by, nested ones too', () => {
  expect(catalog.datasets.map(guessCustomerColumn)).toEqual(['customer_id', 'identityMap.CRMID[1].id', '']);
});

test('one person, quoted as text', () => {
  const filter = customerFilterSchema.parse({ who: { kind: 'person', id: "O'Hara" }, columns });
  expect(filterWords(filter)).toBe("Customer O'Hara");
  expect(orders && narrowedRows(filter, orders, catalog)?.text).toBe(
    `SELECT *\nFROM "main"."orders"\nWHERE CAST(customer_id AS VARCHAR) = 'O''Hara'`,
  );
  expect(events && narrowedRows(filter, events, catalog)?.text).toContain('identityMap.CRMID[1].id');
  expect(spend && narrowedRows(filter, spend, catalog)).toBeUndefined();
});

test('a column that was cleared leaves its dataset whole', () => {
  const filter = customerFilterSchema.parse({ who: { kind: 'person', id: '7' }, columns: { orders: '' } });
  expect(orders && narrowedRows(filter, orders, catalog)).toBeUndefined();
  expect(events && narrowedRows(filter, events, catalog)).toBeDefined();
});

test('people of a dataset; of one that is gone nothing is narrowed', () => {
  const filter = customerFilterSchema.parse({
    who: { kind: 'people', dataset: 'orders', column: 'customer_id' },
    columns,
  });
  expect(filterWords(filter)).toBe('People of orders');
  expect(events && narrowedRows(filter, events, catalog)?.text).toContain(
    `IN (\n  SELECT CAST(customer_id AS VARCHAR)\n  FROM "main"."orders"\n)`,
  );
  expect(filterIssue(filter, catalog)).toBeUndefined();
  expect(events && narrowedRows(filter, events, { datasets: [events] })).toBeUndefined();
  expect(filterIssue(filter, { datasets: [] })).toBe('There is no dataset “orders” any more, so everybody is shown.');
});
