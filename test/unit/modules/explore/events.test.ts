import { describe, expect, test } from 'vitest';
import { sql } from '../../../../src/core/sql.ts';
import type { CatalogDataset } from '../../../../src/modules/catalog-view.ts';
import { durationWords } from '../../../../src/modules/explore/events/duration.ts';
import { normalisedEvents } from '../../../../src/modules/explore/events/normalise.ts';
import { suggestEvents } from '../../../../src/modules/explore/events/suggest-events.ts';
import { conditionSql } from '../../../../src/modules/row-filter.ts';
import { sourceDataset } from '../../../../src/modules/source-dataset.ts';

const dataset = (label: string, rowCount: number, ...columns: readonly string[]): CatalogDataset => ({
  label,
  relation: ['main', label],
  rowCount,
  columns: columns.map((column) => {
    const cut = column.indexOf(' ');
    return { name: column.slice(0, cut), type: column.slice(cut + 1) };
  }),
});

describe('durationWords', () => {
  test.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [45.26, '45.3 seconds'],
    [119, '119 seconds'],
    [150, '2.5 minutes'],
    [7200, '2 hours'],
    [172_800, '2 days'],
    [-150, '-2.5 minutes'],
    [Number.NaN, 'an unknown time'],
  ])('%d s are %s', (seconds, words) => {
    expect(durationWords(seconds)).toBe(words);
  });
});

describe('conditionSql', () => {
  test('a comment at the end of a condition does not swallow what follows', () => {
    expect(conditionSql('a > 1').text).toBe('(a > 1)');
    expect(conditionSql('a > 1 -- big').text).toBe('(a > 1 -- big\n)');
  });
});

describe('normalisedEvents', () => {
  const source = sourceDataset({ datasets: [dataset('visits', 1, 'person VARCHAR', 'at TIMESTAMP')] }, 'visits');

  test('names, narrows and keeps events once', () => {
    const { text } = normalisedEvents(
      source,
      [
        ['event_id', sql`key`],
        ['person', sql`person`],
        ['event_time', sql`at`],
      ],
      { from: '2026-01-01', until: '2026-01-31', where: 'x = 1', now: new Date('2026-06-15T23:00:00Z') },
      sql`FROM events`,
    );
    expect(text).toBe(`WITH chosen AS (
  SELECT
    key AS event_id,
    person,
    at AS event_time
  FROM "visits"
  WHERE (x = 1)
),
events AS (
  SELECT DISTINCT ON (event_id) *
  FROM chosen
  WHERE person IS NOT NULL
    AND event_time >= DATE '2026-01-01'
    AND event_time < DATE '2026-01-31' + INTERVAL 1 DAY
    AND event_time < DATE '2026-06-15' + INTERVAL 1 DAY
    AND event_id IS NOT NULL
)
FROM events`);
  });
});

describe('suggestEvents', () => {
  test('nothing where no dataset has person and time', () => {
    expect(suggestEvents({ datasets: [dataset('prices', 9, 'sku VARCHAR', 'price DOUBLE')] })).toEqual({});
  });

  test('a dataset with a type of event before a larger one without', () => {
    const catalog = {
      datasets: [
        dataset('orders', 900, 'order_id VARCHAR', 'customer_id VARCHAR', 'ordered_at TIMESTAMP', 'amount DOUBLE'),
        dataset('hits', 9, 'timestamp TIMESTAMP', 'eventType VARCHAR', 'identityMap STRUCT(ECID STRUCT(id VARCHAR)[])'),
      ],
    };
    expect(suggestEvents(catalog)).toEqual({
      dataset: 'hits',
      person: 'identityMap.ECID[1].id',
      time: 'timestamp',
      event: 'eventType',
    });
  });
});
