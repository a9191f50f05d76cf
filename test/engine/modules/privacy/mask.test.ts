import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCancelSource } from '../../../../src/core/cancel.ts';
import { rows } from '../../../../src/engine/collect.ts';
import { moduleById } from '../../../../src/modules/index.ts';
import { createResultSpace } from '../../../../src/results/result-space.ts';
import { runModule } from '../../../../src/runner/run-module.ts';
import { computeHere } from '../../../../electron/node/compute-here.ts';
import { testKeys } from '../../../support/test-keys.ts';
import { openSamples, type SampleProject } from '../enrich/open-samples.ts';

let samples: SampleProject;
beforeAll(async () => {
  samples = await openSamples('healthcare_customers');
});
afterAll(() => samples.database.close());

interface Wanted {
  readonly column: string;
  readonly treatment: string;
  readonly setting?: string;
}

async function masked(treatments: readonly Wanted[], more: Readonly<Record<string, unknown>> = {}) {
  await samples.run('privacy.mask', {
    dataset: 'healthcare_customers',
    treatments,
    key: 'masking',
    saveAs: 'masked',
    ...more,
  });
}

async function query(statement: string) {
  const session = await samples.database.engine.openSession();
  return rows(session, statement).finally(() => session.close());
}

test('the forms of the chapter', async () => {
  await samples.execute(`CREATE OR REPLACE TABLE people AS SELECT * FROM (VALUES
    ('Jane Doe', '555-123-4567', 'jane.doe@example.com', '1 Elm Street, Springfield', 41, 'ÀB-cd 12'),
    (NULL, NULL, NULL, NULL, NULL, NULL)) AS t (name, phone, email, address, age, code)`);
  await masked(
    [
      { column: 'name', treatment: 'random-name' },
      { column: 'phone', treatment: 'phone-last-four' },
      { column: 'email', treatment: 'email-first-four' },
      { column: 'address', treatment: 'last-part' },
      { column: 'age', treatment: 'band' },
      { column: 'code', treatment: 'mask', setting: 'X;x;n;*' },
    ],
    { dataset: 'people' },
  );
  const [first, second] = await query('FROM masked');
  expect(first).toMatchObject({
    phone: 'XXX-XXX-4567',
    email: 'jane****@domain.com',
    address: 'Springfield',
    age: '40-49',
    code: 'XX*xx*nn',
  });
  expect(first?.name).toMatch(/^User\d{1,4}$/);
  expect(Object.values(second ?? {})).toEqual(Array(6).fill(null));
});

test('masking characters that are letters themselves replaces nothing twice', async () => {
  await samples.execute("CREATE OR REPLACE TABLE codes AS SELECT 'Ab1' AS code");
  await masked([{ column: 'code', treatment: 'mask', setting: 'u;l;d;-' }], { dataset: 'codes' });
  expect(await query('FROM masked')).toEqual([{ code: 'uld' }]);
});

test('a pseudonym is the HMAC of the value under the named key', async () => {
  await masked([{ column: 'customer_id', treatment: 'pseudonym' }]);
  const [found] = await query(`SELECT m.customer_id AS pseudonym FROM masked AS m
    POSITIONAL JOIN healthcare_customers AS h WHERE h.customer_id = '00103878'`);
  expect(found?.pseudonym).toBe(createHmac('sha256', 'the kept key masking').update('00103878').digest('hex'));
});

test('tokens are one to one with values, and the vault turns all of them back', async () => {
  await masked([{ column: 'customer_id', treatment: 'token' }], { vaultAs: 'vault' });
  const [count] = await query(`SELECT count(*) AS n FROM masked AS m POSITIONAL JOIN healthcare_customers AS h
    JOIN vault AS v ON v.column_name = 'customer_id' AND v.token = m.customer_id AND v."value" = h.customer_id`);
  expect(count?.n).toBe(1500n);
});

test('shuffling within groups keeps what each group holds and moves it', async () => {
  await masked([{ column: 'diagnosis_code', treatment: 'shuffle' }], { shuffleWithin: ['gender'] });
  const difference = await query(`(SELECT gender, diagnosis_code, count(*) AS n FROM masked GROUP BY ALL)
    EXCEPT (SELECT gender, diagnosis_code, count(*) AS n FROM healthcare_customers GROUP BY ALL)`);
  expect(difference).toEqual([]);
  const [moved] = await query(`SELECT count(*) AS n FROM masked AS m POSITIONAL JOIN healthcare_customers AS h
    WHERE m.diagnosis_code <> h.diagnosis_code AND m.customer_id = h.customer_id`);
  // Six diagnoses whose shares squared add up to 0.22: about 1,170 of 1,500 rows get another one.
  expect(Number(moved?.n)).toBeGreaterThan(1000);
});

test('noise stays within its reach and differs from row to row', async () => {
  await samples.execute(`CREATE OR REPLACE TABLE amounts AS
    SELECT 100.0 :: DOUBLE AS amount, DATE '2026-03-01' AS day FROM range(1000)`);
  await masked(
    [
      { column: 'amount', treatment: 'noise', setting: '5 %' },
      { column: 'day', treatment: 'noise', setting: '7' },
    ],
    { dataset: 'amounts' },
  );
  const [found] = await query(`SELECT min(amount) AS least, max(amount) AS most, count(DISTINCT amount) AS n,
    min(day) :: VARCHAR AS first, max(day) :: VARCHAR AS last FROM masked`);
  expect(found?.least).toBeGreaterThanOrEqual(95);
  expect(found?.most).toBeLessThanOrEqual(105);
  expect(Number(found?.n)).toBeGreaterThan(500);
  expect(found).toMatchObject({ first: '2026-02-22 00:00:00', last: '2026-03-08 00:00:00' });
});

test('what was forgotten is told: names left as they are, columns too poor to hide', async () => {
  const { violations } = await samples.run('privacy.mask', {
    dataset: 'healthcare_customers',
    treatments: [{ column: 'gender', treatment: 'pseudonym' }],
  });
  expect(violations('identifiers_are_treated')).toBe(5);
  expect(violations('values_are_many')).toBe(1);
  expect(violations('key_is_kept')).toBe(1);
});

test.each([
  [[{ column: 'age', treatment: 'mask' }], 'takes text'],
  [[{ column: 'age', treatment: 'band', setting: '-3' }], 'a number of 0 or more'],
  [[{ column: 'email', treatment: 'group', setting: 'no pair' }], 'a list such as'],
  [[{ column: 'email', treatment: 'mask', setting: 'a;A;n;-' }], 'does not exchange two kinds'],
  [
    [
      { column: 'email', treatment: 'redact' },
      { column: 'email', treatment: 'hash' },
    ],
    'two treatments',
  ],
  [[], 'No column has a treatment'],
])('treatments that cannot be are refused in words', async (treatments, message) => {
  await expect(samples.run('privacy.mask', { dataset: 'healthcare_customers', treatments })).rejects.toThrow(message);
});

test('the key stands in no record and no error, even where a user wrote it', async () => {
  const key = await testKeys.secrets('masking');
  const { signal } = createCancelSource();
  const events: unknown[] = [];
  const services = {
    ...samples.database,
    ...testKeys,
    space: createResultSpace(samples.database.engine),
    compute: computeHere,
  };
  const run = await runModule(services, {
    module: moduleById('privacy.mask'),
    input: {
      dataset: 'healthcare_customers',
      treatments: [
        { column: 'email', treatment: 'redact', setting: key },
        { column: 'customer_id', treatment: 'pseudonym' },
      ],
      key: 'masking',
    },
    signal,
    onEvent: (event) => events.push(event),
  });
  await run.close();
  const told = JSON.stringify([run.record, events]);
  expect(told).not.toContain(key);
  expect(told).not.toContain(Buffer.from(key).toString('hex'));
  expect(told).toContain('•••');
});

test('a key that nobody keeps, or that is short, ends the run before anything is read', async () => {
  const { signal } = createCancelSource();
  const space = createResultSpace(samples.database.engine);
  const request = {
    module: moduleById('privacy.mask'),
    input: {
      dataset: 'healthcare_customers',
      treatments: [{ column: 'email', treatment: 'pseudonym' }],
      key: 'masking',
    },
    signal,
    onEvent: () => undefined,
  };
  const services = { ...samples.database, space, compute: computeHere };
  await expect(runModule(services, request)).rejects.toThrow('no keys are kept');
  const short = { ...services, secrets: () => Promise.resolve('short') };
  await expect(runModule(short, request)).rejects.toThrow('has 5 bytes');
});
