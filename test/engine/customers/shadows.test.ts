import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../electron/cli/open-project.ts';
import type { WorkspaceSession } from '../../../src/catalog/session/session.ts';
import type { CustomerFilter } from '../../../src/customers/customer-filter.ts';
import { dropShadow, shadowViews } from '../../../src/customers/shadows.ts';
import { valueAt } from '../../../src/engine/value.ts';
import { catalogView } from '../../../src/modules/catalog-view.ts';

let database: OpenDatabase;
let session: WorkspaceSession;

beforeAll(async () => {
  database = await openDatabase(undefined);
  session = await database.workspace.openSession('test');
  await run('CREATE TABLE orders AS SELECT i % 3 AS customer_id, i AS amount FROM range(10) AS t (i)');
  await run('CREATE TABLE vip AS SELECT 2 AS id');
  await run('CREATE TABLE spend AS SELECT 1 AS amount');
});
afterAll(() => database.close());

/** Runs a statement to its end and gives the number in its first cell, if there is one. */
async function run(statement: string, by: WorkspaceSession = session): Promise<number | undefined> {
  const query = by.run(statement);
  try {
    const batch = await query.next();
    while ((await query.next()) !== undefined) continue;
    await query.outcome;
    const [column] = batch?.columns ?? [];
    return column === undefined ? undefined : Number(valueAt(column, 0));
  } finally {
    await query.close();
  }
}

const count = (table: string) => run(`SELECT count(*) FROM ${table}`);
const columns = { orders: 'customer_id', vip: 'id' };
const narrow = async (filter: CustomerFilter) => {
  const views = shadowViews(database.workspace.database, catalogView(database.workspace.datasets), filter);
  for (const view of views.values()) await run(view.text);
  return [...views.keys()];
};

test('a name means the filtered rows in this session only, and its table again afterwards', async () => {
  expect(await narrow({ who: { kind: 'person', id: '0' }, columns })).toEqual(['orders', 'vip']);
  expect([await count('orders'), await count('main.orders'), await count('vip'), await count('spend')]).toEqual([
    4, 4, 0, 1,
  ]);
  const other = await database.workspace.openSession('other');
  expect(await run('SELECT count(*) FROM orders', other)).toBe(10);
  await other.close();
  for (const name of ['orders', 'vip']) await run(dropShadow(name).text);
  expect(await count('orders')).toBe(10);
});

test('the people of a dataset stay themselves, and narrow the others', async () => {
  await narrow({ who: { kind: 'people', dataset: 'vip', column: 'id' }, columns });
  expect([await count('orders'), await count('vip')]).toEqual([3, 1]);
});

test('what is narrowed can only be read', async () => {
  await expect(run('DELETE FROM orders')).rejects.toThrow();
  await expect(run('INSERT INTO orders VALUES (2, 5)')).rejects.toThrow();
  for (const name of ['orders', 'vip']) await run(dropShadow(name).text);
  expect(await count('orders')).toBe(10);
});
