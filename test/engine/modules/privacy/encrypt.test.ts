import { createDecipheriv } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rows } from '../../../../src/engine/collect.ts';
import { testKeys } from '../../../support/test-keys.ts';
import { openSamples, type SampleProject } from '../enrich/open-samples.ts';

let samples: SampleProject;
beforeAll(async () => {
  samples = await openSamples('healthcare_customers');
});
afterAll(() => samples.database.close());

async function query(statement: string) {
  const session = await samples.database.engine.openSession();
  return rows(session, statement).finally(() => session.close());
}

/** The kept keys of the tests are the name after some words: this one has 24 bytes. */
const key = 'contacts001';
const columns = ['email', 'age', 'total_spent'];

test.each(['GCM', 'CBC', 'ECB'])('what %s encrypts in a dataset, it decrypts to the same', async (mode) => {
  const shared = { columns, key, mode, aad: 'people', encoding: mode === 'CBC' ? 'hex' : 'base64' };
  await samples.run('privacy.encrypt', { ...shared, dataset: 'healthcare_customers', saveAs: 'sealed' });
  const { violations } = await samples.run('privacy.encrypt', {
    ...shared,
    dataset: 'sealed',
    direction: 'decrypt',
    saveAs: 'opened',
  });
  expect(violations('all_are_decrypted')).toBe(0);
  const [same] = await query(`SELECT count(*) AS n FROM opened AS o POSITIONAL JOIN healthcare_customers AS h
    WHERE o.customer_id = h.customer_id AND o.email = h.email AND o.age = h.age :: VARCHAR AND o.total_spent = h.total_spent :: VARCHAR`);
  expect(same?.n).toBe(1500n);
});

test('another implementation reads the layout of Spark', async () => {
  await samples.run('privacy.encrypt', { dataset: 'healthcare_customers', columns: ['email'], key, saveAs: 'sealed' });
  const [row] = await query(
    'SELECT s.email AS sealed, h.email FROM sealed AS s POSITIONAL JOIN healthcare_customers AS h LIMIT 1',
  );
  const bytes = Buffer.from(typeof row?.sealed === 'string' ? row.sealed : '', 'base64');
  const cipher = createDecipheriv('aes-192-gcm', Buffer.from(await testKeys.secrets(key)), bytes.subarray(0, 12));
  cipher.setAuthTag(bytes.subarray(-16));
  expect(Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]).toString()).toBe(row?.email);
});

test('equal values look different, but for ECB', async () => {
  await samples.execute("CREATE OR REPLACE TABLE same AS SELECT 'a' AS v, 1 AS n FROM range(5000)");
  const different = async (mode: string) => {
    const { rows: found } = await samples.run('privacy.encrypt', { dataset: 'same', columns: ['v'], key, mode });
    return found('values')[0]?.different_after;
  };
  expect([await different('GCM'), await different('CBC'), await different('ECB')]).toEqual([5000, 5000, 1]);
});

test('another key, or a changed value, ends in a check that keeps the dataset from being written', async () => {
  await samples.run('privacy.encrypt', { dataset: 'healthcare_customers', columns: ['email'], key, saveAs: 'sealed' });
  const { record, violations } = await samples.run('privacy.encrypt', {
    dataset: 'sealed',
    columns: ['email', 'country'],
    key: 'contacts002',
    direction: 'decrypt',
    saveAs: 'wrong',
  });
  expect(violations('all_are_decrypted')).toBe(2);
  expect(record.outputs).toEqual([]);
});

test.each([
  [{ key: '' }, 'No key is named'],
  [{ key: 'four' }, 'The key has 17 bytes'],
  [{ key, keyFormat: 'hex' }, 'cannot be read as it is said to be written'],
])('keys that cannot be are refused in words', async (input, message) => {
  const asked = { dataset: 'healthcare_customers', columns: ['email'], ...input };
  await expect(samples.run('privacy.encrypt', asked)).rejects.toThrow(message);
});
