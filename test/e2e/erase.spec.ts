import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

const zoe = { email: 'zoe.quarkington@example.org', id: 'PERSON-77-ZOE', note: 'left-handed violinist' };

/** Two engines are started one after the other, of which one is compiled anew. */
const rewriting = { timeout: 60_000 };

/** A project in which the person is in a file, a second dataset, an audience, statements and an open tab. */
async function fillProject(page: Page, home: string): Promise<void> {
  const user = workbench(page);
  await user.ready();
  await user.demoReady();
  const file = path.join(home, '..', `${path.basename(home)}.csv`);
  fs.writeFileSync(file, `person_id,email,note\nP-1,ann@example.org,x\n${zoe.id},${zoe.email},${zoe.note}\n`);
  const dialog = await user.importFiles([file]);
  await dialog.locator('footer').getByRole('button', { name: 'Close' }).click();
  fs.renameSync(file, path.join(home, 'imported.csv'));
  const table = path.basename(home).replaceAll('-', '_').toLowerCase();
  await user.newQuery();
  await user.runToEnd(
    `CREATE TABLE buyers AS SELECT * FROM ${table} WHERE email = '${zoe.email}';
CREATE AUDIENCE regulars WITH (primary_identity = email, identity_namespace = Email) AS SELECT email FROM ${table};`,
    /regulars/,
  );
}

/** Orders the erasure of the person, up to the confirmation, which it gives. */
async function orderErasure(page: Page): Promise<Locator> {
  const user = workbench(page);
  await user.dataset('customers').click(); // out of the editor, which has keys of its own
  await user.choose('Erase people');
  const dialog = page.getByRole('dialog', { name: 'Erase people' });
  await dialog.getByText('A list').click();
  await dialog.getByLabel('Identities, one a line').fill(`${zoe.email}\n${zoe.id}\n`);
  await dialog.getByRole('button', { name: 'Look where they are' }).click();
  const places = dialog.getByRole('region', { name: 'Where they are' });
  for (const place of ['buyers', 'regulars', '.stillhouse/history.ndjson', '.stillhouse/state.json']) {
    await expect(places.getByRole('cell', { name: place, exact: true })).toBeVisible();
  }
  const button = dialog.getByRole('button', { name: 'Erase 2 identities' });
  await expect(button).toBeDisabled();
  await dialog.getByLabel('Type ERASE to go on').fill('ERASE');
  await button.click();
  return dialog;
}

/** Files below a folder, by relative path, that hold any of the person's values. */
function filesNaming(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'imported.csv')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = fs.readFileSync(file);
      return Object.values(zoe).some((value) => bytes.includes(value) || bytes.includes(Buffer.from(value, 'utf16le')));
    })
    .map((file) => path.relative(folder, file));
}

/** The folder of the open project, wherever the shell keeps its projects. */
function projectFolder(home: string): string {
  const document = fs
    .readdirSync(home, { recursive: true, withFileTypes: true })
    .find((entry) => entry.name === 'project.json');
  return document?.parentPath ?? home;
}

test(
  'a person is erased in the window, and no byte of her is left in the project',
  { tag: '@electron' },
  async ({ home, start }) => {
    const app = await start();
    await fillProject(app.page, home);
    await expect(app.page.getByText('Saved', { exact: true })).toBeVisible();
    expect(filesNaming(projectFolder(home))).toContain('workspace.duckdb');
    const dialog = await orderErasure(app.page);
    await expect(dialog.getByText(/^2 identities erased from \d+ places, 3 rows in all.*no byte of them/)).toBeVisible(
      rewriting,
    );
    const target = path.join(home, 'report.json');
    await app.saveNextTo(target);
    await dialog.getByRole('button', { name: 'Save as JSON' }).click();
    await expect.poll(() => fs.existsSync(target)).toBe(true);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await app.quit();
    expect(filesNaming(home)).toEqual([]);
    expect(JSON.parse(fs.readFileSync(target, 'utf8'))).toMatchObject({ identities: 2, remaining: [], bytesLeft: 0 });

    const again = await start();
    const user = workbench(again.page);
    await user.ready();
    await expect(user.dataset('buyers')).toContainText('0');
    await expect(user.dataset('customers')).toContainText('2,000');
    await expect(again.page.getByRole('dialog')).toHaveCount(0);
  },
);

test(
  'an erasure that a crash ends goes on by itself when the project is opened',
  { tag: '@once' },
  async ({ home, start }) => {
    const app = await start();
    await fillProject(app.page, home);
    const dialog = await orderErasure(app.page);
    await expect(dialog.getByText(/^The rows are gone/)).toBeVisible();
    await app.kill();

    const again = await start();
    const resumed = again.page.getByRole('dialog', { name: 'Erase people' });
    await expect(resumed.getByText(/^2 identities erased from \d+ places, 3 rows in all/)).toBeVisible(rewriting);
    await resumed.getByRole('button', { name: 'Close' }).last().click();
    await again.quit();
    expect(filesNaming(projectFolder(home))).toEqual([]);
  },
);
