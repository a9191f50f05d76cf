import { createRequire } from 'node:module';
import fs from 'node:fs';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    readonly axe: { run(context: Document, options: object): Promise<AxeResults> };
  }
}

/** Every fault against WCAG 2.1 AA on the screen as it is, in one line each. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

test(
  'every screen meets WCAG 2.1 AA in all three themes, and is used without a mouse',
  { tag: '@once' },
  async ({ start }) => {
    const { page } = await start();
    const user = workbench(page);
    await user.ready();
    await workbench(page).demoReady();

    for (const theme of ['light', 'dark', 'high contrast']) {
      await workbench(page).choose(`Theme: ${theme}`);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      expect(await faults(page), `query and chart, ${theme}`).toEqual([]);
    }

    await user.choose('New query tabs: Data Distiller SQL');
    await user.newQuery();
    const bar = page.getByRole('toolbar', { name: 'Query' }).last();
    await user.runToEnd(
      "CREATE TABLE big WITH (rowvalidation = 'true') AS SELECT * FROM orders WHERE quantity > 2;",
      /Table “big” created with/,
    );
    await expect(page.getByRole('list', { name: 'Notices' })).toBeVisible();
    for (const theme of ['light', 'dark', 'high contrast']) {
      await user.choose(`Theme: ${theme}`);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      expect(await faults(page), `notices, ${theme}`).toEqual([]);
    }
    await user.choose('Show as DuckDB SQL');
    const shown = page.getByRole('region', { name: 'DuckDB SQL' });
    await expect(shown).toContainText('CREATE TABLE');
    await shown.focus();
    await expect(shown).toBeFocused();
    for (const theme of ['light', 'dark', 'high contrast']) {
      await user.choose(`Theme: ${theme}`);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      expect(await faults(page), `DuckDB SQL, ${theme}`).toEqual([]);
    }
    await page.getByRole('combobox', { name: 'Show as' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Trino' }).waitFor();
    for (let step = 0; step < 8; step++) {
      if ((await page.getByRole('option', { name: 'Trino' }).getAttribute('data-combobox-selected')) !== null) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    const exported = page.getByRole('region', { name: 'Trino SQL' });
    await expect(exported).toContainText('CREATE TABLE');
    await expect(page.getByRole('region', { name: 'Notes on the translation' })).toBeVisible();
    await exported.focus();
    await expect(exported).toBeFocused();
    for (const theme of ['light', 'dark', 'high contrast']) {
      await user.choose(`Theme: ${theme}`);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      expect(await faults(page), `Trino SQL, ${theme}`).toEqual([]);
    }
    await bar.getByRole('radio', { name: 'Data Distiller' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(bar.getByRole('radio', { name: 'DuckDB' })).toBeChecked();
    await expect(bar.getByRole('button', { name: 'DuckDB SQL' })).toHaveCount(0);

    const tree = page.getByRole('tree', { name: 'Tables and columns' });
    await tree.focus();
    await page.keyboard.press('w');
    await page.keyboard.press('ArrowRight');
    await expect(user.dataset('eventType')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'web_events' })).toBeVisible();
    await expect(page.getByRole('gridcell', { name: /e00001/ }).first()).toBeVisible();
    expect(await faults(page), 'table').toEqual([]);

    for (const key of ['ControlOrMeta+,', 'F1', 'ControlOrMeta+O']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await faults(page), `dialog on ${key}`).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }

    await page.getByRole('navigation').getByRole('button', { name: 'Guides' }).click();
    await page.getByRole('button', { name: /^Profile a table/ }).click();
    await expect(page.getByText('What a run will do')).toBeVisible();
    expect(await faults(page), 'guide').toEqual([]);
    await page.getByRole('button', { name: 'Run', exact: true }).last().click();
    await expect(page.getByText('“orders” has 8,907 rows')).toBeVisible();
    expect(await faults(page), 'findings').toEqual([]);
    await page.getByText('Steps and SQL').click();
    expect(await faults(page), 'steps').toEqual([]);
    await page.getByRole('button', { name: 'Lesson', exact: true }).click();
    await expect(page.getByRole('article')).toBeVisible();
    expect(await faults(page), 'lesson').toEqual([]);

    await user.choose('New audience');
    await expect(page.getByLabel('Size of the audience')).toBeVisible();
    for (const kind of [/What people are/, /What people did/, /In what order/, /Where they are listed/, /A group/]) {
      await page.getByRole('button', { name: 'Add a condition' }).last().click();
      await page.getByRole('menuitem', { name: kind }).click();
    }
    await expect(page.getByRole('region', { name: 'Group', exact: true })).toBeVisible();
    expect(await faults(page), 'audience').toEqual([]);
  },
);
