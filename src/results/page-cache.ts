import { type CancelSignal, createCancelSource, type CancelSource } from '../core/cancel.ts';
import { isCancelled } from '../core/error.ts';
import type { CellPlace, RowWindow } from './row-source.ts';
import { createHeldRows, type HeldRows } from './held-rows.ts';
import type { Batch } from '../engine/batch.ts';

/** A block of rows and columns that is loaded as a whole: `start` and `firstColumn` up to but without the ends. */
export interface Page {
  readonly startRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

export interface PageCacheOptions {
  readonly columnCount: number;
  readonly load: (page: Page, signal: CancelSignal) => Promise<readonly Batch[]>;
  /** Called when a page arrived. */
  readonly onLoad: () => void;
  readonly onError: (error: unknown) => void;
  /** Bytes kept; what was looked at longest ago goes first. */
  readonly maxBytes?: number;
  readonly rowsPerPage?: number;
  readonly columnsPerPage?: number;
}

/** Pages of a table that is too large to hold. */
export interface PageCache {
  cell(row: number, column: number): CellPlace | undefined;
  /** Loads the pages of a window one after the other; pages of an earlier window that did not start yet are forgotten. */
  ensure(window: RowWindow, rowCount: number): void;
  close(): void;
}

/**
 * How many windows in a row may leave out the page under way before it is cancelled: while a scroll bar is dragged,
 * cancelling every page at once would show none.
 */
const patience = 4;

interface Loading {
  readonly key: number;
  readonly source: CancelSource;
  unwanted: number;
}

/** Loads at most one page at a time, so that dragging a scroll bar over millions of rows starts no stampede. */
export function createPageCache(options: PageCacheOptions): PageCache {
  const { columnCount, maxBytes = 64 << 20, rowsPerPage = 256, columnsPerPage = 64 } = options;
  const pages = new Map<number, HeldRows>();
  let wanted = new Map<number, Page>();
  let failed = new Set<number>();
  let loading: Loading | undefined;
  let bytes = 0;
  let closed = false;

  const columnGroups = Math.ceil(columnCount / columnsPerPage);
  const keyOf = (row: number, column: number) =>
    Math.floor(row / rowsPerPage) * columnGroups + Math.floor(column / columnsPerPage);

  const evict = () => {
    for (const [key, rows] of pages) {
      if (bytes <= maxBytes) return;
      if (wanted.has(key)) continue;
      pages.delete(key);
      bytes -= rows.bytes;
    }
  };

  const keep = (key: number, batches: readonly Batch[]) => {
    if (closed) return;
    bytes -= pages.get(key)?.bytes ?? 0;
    const rows = createHeldRows();
    for (const batch of batches) rows.add(batch);
    pages.set(key, rows);
    bytes += rows.bytes;
    evict();
    options.onLoad();
  };

  const isMissing = (key: number, page: Page) =>
    !failed.has(key) && (pages.get(key)?.rowCount ?? -1) < page.endRow - page.startRow;

  /** Loads until nothing wanted is missing; `wanted` may change meanwhile. */
  const work = async () => {
    for (let next = firstMissing(); next !== undefined; next = firstMissing()) {
      const [key, page] = next;
      loading = { key, source: createCancelSource(), unwanted: 0 };
      try {
        keep(key, await options.load(page, loading.source.signal));
      } catch (error) {
        if (!isCancelled(error)) fail(key, error);
      }
      loading = undefined;
    }
  };
  const firstMissing = () => (closed ? undefined : [...wanted].find(([key, page]) => isMissing(key, page)));
  const fail = (key: number, error: unknown) => {
    failed.add(key);
    if (!closed) options.onError(error);
  };

  return {
    cell(row, column) {
      const rows = pages.get(keyOf(row, column));
      return rows?.cell(row % rowsPerPage, column % columnsPerPage);
    },
    ensure(window, rowCount) {
      const asked = pagesOf(window, { rowCount, columnCount, rowsPerPage, columnsPerPage });
      const next = new Map(asked.map((page) => [keyOf(page.startRow, page.firstColumn), page]));
      if ([...next.keys()].some((key) => !wanted.has(key))) failed = new Set();
      wanted = next;
      for (const key of wanted.keys()) {
        const rows = pages.get(key);
        if (rows === undefined) continue;
        pages.delete(key);
        pages.set(key, rows);
      }
      if (loading === undefined) void work();
      else if (wanted.has(loading.key)) loading.unwanted = 0;
      else if (++loading.unwanted >= patience) loading.source.cancel();
    },
    close() {
      closed = true;
      loading?.source.cancel();
      pages.clear();
    },
  };
}

interface PageLayout {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rowsPerPage: number;
  readonly columnsPerPage: number;
}

/** The pages a window touches, from its top left on. */
export function pagesOf(window: RowWindow, layout: PageLayout): Page[] {
  const { rowCount, columnCount, rowsPerPage, columnsPerPage } = layout;
  const endRow = Math.min(window.endRow, rowCount);
  if (window.startRow >= endRow) return [];
  const groups = [...new Set(window.columns.map((column) => Math.floor(column / columnsPerPage)))];
  const pages: Page[] = [];
  for (
    let start = Math.floor(Math.max(0, window.startRow) / rowsPerPage) * rowsPerPage;
    start < endRow;
    start += rowsPerPage
  ) {
    for (const group of groups) {
      pages.push({
        startRow: start,
        endRow: Math.min(rowCount, start + rowsPerPage),
        firstColumn: group * columnsPerPage,
        endColumn: Math.min(columnCount, (group + 1) * columnsPerPage),
      });
    }
  }
  return pages;
}
