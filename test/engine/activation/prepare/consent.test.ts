import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SendSettingsInput } from '../../../../src/activation/prepare/send-settings.ts';
import { openPreparing, type Preparing } from './prepare-fixture.ts';

let preparing: Preparing;
beforeAll(async () => {
  preparing = await openPreparing();
  await preparing.create(
    "CREATE TABLE people AS SELECT 'p' || range AS id, 'p' || range || '@x.org' AS mail FROM range(1, 13)",
  );
  await preparing.create(`CREATE TABLE consent (who VARCHAR, purpose VARCHAR, channel VARCHAR, status VARCHAR, given VARCHAR, ends DATE);
INSERT INTO consent VALUES
  ('p1', 'ads', 'email', 'Yes', '2026-01-01', '2027-01-01'),
  ('p2', 'ads', 'email', 'no', '2026-01-01', '2027-01-01'),
  ('p3', 'ads', 'email', NULL, '2026-01-01', '2027-01-01'),
  ('p4', 'ads', 'email', 'maybe', '2026-01-01', '2027-01-01'),
  ('p5', 'ads', 'email', 'yes', '2026-01-01', '2026-06-15'),
  ('p6', 'ads', 'email', 'yes', '2026-01-01', '2027-01-01'),
  ('p6', 'ads', 'email', 'no', '2026-02-01', '2027-01-01'),
  ('p7', 'ads', 'email', 'no', '2026-01-01', '2027-01-01'),
  ('p7', 'ads', 'email', 'yes', '2026-02-01', '2027-01-01'),
  ('p8', 'ads', 'email', 'yes', '2026-02-01', '2027-01-01'),
  ('p8', 'ads', 'email', 'no', '2026-02-01', '2027-01-01'),
  ('p9', 'news', 'email', 'yes', '2026-02-01', '2027-01-01'),
  ('p10', 'ads', 'email', 'yes', 'some day', '2027-01-01'),
  ('p11', 'ads', 'email', 'yes', '2026-02-01', NULL),
  ('p12', 'ads', 'email', 'yes', '2026-02-01', '2027-01-01'),
  ('p12', 'ads', NULL, 'no', NULL, NULL)`);
});
afterAll(() => preparing.close());

const records = {
  kind: 'records',
  dataset: 'consent',
  identity: 'who',
  status: 'status',
  purpose: { column: 'purpose', value: 'ads' },
  channel: { column: 'channel', value: 'E-Mail' },
  time: 'given',
  expiry: 'ends',
} as const;

function settings(consent: SendSettingsInput['consent']): SendSettingsInput {
  return {
    title: 'T',
    dataset: 'people',
    identity: 'id',
    fields: [{ path: 'mail', header: 'mail' }],
    ...(consent && { consent }),
  };
}

describe('consent', () => {
  test('lets nobody pass when none is chosen', async () => {
    expect(new Set(await preparing.outcomes(settings(undefined)))).toEqual(new Set(['consent-none']));
  });

  test('lets everyone pass on a basis stated in words', async () => {
    expect(
      new Set(await preparing.outcomes(settings({ kind: 'stated-basis', words: 'Contract with customers' }))),
    ).toEqual(new Set(['sent']));
  });

  test('keeps back whoever has not clearly agreed, with the reason', async () => {
    const channel = { column: 'channel', value: 'EMAIL' };
    expect(await preparing.outcomes(settings({ ...records, channel }))).toEqual([
      'sent',
      'consent-withdrawn',
      'consent-unknown',
      'consent-unknown',
      'consent-expired',
      'consent-withdrawn',
      'sent',
      'consent-withdrawn',
      'consent-not-found',
      'consent-unknown',
      'consent-unknown',
      'consent-withdrawn',
    ]);
  });

  test('finds nobody under another channel, but hears refusals that name none', async () => {
    const outcomes = await preparing.outcomes(settings(records));
    expect(outcomes.pop()).toBe('consent-withdrawn');
    expect(new Set(outcomes)).toEqual(new Set(['consent-not-found']));
  });

  test('without a time needs all records to agree; with one it can grow too old; an end can be optional', async () => {
    const everywhere = { ...records, channel: null };
    const untimed = await preparing.outcomes(settings({ ...everywhere, time: null }));
    expect(untimed[6]).toBe('consent-withdrawn');
    expect(untimed[9]).toBe('sent');
    const aged = await preparing.outcomes(settings({ ...everywhere, maximumAge: 150 }));
    expect(aged[0]).toBe('consent-expired');
    expect(aged[6]).toBe('sent');
    const endless = await preparing.outcomes(settings({ ...everywhere, endless: true }));
    expect(endless[10]).toBe('sent');
  });

  test('is read from a path into a column of the source itself', async () => {
    await preparing.create(`CREATE TABLE nested AS SELECT * FROM (VALUES
      (1, {'marketing': {'email': {'val': 'y'}}}),
      (2, {'marketing': {'email': {'val': 'n'}}}),
      (3, {'marketing': {'email': {'val': NULL}}}),
      (4, NULL)) AS t(id, consents)`);
    const consent = {
      kind: 'records',
      dataset: 'nested',
      identity: 'id',
      status: 'consents.marketing.email.val',
    } as const;
    expect(
      await preparing.outcomes({ ...settings(consent), dataset: 'nested', fields: [{ path: 'id', header: 'id' }] }),
    ).toEqual(['sent', 'consent-withdrawn', 'consent-unknown', 'consent-unknown']);
  });
});
