import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

test(
  'a nested table is flattened, sorted, filtered, changed, and brought back',
  { tag: '@once' },
  async ({ start }) => {
    const { page } = await start();
    const user = workbench(page);
    await user.ready();
    await workbench(page).demoReady();

    await user.dataset('web_events').dblclick();
    await page.getByRole('button', { name: 'Flatten' }).click();
    const dialog = page.getByRole('dialog', { name: /Flatten/ });
    await dialog.getByRole('combobox', { name: 'What becomes of productListItems' }).click();
    await page.getByRole('option', { name: 'One row for each item' }).click();
    await expect(dialog.getByLabel('SQL of the flat table')).toContainText(
      'item.priceTotal AS productListItems_priceTotal',
    );
    await dialog.getByRole('button', { name: 'Create table' }).click();
    await expect(user.dataset('web_events_flat')).toContainText('6,161');

    const header = page.getByRole('columnheader', { name: /^timestamp/ }).last();
    await header.click({ position: { x: 40, y: 14 } });
    await expect(header).toHaveAttribute('aria-sort', 'ascending');
    await expect(page.getByRole('gridcell', { name: /2025-01-01/ }).first()).toBeVisible();

    await user.newQuery();
    await user.runToEnd("DELETE FROM orders WHERE status = 'returned';", /382 rows deleted from/);
    await expect(user.dataset('orders')).toContainText('8,525');
    await user.outcome.last().getByRole('button', { name: 'Undo' }).click();
    await expect(user.dataset('orders')).toContainText('8,907');
  },
);

test('what was typed and opened comes back after a crash', async ({ start }) => {
  const first = await start();
  const user = workbench(first.page);
  await user.ready();
  await workbench(first.page).demoReady();
  await user.newQuery();
  await first.page
    .locator('.monaco-editor:visible')
    .first()
    .click({ position: { x: 200, y: 60 } });
  await first.page.keyboard.insertText('SELECT never_run AS typed_a_second_ago');
  await first.page.waitForTimeout(1000);
  await first.kill();

  const { page } = await start();
  await workbench(page).ready();
  await expect(page.locator('.view-lines').first()).toContainText('typed_a_second_ago');
  await expect(page.getByRole('tab', { name: 'Revenue by month' })).toBeVisible();
});
