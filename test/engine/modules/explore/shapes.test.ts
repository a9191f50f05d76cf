import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../../../electron/cli/open-project.ts';
import truths from '../../../../sample-data/truths.json' with { type: 'json' };
import { scalar } from '../../../../src/engine/collect.ts';
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { moduleById } from '../../../../src/modules/index.ts';
import { textOf } from '../../../../src/modules/words.ts';
import { openSampleProject } from '../../../golden/sample-project.ts';
import { rowsOf, sampleRunner } from '../run-sample.ts';

let database: OpenDatabase;
let run: ReturnType<typeof sampleRunner>;
beforeAll(async () => {
  database = await openSampleProject(['web_clickstream', 'web_events', 'customers', 'orders', 'events_engagement']);
  run = sampleRunner(database);
});
afterAll(() => database.close());

async function plainly(statement: string): Promise<number> {
  const session = await database.engine.openSession();
  try {
    return Number(await scalar(session, statement));
  } finally {
    await session.close();
  }
}

describe('flat events', () => {
  const filled = async (settings: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      rowsOf(await run('explore.flatten-events', settings), 'columns').map(({ column_name, rows, filled }) => [
        textOf(column_name),
        [rows, filled],
      ]),
    );

  test('one row for each product of 5,000 page views', async () => {
    const settings = {
      dataset: 'web_events',
      columns: ['_id', 'identityMap.CRMID[1].id', 'productListItems[1].name'],
      list: 'productListItems',
      keepEmpty: false,
    };
    const products = await plainly('SELECT sum(len(productListItems)) FROM web_events');
    expect(products).toBe(2306);
    expect(await filled(settings)).toMatchObject({ _id: [2306, 2306], productListItems_name: [2306, 2306] });
    const without = await plainly('SELECT count(*) FROM web_events WHERE coalesce(len(productListItems), 0) = 0');
    expect(await filled({ ...settings, keepEmpty: true })).toMatchObject({
      _id: [2306 + without, 2306 + without],
      productListItems_name: [2306 + without, 2306],
    });
  });

  test('the first item of a list that stays in the row has a name of its own', async () => {
    const columns = ['identityMap.ECID[1].id', 'identityMap.CRMID[1].id'];
    expect(await filled({ dataset: 'web_events', columns })).toEqual({
      identityMap_ECID_id: [5000, 5000],
      identityMap_CRMID_id: [5000, 2015],
    });
  });

  test('items that are lost are counted', async () => {
    const record = await run('explore.flatten-events', {
      dataset: 'web_events',
      columns: ['productListItems[1].name'],
    });
    const check = record.checks.find(({ id }) => id === 'one_item_1');
    const several = await plainly('SELECT count(*) FROM web_events WHERE len(productListItems) > 1');
    expect(several).toBeGreaterThan(0);
    expect(check?.evidence.rows.reduce((all, [, rows]) => all + Number(rows), 0)).toBe(several);
  });

  test('everything at once: every single value, and lists as text', async () => {
    const columns = await filled({ dataset: 'web_clickstream' });
    expect(Object.keys(columns)).toContain('web_webPageDetails_pageViews_value');
    expect(columns.productListItems?.[0]).toBe(truths['web_clickstream.ndjson.gz'].records);
  });
});

describe('one customer', () => {
  const sources = {
    dataset: 'customers',
    person: 'customer_id',
    events: [
      { dataset: 'orders', person: 'customer_id', time: 'ordered_at', label: 'product', amount: 'amount' },
      { dataset: 'events_engagement', person: 'user_id', time: 'event_time', label: 'feature' },
    ],
  };

  test('has the events of both datasets, in order of time', async () => {
    const record = await run('explore.customer-360', { ...sources, who: '00104102' });
    const orders = await plainly("SELECT count(*) FROM orders WHERE customer_id = '00104102'");
    const uses = await plainly("SELECT count(*) FROM events_engagement WHERE user_id = '00104102'");
    expect(Object.fromEntries(rowsOf(record, 'datasets').map(({ dataset, events }) => [dataset, events]))).toEqual({
      orders,
      events_engagement: uses,
    });
    const times = rowsOf(record, 'timeline').map(({ event_time }) => textOf(event_time));
    expect(times).toEqual([...times].sort());
    expect(rowsOf(record, 'attributes')[0]).toMatchObject({ attribute: 'customer_id', value: '00104102' });
  });

  test('who is not there is said so', async () => {
    const record = await run('explore.customer-360', { ...sources, who: '104102' });
    expect(record.findings[0]?.words).toBe('There is no profile of this person.');
    expect(record.checks.find(({ id }) => id === 'person_is_there')?.passed).toBe(false);
  });

  test('datasets with the same key are suggested', () => {
    const main = database.workspace.datasets.filter(({ schema }) => schema === 'main');
    expect(moduleById('explore.customer-360').suggest?.(catalogView(main))).toEqual({
      dataset: 'customers',
      person: 'customer_id',
      events: [{ dataset: 'orders', person: 'customer_id', time: 'ordered_at', label: 'channel', amount: 'amount' }],
    });
  });

  test('no events is refused', async () => {
    await expect(run('explore.customer-360', { ...sources, events: [] })).rejects.toThrow(
      'No dataset of events is chosen.',
    );
  });
});
