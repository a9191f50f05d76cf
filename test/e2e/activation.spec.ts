import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { Page } from '@playwright/test';
import { startSshd } from '../support/servers/sshd.ts';
import { startSwift } from '../support/servers/swift-s3.ts';
import { startWebhookServer } from '../support/servers/webhook-server.ts';
import type { RunningApp } from './support/shell.ts';
import { expect, test } from './support/test.ts';
import { workbench } from './support/workbench.ts';

/** Opens the form that sends the demo project's customers. */
async function openCustomersSend(page: Page): Promise<void> {
  await workbench(page).dataset('customers').dblclick();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

/** Starts the app on the demo project, with that form open. */
async function startCustomersSend(start: () => Promise<RunningApp>): Promise<Page> {
  const { page } = await start();
  const user = workbench(page);
  await user.ready();
  await user.demoReady();
  await openCustomersSend(page);
  return page;
}

/** Sends what was checked, all of the customers. */
async function sendAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send 2,000 rows…' }).click();
  await page.getByRole('dialog', { name: 'Send now?' }).getByRole('button', { name: 'Send 2,000 rows' }).click();
}

test(
  'compressed JSON lines in several files go to S3, with a basis stated in words',
  { tag: '@once' },
  async ({ start }) => {
    const server = await startSwift();
    const { endpoint, secrets } = server;
    const client = new S3Client({
      ...{ endpoint, region: 'us-east-1', forcePathStyle: true, credentials: secrets },
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    try {
      const Bucket = 'audiences';
      await client.send(new CreateBucketCommand({ Bucket }));
      const page = await startCustomersSend(start);

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
      await sendAll(page);
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
  },
);

test('a delivery is cancelled midway, and the receipt says what had arrived', { tag: '@once' }, async ({ start }) => {
  const server = await startWebhookServer();
  try {
    server.slowDown(1500);
    const page = await startCustomersSend(start);
    const settings = page.getByRole('region', { name: 'Settings' });
    await settings.getByRole('button', { name: 'New destination…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New destination' });
    await dialog.getByLabel('Name', { exact: true }).fill('Hook');
    await dialog.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: /^Webhook/ }).click();
    await dialog.getByLabel('Address').fill(server.url);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await settings.getByText('Stated basis').click();
    await settings.getByLabel('Lawful basis, in words').fill('Contract: news about the order');
    await settings.getByRole('combobox', { name: 'Format' }).click();
    await page.getByRole('option', { name: 'JSON lines' }).click();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await sendAll(page);
    await expect.poll(() => server.seen.length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    const receipt = page.getByRole('region', { name: 'Receipt', exact: true });
    await expect(receipt.getByText(/^Cancelled: 0 of 1 file had arrived/)).toBeVisible();
    expect(server.seen.filter(({ method }) => method === 'POST').length).toBeLessThan(4);
  } finally {
    await server.stop();
  }
});

test('a server’s key is trusted once, then a schedule sends there by itself', { tag: '@once' }, async ({ start }) => {
  const server = await startSshd();
  try {
    const page = await startCustomersSend(start);
    const settings = page.getByRole('region', { name: 'Settings' });
    await settings.getByRole('button', { name: 'New destination…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New destination' });
    await dialog.getByLabel('Name', { exact: true }).fill('Server');
    await dialog.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: /^SFTP/ }).click();
    await dialog.getByLabel('Host', { exact: true }).fill('127.0.0.1');
    await dialog.getByLabel('Port').fill(String(server.port));
    await dialog.getByLabel('User').fill(server.user);
    await dialog.getByLabel('Folder', { exact: true }).fill(server.folder);
    await dialog.getByRole('combobox', { name: 'Signed in by' }).click();
    await page.getByRole('option', { name: 'Private key' }).click();
    await dialog.getByRole('textbox', { name: 'Private key' }).fill(server.privateKey);
    await dialog.getByRole('button', { name: 'Save and test' }).click();
    await expect(dialog.getByRole('alert')).toContainText('SHA256:');
    await dialog.getByRole('button', { name: 'It is the server’s key: trust it' }).click();
    await expect(dialog.getByRole('status')).toBeVisible();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();

    await settings.getByText('Stated basis').click();
    await settings.getByLabel('Lawful basis, in words').fill('Contract: news about the order');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByRole('button', { name: 'Schedule…' }).click();
    const schedule = page.getByRole('dialog', { name: 'Send on a schedule?' });
    await expect(schedule).toContainText('Now that would be 2,000 rows of 2,000 rows.');
    await schedule.getByRole('button', { name: 'Keep the schedule' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'Activation' }).click();
    const entry = page.getByRole('button', { name: /^customers every day at 06:00 UTC/ });
    await expect(entry).toBeVisible();
    await page.getByRole('button', { name: 'More for the schedule of customers' }).click();
    await page.getByRole('menuitem', { name: 'Run now' }).click();
    await expect(entry).toContainText('Sent');
    const names = fs.readdirSync(server.folder).filter((name) => name.endsWith('.csv'));
    expect(names).toHaveLength(1);
    expect(
      fs
        .readFileSync(path.join(server.folder, names[0] ?? ''), 'utf8')
        .trimEnd()
        .split('\n'),
    ).toHaveLength(2001);

    await page.getByRole('button', { name: /^customers Sent · 2,000 rows/ }).click();
    const people = page.getByRole('region', { name: 'People' });
    await people.getByRole('textbox').fill('00100000');
    await people.getByRole('button', { name: 'Look' }).click();
    await expect(people.getByRole('status')).toHaveText('Yes: this person’s row is in the send.');
    await people.getByRole('textbox').fill('nobody');
    await people.getByRole('button', { name: 'Look' }).click();
    await expect(people.getByRole('status')).toHaveText('No: this person is not in the send.');
  } finally {
    await server.stop();
  }
});
