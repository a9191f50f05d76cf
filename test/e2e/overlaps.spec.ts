import path from 'node:path';
import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

const profiles = path.resolve('sample-data/data/profile_attribute_2026_05_31.ndjson.gz');

test('segments are compared exactly, and a region becomes an audience', { tag: '@once' }, async ({ start }) => {
  const { page } = await start();
  const user = workbench(page);
  await user.ready();
  await user.demoReady();
  const dialog = await user.importFiles([profiles]);
  await dialog.locator('footer').getByRole('button', { name: 'Close' }).click();

  await user.choose('Overlaps of audiences');
  const screen = page.getByRole('region', { name: 'Overlaps', exact: true });
  await expect(screen.getByText('Who is in several audiences?')).toBeVisible();
  for (const segment of ['seg_gold', 'seg_spender']) {
    await page.getByRole('combobox', { name: 'Add' }).click();
    await page.getByRole('option', { name: segment, exact: true }).click();
  }
  await expect(screen.getByRole('status')).toContainText('“seg_gold” and “seg_spender”: 25 people in both');
  await page.getByRole('button', { name: /^Add all segments/ }).click();
  await expect(screen.getByRole('status')).toContainText('5 audiences reach');

  const columns = screen.getByRole('group', { name: 'Combinations of audiences by size' }).getByRole('button');
  await columns.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(columns.nth(1)).toBeFocused();
  const name = (await columns.nth(1).getAttribute('aria-label')) ?? '';
  const size = /([\d,]+) people$/.exec(name)?.[1] ?? 'no number';
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `New audience of these ${size} people` }).click();
  await page.getByLabel('Name of the audience').fill('Chosen');
  await page.getByRole('button', { name: 'Save audience' }).click();
  await expect(page.getByText(`“Chosen” was saved with ${size} members.`)).toBeVisible();

  await page.getByRole('tab', { name: 'Overlaps' }).click();
  await screen.page().getByText('Priority', { exact: true }).click();
  const order = page.getByRole('table', { name: 'Audiences by priority' }).getByRole('rowheader');
  await expect(order.first()).toHaveText('seg_gold');
  await page.getByRole('button', { name: 'Move seg_spender up' }).click();
  await expect(order.first()).toHaveText('seg_spender');
});
