import { describe, expect, test } from 'vitest';
import { type CancelSignal, cancelledError } from '../../../src/core/cancel.ts';
import { batchBytes } from '../../../src/engine/batch.ts';
import { valueAt } from '../../../src/engine/value.ts';
import { createPageCache, type Page, type PageCacheOptions, pagesOf } from '../../../src/results/page-cache.ts';
import { batch, integers } from './columns.ts';

interface Request {
  readonly page: Page;
  readonly signal: CancelSignal;
  answer(): Promise<void>;
  fail(error: Error): Promise<void>;
}

const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

/** Pages whose cell (row, column) holds row × 1000 + column, answered by hand. */
function setUp(options: Partial<PageCacheOptions> = {}) {
  const requests: Request[] = [];
  const errors: unknown[] = [];
  let loads = 0;
  const cache = createPageCache({
    columnCount: 20,
    rowsPerPage: 10,
    columnsPerPage: 8,
    load: (page, signal) =>
      new Promise((resolve, reject) => {
        signal.onCancel(() => reject(cancelledError()));
        requests.push({
          page,
          signal,
          answer: () => {
            resolve([contentOf(page)]);
            return settle();
          },
          fail: (error) => {
            reject(error);
            return settle();
          },
        });
      }),
    onLoad: () => loads++,
    onError: (error) => errors.push(error),
    ...options,
  });
  const value = (row: number, column: number) => {
    const place = cache.cell(row, column);
    return place === undefined ? undefined : valueAt(place.column, place.row);
  };
  return { cache, requests, errors, value, loads: () => loads };
}

function contentOf({ startRow, endRow, firstColumn, endColumn }: Page) {
  const column = (index: number) =>
    integers(Array.from({ length: endRow - startRow }, (_, row) => (startRow + row) * 1000 + firstColumn + index));
  return batch(...Array.from({ length: endColumn - firstColumn }, (_, index) => column(index)));
}

const look = (startRow: number, endRow: number, columns: readonly number[] = [0]) => ({ startRow, endRow, columns });

describe('pagesOf', () => {
  const layout = { rowCount: 95, columnCount: 20, rowsPerPage: 10, columnsPerPage: 8 };

  test('covers a window by pages, the last ones cut at the end', () => {
    expect(pagesOf(look(85, 120, [3, 17, 4]), layout)).toEqual([
      { startRow: 80, endRow: 90, firstColumn: 0, endColumn: 8 },
      { startRow: 80, endRow: 90, firstColumn: 16, endColumn: 20 },
      { startRow: 90, endRow: 95, firstColumn: 0, endColumn: 8 },
      { startRow: 90, endRow: 95, firstColumn: 16, endColumn: 20 },
    ]);
  });

  test('a window behind the end needs none', () => {
    expect(pagesOf(look(95, 120), layout)).toEqual([]);
  });
});

describe('the page cache', () => {
  test('loads what is looked at, one page at a time, and gives cells at once then', async () => {
    const { cache, requests, value, loads } = setUp();
    cache.ensure(look(5, 25, [0, 9]), 100);
    expect(requests).toHaveLength(1);
    expect(value(12, 9)).toBeUndefined();
    for (let index = 0; index < 6; index++) await requests[index]?.answer();
    expect(requests).toHaveLength(6);
    expect(loads()).toBe(6);
    expect(value(12, 9)).toBe(12_009n);
    cache.ensure(look(5, 25, [0, 9]), 100);
    expect(requests).toHaveLength(6);
  });

  test('pages passed over while another loads are never asked for', async () => {
    const { cache, requests } = setUp();
    for (let row = 0; row < 30; row += 10) cache.ensure(look(row, row + 5), 1000);
    await requests[0]?.answer();
    expect(requests.map(({ page }) => page.startRow)).toEqual([0, 20]);
  });

  test('a page that stays unwanted is cancelled, one wanted again is not', async () => {
    const { cache, requests } = setUp();
    cache.ensure(look(0, 5), 10_000);
    cache.ensure(look(50, 55), 10_000);
    cache.ensure(look(60, 65), 10_000);
    cache.ensure(look(0, 5), 10_000);
    for (let row = 100; row < 130; row += 10) cache.ensure(look(row, row + 5), 10_000);
    expect(requests[0]?.signal.cancelled).toBe(false);
    cache.ensure(look(200, 205), 10_000);
    expect(requests[0]?.signal.cancelled).toBe(true);
    await settle();
    expect(requests.map(({ page }) => page.startRow)).toEqual([0, 200]);
  });

  test('forgets what was looked at longest ago when it is full', async () => {
    const pageBytes = batchBytes(contentOf({ startRow: 0, endRow: 10, firstColumn: 0, endColumn: 8 }));
    const { cache, requests, value } = setUp({ maxBytes: pageBytes * 2 });
    for (const row of [0, 10]) {
      cache.ensure(look(row, row + 5), 1000);
      await requests.at(-1)?.answer();
    }
    cache.ensure(look(0, 5), 1000);
    cache.ensure(look(20, 25), 1000);
    await requests.at(-1)?.answer();
    expect([value(0, 0), value(10, 0), value(20, 0)]).toEqual([0n, undefined, 20_000n]);
  });

  test('keeps all that is looked at, however large', async () => {
    const { cache, requests, value } = setUp({ maxBytes: 1 });
    cache.ensure(look(0, 20), 1000);
    await requests[0]?.answer();
    await requests[1]?.answer();
    expect([value(0, 0), value(19, 0)]).toEqual([0n, 19_000n]);
  });

  test('loads the last page again after the table has grown', async () => {
    const { cache, requests, value } = setUp();
    cache.ensure(look(0, 10), 4);
    await requests[0]?.answer();
    expect([value(3, 0), value(4, 0)]).toEqual([3000n, undefined]);
    cache.ensure(look(0, 10), 9);
    await requests[1]?.answer();
    expect(value(8, 0)).toBe(8000n);
  });

  test('tells of a page that fails, and tries it again only when the view moves', async () => {
    const { cache, requests, errors } = setUp();
    cache.ensure(look(0, 5), 100);
    await requests[0]?.fail(new Error('gone'));
    cache.ensure(look(0, 5), 100);
    expect([requests.length, errors.length]).toEqual([1, 1]);
    cache.ensure(look(0, 15), 100);
    await settle();
    expect(requests).toHaveLength(2);
  });

  test('once closed it cancels, forgets and loads no more', async () => {
    const { cache, requests, value } = setUp();
    cache.ensure(look(0, 15), 100);
    await requests[0]?.answer();
    cache.close();
    await settle();
    expect(requests[1]?.signal.cancelled).toBe(true);
    expect(value(0, 0)).toBeUndefined();
    cache.ensure(look(0, 15), 100);
    expect(requests).toHaveLength(2);
  });
});
