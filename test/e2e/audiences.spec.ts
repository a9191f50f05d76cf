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

  await page.getByRole('navigation').getByRole('button', { name: 'Audiences' }).click();
  await expect(page.getByText('No audiences yet')).toBeVisible();
  await page.getByRole('button', { name: 'New audience' }).click();
  const size = page.getByLabel('Size of the audience');
  await expect(size).toHaveText('2,000 of 2,000 people (100 %)');

  await addCondition(page, /What people are/);
  await expect(page.getByText('Choose a column of “customers”. It does not count yet.')).toBeVisible();
  await pick(page, 'Column of the people', 'country');
  await page.getByLabel('Value of country').fill('DE');
  await page.getByLabel('Value of country').press('Enter');
  await expect(size).not.toContainText('2,000 of');

  await addCondition(page, /What people did/);
  await page.getByLabel('How many').fill('5');
  await page.getByRole('button', { name: 'Only where…' }).click();
  await pick(page, 'Column of the events', 'status');
  await page.getByLabel('Value of status').fill('completed');
  await page.getByLabel('Value of status').press('Enter');
  const members = page.getByRole('region', { name: 'What it gives' });
  await page.getByText('SQL', { exact: true }).last().click();
  await expect(members.locator('pre')).toContainText('HAVING count(*) >= 5');
  const text = (await members.locator('pre').textContent()) ?? '';

  const shown = Number(((await size.textContent()) ?? '').replace(/[^\d].*/, ''));
  await user.newQuery();
  await user.runToEnd(`SELECT count(*) AS members FROM (\n${text}\n)`, /members/);
  await expect(user.outcome.last()).toContainText(shown.toLocaleString('en'));
  await page.getByRole('tab', { name: /New audience/ }).click();

  await page.getByText('Why?', { exact: true }).first().click();
  await page.getByLabel('customer_id of the person').fill('nobody');
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByText('nobody is not in “customers” at all.')).toBeVisible();

  await page.getByLabel('Name of the audience').fill('Loyal Germans');
  await page.getByRole('button', { name: 'Save audience' }).click();
  await expect(page.getByText(/“Loyal Germans” was saved with \d+ members?\./)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Audiences' }).getByText('Loyal Germans')).toBeVisible();

  await user.newQuery();
  await user.runToEnd(
    `UPDATE customers SET country = 'AT' WHERE customer_id = (SELECT min(customer_id) FROM "Loyal Germans")`,
    /1 row changed/,
  );
  await page.getByRole('tab', { name: /Loyal Germans/ }).click();
  await page.getByRole('button', { name: 'Save and refresh' }).click();
  await expect(page.getByText(/0 joined, 1 left\./)).toBeVisible();
  await page.getByText('History', { exact: true }).click();
  await page.getByRole('button', { name: 'Who joined and left?' }).first().click();
  await expect(page.getByText('country is DE is no longer true: was DE, is AT').first()).toBeVisible();
});

test('a query becomes conditions, and what they cannot say stays a query', async ({ start }) => {
  const { page } = await start();
  const user = workbench(page);
  await user.ready();
  await user.demoReady();
  await user.choose('New audience');
  const definition = page.getByRole('region', { name: 'Who belongs to it' });
  await definition.getByText('SQL', { exact: true }).click();
  const query = definition.getByLabel('Query', { exact: true });
  await query.fill("SELECT customer_id FROM customers WHERE country = 'DE' AND length(customer_id) > 3 LIMIT 5");
  await definition.getByText('Conditions', { exact: true }).click();
  await expect(
    page.getByText('This query stays SQL. It has a clause LIMIT, which conditions cannot say.'),
  ).toBeVisible();
  await query.fill("SELECT customer_id FROM customers WHERE country = 'DE' AND length(customer_id) > 3");
  await definition.getByText('Conditions', { exact: true }).click();
  await expect(page.getByLabel('Condition in SQL')).toHaveValue('length(customer_id) > 3');
  await expect(page.getByText('no effect')).toBeVisible();

  await user.newQuery();
  await user.runToEnd(
    'CREATE AUDIENCE few WITH (primary_identity = customer_id, identity_namespace = CRMID) AS (SELECT customer_id FROM customers LIMIT 3)',
    /Audience “few” created with 3 members/,
  );
});
