import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

/** Runs SQL on a project's folder from the command line. */
function commandLine(project: string, sql: string): void {
  execFileSync(process.execPath, ['dist/electron/cli.mjs', 'sql', '--project', project, '-e', sql], { stdio: 'pipe' });
}

test('a project is a folder: window and command line take turns on it, and neither loses what the other wrote', async ({
  home,
  start,
}) => {
  const folder = path.join(home, 'work', 'Spring mail');
  const app = await start();
  const user = workbench(app.page);
  await user.ready();
  await workbench(app.page).demoReady();

  await workbench(app.page).choose('New project');
  const dialog = app.page.getByRole('dialog', { name: 'New project' });
  await dialog.getByLabel('Name').fill('Spring mail');
  await dialog.getByLabel('Folder').fill(folder);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(app.page.getByRole('button', { name: 'Project Spring mail' })).toBeVisible();
  await user.ready();
  await expect(app.page.getByText('No data yet')).toBeVisible();

  await user.newQuery();
  await user.runToEnd('CREATE TABLE people AS SELECT range AS id FROM range(3);', /created with 3 rows/);
  await app.page.keyboard.press('ControlOrMeta+S');
  const saving = app.page.getByRole('dialog', { name: /Save query/ });
  await saving.getByLabel('Name').fill('make people');
  await saving.getByRole('button', { name: 'Save' }).click();
  await expect(saving).toHaveCount(0);
  expect(fs.readFileSync(path.join(folder, 'sql', 'make people.sql'), 'utf8')).toContain('CREATE TABLE people');
  expect(() => {
    commandLine(folder, 'SELECT 1');
  }).toThrow(/open since/);
  await expect(app.page.getByText('Saved', { exact: true })).toBeVisible();
  await app.quit();

  commandLine(folder, 'INSERT INTO people VALUES (7), (8); CREATE TABLE from_outside AS SELECT 1 AS one');

  const again = await start();
  const later = workbench(again.page);
  await later.ready();
  await expect(later.dataset('people')).toContainText('5');
  await expect(later.dataset('from_outside')).toContainText('1');
  await later.dataset('people').dblclick();
  await again.page.getByText('History', { exact: true }).first().click();
  const snapshots = again.page.getByRole('row');
  await expect(snapshots.filter({ hasText: 'Rows added' })).toContainText('INSERT INTO people');
  await snapshots.filter({ hasText: 'Created' }).getByRole('button', { name: 'Restore' }).click();
  await expect(later.dataset('people')).toContainText('3');
});
