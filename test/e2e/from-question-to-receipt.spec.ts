import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { addCondition, pick } from './support/audience-form.ts';
import { expect, test } from './support/test.ts';
import { type Workbench, workbench } from './support/workbench.ts';

const reviews = path.resolve('sample-data/data/product_reviews.csv');

/** A rule of two conditions, with its query read and run. Gives the size that the screen told. */
async function buildAudience(user: Workbench, show: (name: string) => Promise<void>): Promise<string> {
  const { page } = user;
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
  return shown;
}

/** Adds the folder where the files go, through the dialog, which checks and tests it. */
async function addFolder(page: Page, out: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Activation' }).click();
  await expect(page.getByText('Nowhere to send to yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add a destination' }).click();
  const dialog = page.getByRole('dialog', { name: 'New destination' });
  await dialog.getByLabel('Name', { exact: true }).fill('Exports');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText('Give the whole path of the folder.')).toBeVisible();
  await dialog.getByLabel('Folder', { exact: true }).fill(out);
  await dialog.getByRole('button', { name: 'Save and test' }).click();
  await expect(dialog.getByRole('status')).toContainText('A test file was written');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
}

test(
  'from a question to a receipt: an audience by clicks, why, overlap, split, dry run, send and undo',
  { tag: '@electron' },
  async ({ start, home }) => {
    test.setTimeout(300_000); // it is several journeys in one
    const { page } = await start();
    const user = workbench(page);
    await user.ready();
    await user.demoReady();
    const out = path.join(home, 'out');
    const show = (name: string) =>
      page.getByRole('radiogroup', { name: 'Show' }).getByText(name, { exact: true }).click();
    const imported = await user.importFiles([reviews]);
    await imported.locator('footer').getByRole('button', { name: 'Close' }).click();
    await addFolder(page, out);

    const shown = await buildAudience(user, show);
    await show('Why?');
    await page.getByLabel('customer_id of the person').fill('nobody');
    await page.getByRole('button', { name: 'Why?', exact: true }).click();
    await expect(page.getByText('nobody is not in “customers” at all.')).toBeVisible();
    await show('Settings');
    for (const attribute of ['email', 'marketing_consent']) {
      await page.getByRole('combobox', { name: 'Attributes that members keep' }).fill(attribute);
      await page.getByRole('option', { name: attribute, exact: true }).click();
    }
    await page.getByLabel('Name of the audience').fill('Loyal in MA');
    await page.getByRole('button', { name: 'Save audience' }).click();
    await expect(page.getByText(`“Loyal in MA” was saved with ${shown} members.`)).toBeVisible();
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
    const people = Number(shown.replaceAll(',', '')) - 1;

    await user.runToEnd(
      'CREATE AUDIENCE few WITH (primary_identity = customer_id, identity_namespace = CRMID) AS (SELECT customer_id FROM "Loyal in MA" ORDER BY ALL LIMIT 3)',
      /Audience “few” created with 3 members/,
    );
    await page.getByRole('tab', { name: /Loyal in MA/ }).click();
    await user.choose('Overlaps of audiences');
    const overlaps = page.getByRole('region', { name: 'Overlaps', exact: true });
    await expect(overlaps.getByRole('status')).toContainText(
      /“(Loyal in MA|few)” and “(Loyal in MA|few)”: 3 people in both/,
    );

    await page.getByRole('tab', { name: /Loyal in MA/ }).click();
    await show('Settings');
    await page.getByRole('button', { name: 'Split into groups…' }).click();
    const split = page.getByRole('dialog', { name: 'Split “Loyal in MA” into groups' });
    await expect(split.getByText(/^The sizes fit the shares/)).toBeVisible();
    await split.getByLabel('Percent of group 1').fill('20');
    await expect(split.getByText('The groups make 110 %, not 100 %.')).toBeVisible();
    await split.getByLabel('Percent of group 2').fill('80');
    await split.getByRole('button', { name: 'Save as “Loyal in MA split”' }).click();
    await expect(page.getByText(`“Loyal in MA split” has ${people} people with their groups.`)).toBeVisible();

    await page.getByRole('tab', { name: /^Loyal in MA$/ }).click();
    await page.getByRole('button', { name: 'Send…' }).click();
    const settings = page.getByRole('region', { name: 'Settings' });
    const check = page.getByRole('button', { name: 'Check', exact: true });
    await check.click();
    await expect(page.getByRole('alert').filter({ hasText: 'Nothing may leave' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send 0 rows…' })).toBeDisabled();
    await settings.getByText('By records').click();
    await settings.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'marketing_consent' }).click();
    await settings.getByRole('combobox', { name: 'Made for' }).click();
    await page.getByRole('option', { name: 'Meta Custom Audiences' }).click();
    await settings.getByRole('combobox', { name: 'Keep back' }).click();
    await page.getByRole('option', { name: 'A group of a split' }).click();
    await expect(settings.getByRole('combobox', { name: 'Group kept back' })).toHaveValue('holdout');
    await expect(page.getByText('The settings changed since this check.')).toBeVisible();
    await check.click();
    const headline = page.getByText(new RegExp(`^\\d+ of ${people} rows would go to “Exports”; \\d+ stay\\.$`));
    await expect(headline).toBeVisible();
    const leaving = Number(/^\d+/.exec((await headline.textContent()) ?? '')?.[0]);
    await expect(page.getByText(/^At most 100\.0\s% can match/)).toBeVisible();
    const outcomes = page.getByRole('region', { name: 'Who leaves and who stays' });
    const heldOut = 'held out as control group: “holdout” of the split “Loyal in MA split”';
    await expect(outcomes).toContainText(heldOut);
    await page.getByRole('button', { name: 'Examples' }).first().click();
    await expect(outcomes).toContainText('@example.com');

    await page.getByRole('button', { name: `Send ${leaving} rows…` }).click();
    const confirm = page.getByRole('dialog', { name: 'Send now?' });
    await expect(confirm).toContainText(`${leaving} rows leave this machine for ${out}, in 1 file.`);
    await confirm.getByRole('button', { name: `Send ${leaving} rows` }).click();
    const receipt = page.getByRole('region', { name: 'Receipt', exact: true });
    await expect(receipt.getByText(/^Sent: /)).toBeVisible();
    await expect(receipt).toContainText(heldOut);
    await expect(receipt).toContainText('consent was refused or withdrawn');
    const [name = ''] = fs.readdirSync(out).filter((file) => file.endsWith('.csv'));
    const file = fs.readFileSync(path.join(out, name));
    await expect(receipt).toContainText(crypto.createHash('sha256').update(file).digest('hex'));
    const [header = '', ...rows] = file.toString().trimEnd().split('\n');
    expect(header.split(',')[0]).toBe('email');
    expect(rows).toHaveLength(leaving);
    expect(rows.every((row) => /^[0-9a-f]{64}/.test(row))).toBe(true);
    expect(file.toString()).not.toContain('@');

    await page.getByRole('button', { name: 'Undo this send…' }).click();
    await page.getByRole('button', { name: 'Send the removal file' }).click();
    await expect(page.getByRole('heading', { name: /^Removal: / })).toBeVisible();
    const removal = fs.readdirSync(out).find((each) => each.startsWith('removal-')) ?? '';
    expect(fs.readFileSync(path.join(out, removal), 'utf8').trimEnd().split('\n')).toHaveLength(leaving + 1);
    await page.getByRole('navigation').getByRole('button', { name: 'Activation' }).click();
    await expect(page.getByRole('button', { name: new RegExp(`^Loyal in MA Sent · ${leaving} rows`) })).toBeVisible();

    await page.getByRole('tab', { name: /^Loyal in MA$/ }).click();
    await show('Settings');
    await page.getByRole('button', { name: 'Drop audience' }).click();
    await expect(page.getByText(/Audience “Loyal in MA” dropped/)).toBeVisible();
  },
);
