import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { Page } from '@playwright/test';
import { startSwift } from '../support/servers/swift-s3.ts';
import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

/** Opens the form that sends the demo project's customers. */
async function openCustomersSend(page: Page): Promise<void> {
  await workbench(page).dataset('customers').dblclick();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

test('people with consent go to a folder, the rest stays with the reason, and a removal takes them out again', async ({
  start,
  home,
}) => {
  const { page } = await start();
  const user = workbench(page);
  await user.ready();
  await user.demoReady();
  const out = path.join(home, 'out');

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

  await page.getByRole('navigation').getByRole('button', { name: 'Data' }).click();
  await openCustomersSend(page);
  const settings = page.getByRole('region', { name: 'Settings' });
  const check = page.getByRole('button', { name: 'Check', exact: true });
  await check.click();
  const stopped = page.getByRole('alert').filter({ hasText: 'Nothing may leave' });
  await expect(stopped).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send 0 rows…' })).toBeDisabled();

  await settings.getByText('By records').click();
  await settings.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'marketing_consent' }).click();
  await settings.getByRole('combobox', { name: 'Made for' }).click();
  await page.getByRole('option', { name: 'Meta Custom Audiences' }).click();
  await expect(page.getByText('The settings changed since this check.')).toBeVisible();
  await check.click();
  await expect(page.getByText('1,424 of 2,000 rows would go to “Exports”; 576 stay.')).toBeVisible();
  await expect(page.getByText(/^At most 100\.0\s% can match/)).toBeVisible();
  await page.getByRole('button', { name: 'Examples' }).click();
  await expect(page.getByRole('region', { name: 'Who leaves and who stays' })).toContainText('@example.com');

  await page.getByRole('button', { name: 'Send 1,424 rows…' }).click();
  const confirm = page.getByRole('dialog', { name: 'Send now?' });
  await expect(confirm).toContainText(`1,424 rows leave this machine for ${out}, in 1 file.`);
  await confirm.getByRole('button', { name: 'Send 1,424 rows' }).click();

  const receipt = page.getByRole('region', { name: 'Receipt', exact: true });
  await expect(receipt.getByText(/^Sent: /)).toBeVisible();
  await expect(receipt).toContainText('consent was refused or withdrawn');
  const [name = ''] = fs.readdirSync(out).filter((file) => file.endsWith('.csv'));
  const file = fs.readFileSync(path.join(out, name));
  await expect(receipt).toContainText(crypto.createHash('sha256').update(file).digest('hex'));
  const [header = '', first = '', ...others] = file.toString().trimEnd().split('\n');
  expect(header.split(',')[0]).toBe('email');
  expect(others).toHaveLength(1423);
  expect(first.split(',')[0]).toBe(crypto.createHash('sha256').update('ximena.xu1@example.com').digest('hex'));
  expect(file.toString()).not.toContain('@');

  await page.getByRole('button', { name: 'Undo this send…' }).click();
  await page.getByRole('button', { name: 'Send the removal file' }).click();
  await expect(page.getByRole('heading', { name: /^Removal: / })).toBeVisible();
  const removal = fs.readdirSync(out).find((each) => each.startsWith('removal-')) ?? '';
  expect(fs.readFileSync(path.join(out, removal), 'utf8').trimEnd().split('\n')).toHaveLength(1425);

  await page.getByRole('navigation').getByRole('button', { name: 'Activation' }).click();
  await expect(page.getByRole('button', { name: /^customers Sent · 1,424 rows/ })).toBeVisible();
});

test('compressed JSON lines in several files go to S3, with a basis stated in words', async ({ start }) => {
  const server = await startSwift();
  const { endpoint, secrets } = server;
  const client = new S3Client({
    ...{ endpoint, region: 'us-east-1', forcePathStyle: true, credentials: secrets },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  try {
    const Bucket = 'audiences';
    await client.send(new CreateBucketCommand({ Bucket }));
    const { page } = await start();
    const user = workbench(page);
    await user.ready();
    await user.demoReady();
    await openCustomersSend(page);

    const settings = page.getByRole('region', { name: 'Settings' });
    await settings.getByRole('button', { name: 'New destination…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New destination' });
    await dialog.getByLabel('Name', { exact: true }).fill('Bucket');
    await dialog.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: /^S3/ }).click();
    await dialog.getByRole('combobox', { name: 'Service' }).click();
    await page.getByRole('option', { name: 'Another S3 service' }).click();
    await dialog.getByLabel('Endpoint').fill(endpoint);
    await dialog.getByLabel('Bucket', { exact: true }).fill(Bucket);
    await dialog.getByLabel('Access key ID').fill(secrets.accessKeyId);
    await dialog.getByLabel('Secret access key').fill('wrong');
    await dialog.getByRole('button', { name: 'Save and test' }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await dialog.getByLabel('Secret access key').fill(secrets.secretAccessKey);
    await dialog.getByRole('button', { name: 'Save and test' }).click();
    await expect(dialog.getByRole('status')).toBeVisible();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();

    await settings.getByText('Stated basis').click();
    await settings.getByLabel('Lawful basis, in words').fill('Contract: news about the order');
    await settings.getByRole('combobox', { name: 'Format' }).click();
    await page.getByRole('option', { name: 'JSON lines' }).click();
    await settings.getByRole('switch', { name: 'Compressed (gzip)' }).check();
    await settings.getByLabel('Rows a file at most').fill('1500');
    await settings.getByLabel('Name', { exact: true }).fill('daily/{dataset}-{part:00}');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByText('2,000 of 2,000 rows would go to “Bucket”; 0 stay.')).toBeVisible();
    await page.getByRole('button', { name: 'Send 2,000 rows…' }).click();
    await page.getByRole('dialog', { name: 'Send now?' }).getByRole('button', { name: 'Send 2,000 rows' }).click();
    await expect(page.getByRole('region', { name: 'Receipt', exact: true }).getByText(/^Sent: /)).toBeVisible();
    await expect(page.getByText('Stated basis: Contract: news about the order')).toBeVisible();

    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
    const names = Contents.map(({ Key = '' }) => Key).filter((key) => key.endsWith('.gz'));
    expect(names).toEqual(['daily/customers-00.ndjson.gz', 'daily/customers-01.ndjson.gz']);
    const lines: string[] = [];
    for (const Key of names) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      lines.push(...zlib.gunzipSync(bytes).toString().trimEnd().split('\n'));
    }
    expect(lines).toHaveLength(2000);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ customer_id: '00100000', email: 'zoe.haddad0@example.com' });
  } finally {
    client.destroy();
    await server.stop();
  }
});
