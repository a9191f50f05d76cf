import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

const csv = 'id;amount;born\n1;10.5;1990-01-01\n2;n/a;1985-12-31\n3;7;31.12.1970\n';

test('dropped files are looked at, types chosen, rejects listed and saved, and the sum comes out', async ({
  home,
  start,
}) => {
  const app = await start();
  const { page } = app;
  const user = workbench(page);
  await user.ready();
  await expect(user.dataset('web_events')).toBeVisible();

  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'people.csv'));
    data.items.add(new File([''], 'nothing.csv'));
    return data;
  }, csv);
  await page.locator('body').dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop to import')).toBeVisible();
  await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer });

  const dialog = page.getByRole('dialog', { name: 'Import' });
  await expect(dialog.getByRole('combobox', { name: 'Delimiter' })).toHaveValue(/Semicolon/);
  await expect(dialog.getByText(/"n\/a"|text/).first()).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Type of amount' }).click();
  await page.getByRole('option', { name: 'DOUBLE · number', exact: true }).click();
  await expect(dialog.getByText('1 of 3 values do not fit: their rows will be rejected and listed.')).toBeVisible();

  await dialog.getByText('nothing.csv').click();
  await expect(dialog.getByText(/empty|no record|nothing/i).last()).toBeVisible();
  await dialog.getByRole('button', { name: /Remove|Take/ }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('heading', { name: '2 rows are in “people”, 1 was rejected' })).toBeVisible();
  const rejects = dialog.getByRole('region', { name: 'Rejects' });
  await expect(rejects.getByRole('row').nth(1)).toContainText(/2.*amount.*n\/a/);

  const saved = path.join(home, 'rejects.csv');
  await app.saveNextTo(saved);
  await rejects.getByRole('button', { name: 'Export all rejects' }).click();
  await expect
    .poll(() => fs.existsSync(saved) && fs.readFileSync(saved, 'utf8'))
    .toMatch(/^record,line,column,value,reason\n2,3,amount,n\/a,/);
});
