import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

const csv = ['id,zip,amount', '1,00123,10.5', '2,04567,7.25', '3,99999,1.00'].join('\n');
const json = JSON.stringify([
  { id: 1, person: { name: 'Ada', tags: ['a', 'b'] } },
  { id: 9_007_199_254_740_991, person: { name: 'Zoë', tags: [] } },
]);

test('first run, import, query, chart, export, quit, reopen: everything is still there', async ({ home, start }) => {
  const files = path.join(home, 'files');
  fs.mkdirSync(files);
  fs.writeFileSync(path.join(files, 'people.csv'), csv);
  fs.writeFileSync(path.join(files, 'nested.json'), json);

  const app = await start();
  const user = workbench(app.page);
  await user.ready();
  for (const [name, rows] of [
    ['customers', '2,000'],
    ['orders', '8,907'],
    ['web_events', '5,000'],
  ] as const) {
    await expect(user.dataset(name)).toContainText(rows);
  }
  await workbench(app.page).demoReady();
  await expect(app.page.getByRole('region', { name: 'Chart' })).toContainText('Revenue is highest in December 2025');

  const dialog = await user.importFiles([path.join(files, 'people.csv'), path.join(files, 'nested.json')]);
  await expect(dialog).toContainText('3 rows are in “people”');
  await dialog.getByRole('button', { name: 'Query it' }).click();
  await expect(user.dataset('nested')).toContainText('2');

  await user.runToEnd(
    `SELECT p.zip, n.person.name AS who, p.amount
FROM people AS p
JOIN nested AS n USING (id);`,
    /1 row/,
  );
  await expect(app.page.getByRole('gridcell', { name: /00123/ }).first()).toBeVisible();

  await app.page.getByLabel('Show as').getByText('Chart').last().click();
  await expect(app.page.getByRole('region', { name: 'Chart' }).last()).toContainText('10.5');

  const exported = path.join(home, 'out.csv');
  await app.saveNextTo(exported);
  await app.page.keyboard.press('ControlOrMeta+E');
  const exporting = app.page.getByRole('dialog', { name: /Export/ });
  await exporting.getByRole('button', { name: 'Export', exact: true }).click();
  await expect
    .poll(() => fs.existsSync(exported) && fs.readFileSync(exported, 'utf8'))
    .toBe('zip,who,amount\n00123,Ada,10.5\n');
  await app.page.keyboard.press('Escape');
  await app.quit();

  const again = await start();
  const later = workbench(again.page);
  await later.ready();
  await expect(later.dataset('people')).toContainText('3');
  await expect(later.dataset('nested')).toContainText('2');
  await expect(again.page.locator('.view-lines').first()).toContainText('JOIN nested AS n');
  await later.runToEnd('SELECT sum(amount) AS total FROM people;', /1 row/);
  await again.page.getByLabel('Show as').getByText('Table').last().click();
  await expect(again.page.getByRole('gridcell', { name: /18\.75/ }).first()).toBeVisible();
});
