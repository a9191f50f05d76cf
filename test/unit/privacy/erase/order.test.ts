import { expect, test } from 'vitest';
import { joinOrders } from '../../../../src/privacy/erase/order.ts';
import { personColumns } from '../../../../src/privacy/erase/person-columns.ts';

test('two orders become one: everybody once, the columns of the first, backups where either says so', () => {
  const first = { identities: ['a', 'b'], columns: { orders: ['email'] }, deleteBackups: false };
  const second = { identities: ['b', 'c'], columns: { orders: [], visits: ['who'] }, deleteBackups: true };
  expect(joinOrders(first, second)).toEqual({
    identities: ['a', 'b', 'c'],
    columns: { orders: ['email'], visits: ['who'] },
    deleteBackups: true,
  });
});

test('the columns of a dataset that name people are guessed by name, within lists of identities too', () => {
  const columns = [
    { name: 'customer_id', type: 'VARCHAR' },
    { name: 'amount', type: 'DOUBLE' },
    { name: 'at', type: 'TIMESTAMP' },
    { name: 'contact', type: 'STRUCT("eMail" VARCHAR, city VARCHAR)' },
    { name: 'identityMap', type: 'STRUCT("ECID" STRUCT(id VARCHAR)[])' },
  ];
  expect(personColumns({ schema: 'staging', name: 'orders', columns })).toEqual({
    label: 'staging.orders',
    all: ['customer_id', 'amount', 'contact.eMail', 'contact.city', 'identityMap.ECID[].id'],
    guessed: ['customer_id', 'contact.eMail', 'identityMap.ECID[].id'],
  });
});
