import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportRange } from '../../../../src/activation/prepare/dataset-export.ts';
import { planSend } from '../../../../src/activation/prepare/plan-send.ts';
import { prepareContext } from '../../../../src/activation/prepare/prepare-context.ts';
import { sendSettingsSchema } from '../../../../src/activation/prepare/send-settings.ts';
import { sql } from '../../../../src/core/sql.ts';
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { everyone, now, openPreparing, type Preparing } from './prepare-fixture.ts';

let preparing: Preparing;
beforeAll(async () => {
  preparing = await openPreparing();
});
afterAll(() => preparing.close());

const settings = sendSettingsSchema.parse({
  title: 'Events',
  kind: 'dataset',
  mode: 'incremental',
  dataset: 'events',
  consent: everyone,
  fields: [{ path: 'n', header: 'n' }],
});

const current = () => preparing.workspace.datasets.find(({ name }) => name === 'events')?.snapshot ?? 0;

async function exported(last: number | undefined): Promise<unknown[]> {
  const { range } = exportRange('incremental', last, current());
  const rows = await preparing.workspace.travel('events', range);
  const catalog = catalogView(preparing.workspace.datasets);
  const narrow = ({ label }: { readonly label: string }) => (label === 'events' ? sql`(\n${rows}\n)` : undefined);
  const context = prepareContext({ catalog, now, destination: 'lake', sentBefore: false, narrow });
  const found = await preparing.read(planSend(settings, context).rows.text);
  return found.map(({ n }) => n);
}

test('an incremental export takes all rows first, then those written since', async () => {
  await preparing.create('CREATE TABLE events AS SELECT * FROM (VALUES (1), (2)) AS t(n)');
  expect(await exported(undefined)).toEqual([1, 2]);
  const first = current();
  await preparing.create('INSERT INTO events VALUES (3), (4);\nDELETE FROM events WHERE n IN (1, 4)');
  expect(await exported(first)).toEqual([3]);
  expect(await exported(current())).toEqual([]);
});
