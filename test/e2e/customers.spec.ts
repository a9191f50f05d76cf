import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

test(
  'the window is narrowed to one customer, in queries, tables and guides, and back',
  { tag: '@once' },
  async ({ start }) => {
    const { page } = await start();
    const user = workbench(page);
    await user.ready();
    await workbench(page).demoReady();

    await page.getByRole('button', { name: 'Customers shown: All customers' }).click();
    await page.getByLabel('Customer', { exact: true }).fill('00100000');
    await page.getByRole('button', { name: 'Narrow', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Customers shown: Customer 00100000' })).toBeVisible();

    await user.newQuery();
    await user.runToEnd('SELECT count(*) AS n, count(DISTINCT customer_id) AS people FROM orders;', /1 row/);
    await expect(page.getByRole('gridcell', { name: '79', exact: true }).first()).toBeVisible();
    await user.runToEnd("DELETE FROM orders WHERE status = 'returned';", /narrowed tables can only be read/);

    await user.dataset('orders').dblclick();
    await expect(page.getByRole('heading', { name: 'orders' })).toBeVisible();
    await expect(page.getByRole('gridcell', { name: '00100000' }).first()).toBeVisible();
    await expect(page.getByRole('gridcell', { name: '00100007' })).toHaveCount(0);

    await page.getByRole('navigation').getByRole('button', { name: 'Guides' }).click();
    await page.getByRole('button', { name: /^Profile a table/ }).click();
    const head = page.locator('header').filter({ has: page.getByRole('heading', { name: 'Profile a table' }) });
    await head.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByText('“orders” has 79 rows and 9 columns.')).toBeVisible();

    await page.getByRole('button', { name: 'Customers shown: Customer 00100000' }).click();
    await page.getByRole('button', { name: 'Show all customers' }).click();
    await expect(page.getByText('The settings or the customers were changed since this run.')).toBeVisible();
    await user.newQuery();
    await user.runToEnd("DELETE FROM orders WHERE status = 'returned';", /382 rows deleted from/);
  },
);
