import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

async function addCondition(page: Page, kind: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Add a condition' }).last().click();
  await page.getByRole('menuitem', { name: kind }).click();
}

async function pick(page: Page, box: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: box }).last().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('an audience is built by clicks, counted at each condition, explained, kept, and changes with a reason', async ({
  start,
}) => {
  const { page } = await start();
  const user = workbench(page);
  await user.ready();
  await user.demoReady();
  const show = (name: string) =>
    page.getByRole('radiogroup', { name: 'Show' }).getByText(name, { exact: true }).click();

  await page.getByRole('navigation').getByRole('button', { name: 'Audiences' }).click();
  await expect(page.getByText('No audiences yet')).toBeVisible();
  await page.getByRole('button', { name: 'New audience' }).click();
  const size = page.getByLabel('Size of the audience');
  await expect(size).toHaveText('2,000 of 2,000 people (100 %)');

  await addCondition(page, /What people are/);
  await expect(page.getByText('Choose a column of “customers”. It does not count yet.')).toBeVisible();
  await pick(page, 'Column of the people', 'state');
  await page.getByRole('combobox', { name: 'Value of state' }).fill('MA');
  await page.getByRole('combobox', { name: 'Value of state' }).press('Enter');
  await expect(size).not.toContainText('2,000 of');

  await addCondition(page, /What people did/);
  await page.getByRole('textbox', { name: 'How many' }).fill('5');
  await page.getByRole('button', { name: 'Only where…' }).click();
  await pick(page, 'Column of the events', 'status');
  await page.getByRole('combobox', { name: 'Value of status' }).fill('completed');
  await page.getByRole('combobox', { name: 'Value of status' }).press('Enter');
  const members = page.getByRole('region', { name: 'What it gives' });
  await show('SQL');
  await expect(members.locator('pre')).toContainText('HAVING count(*) >= 5');
  await expect(members.locator('pre')).toContainText("status = 'completed'");
  await expect(size).not.toHaveAttribute('data-measuring');
  const shown = ((await size.textContent()) ?? '').replace(/ .*/, '');
  await members.getByRole('button', { name: 'Open in the editor' }).click();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(user.outcome.last()).toContainText(`${shown} rows`);
  await page.getByRole('tab', { name: /New audience/ }).click();

  await show('Why?');
  await page.getByLabel('customer_id of the person').fill('nobody');
  await page.getByRole('button', { name: 'Why?', exact: true }).click();
  await expect(page.getByText('nobody is not in “customers” at all.')).toBeVisible();

  await page.getByLabel('Name of the audience').fill('Loyal in MA');
  await page.getByRole('button', { name: 'Save audience' }).click();
  await expect(page.getByText(/“Loyal in MA” was saved with \d+ members?\./)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Audiences' }).getByText('Loyal in MA')).toBeVisible();

  await user.runToEnd(
    `UPDATE customers SET state = 'NY' WHERE customer_id = (SELECT min(customer_id) FROM "Loyal in MA")`,
    /1 row changed/,
  );
  await page.getByRole('tab', { name: /Loyal in MA/ }).click();
  await page.getByRole('button', { name: 'Save and refresh' }).click();
  await expect(page.getByText(/0 joined, 1 left\./)).toBeVisible();
  await show('History');
  await page.getByRole('button', { name: 'Who joined and left?' }).first().click();
  await expect(page.getByText('1 left: state is MA is no longer true')).toBeVisible();

  await show('Settings');
  await page.getByRole('button', { name: 'Drop audience' }).click();
  await expect(page.getByText(/Audience “Loyal in MA” dropped/)).toBeVisible();
  await expect(page.getByText('No audiences yet')).toBeVisible();
});

test('a query becomes conditions, and what they cannot say stays a query', { tag: '@once' }, async ({ start }) => {
  const { page } = await start();
  const user = workbench(page);
  await user.ready();
  await user.demoReady();
  await user.choose('New audience');
  const definition = page.getByRole('region', { name: 'Who belongs to it' });
  await definition.getByText('SQL', { exact: true }).click();
  const query = definition.getByLabel('Query', { exact: true });
  await query.fill("SELECT customer_id FROM customers WHERE state = 'MA' AND length(customer_id) > 3 LIMIT 5");
  await definition.getByText('Conditions', { exact: true }).click();
  await expect(
    page.getByText('This query stays SQL. It has a clause LIMIT, which conditions cannot say.'),
  ).toBeVisible();
  await query.fill("SELECT customer_id FROM customers WHERE state = 'MA' AND length(customer_id) > 3");
  await definition.getByText('Conditions', { exact: true }).click();
  await expect(page.getByLabel('Condition in SQL')).toHaveValue('length(customer_id) > 3');
  await expect(page.getByText('no effect')).toBeVisible();

  await user.newQuery();
  await user.runToEnd(
    'CREATE AUDIENCE few WITH (primary_identity = customer_id, identity_namespace = CRMID) AS (SELECT customer_id FROM customers LIMIT 3)',
    /Audience “few” created with 3 members/,
  );
});
