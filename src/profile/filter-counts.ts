import type { CancelSignal } from '../core/cancel.ts';
import { literal, type Sql, sql } from '../core/sql.ts';
import { collect, type Collected } from '../engine/collect.ts';
import { numberAt } from '../engine/value.ts';
import type { Filter } from '../results/filter.ts';
import { filterSql, whereSql } from '../results/filter-sql.ts';
import type { ResultSet } from '../results/result-set.ts';
import { storedColumn, type StoredResult } from '../results/stored-table.ts';
import type { ValueCount } from './column-profile.ts';
import { readTop } from './profile-columns.ts';
import { topValuesSql } from './profile-sql.ts';

/** What a column holds among the rows that pass some filters. */
export interface FilterCounts {
  readonly rows: number;
  readonly missing: number;
  /** Different values, estimated. */
  readonly distinct: number;
  /** The most frequent values that contain the text looked for, most frequent first; texts over 1,000 bytes left out. */
  readonly values: readonly ValueCount[];
}

export interface CountRequest {
  readonly column: number;
  /** Filters of the other columns. */
  readonly others: readonly Filter[];
  /** Only values whose text contains this, in any case. */
  readonly search: string;
  readonly limit: number;
}

/** Counts a column's values over all rows of a result that pass the filters of other columns. */
export async function countValues(
  result: ResultSet,
  request: CountRequest,
  signal: CancelSignal,
): Promise<FilterCounts> {
  const { column, others, search, limit } = request;
  const stored = await result.materialize(signal);
  const info = stored.columns[column];
  const { session, giveBack } = await result.space.borrow();
  try {
    if (info === undefined) return { rows: 0, missing: 0, distinct: 0, values: [] };
    const totals = await collect(session, totalsSql(stored, column, others).text, { signal });
    const [total = 0, present = 0, distinct = 0] = firstRow(totals);
    const found: Filter = { kind: 'text', column, match: 'contains', text: search, matchCase: false, negated: false };
    const filters = search === '' ? others : [...others, found];
    const rows = sql`(SELECT * FROM ${stored.relation}${whereSql(filters, stored.columns)})`;
    const listed = info.type.kind === 'text' ? shortValues(rows, column) : rows;
    const top = await collect(session, topValuesSql(listed, { sql: storedColumn(column), info }, limit).text, {
      signal,
    });
    return { rows: total, missing: total - present, distinct, values: readTop(top) };
  } finally {
    giveBack();
  }
}

/** How many rows pass a filter, of those that pass the filters of other columns. */
export interface Passing {
  readonly rows: number;
  readonly of: number;
}

/** Counts the rows that a filter would leave. */
export async function countPassing(
  result: ResultSet,
  others: readonly Filter[],
  filter: Filter,
  signal: CancelSignal,
): Promise<Passing> {
  const stored = await result.materialize(signal);
  const { session, giveBack } = await result.space.borrow();
  try {
    const condition = filterSql(filter, stored.columns);
    const statement = sql`SELECT
  count_if(${condition}),
  count(*)
FROM ${stored.relation}${whereSql(others, stored.columns)}`;
    const [rows = 0, of = 0] = firstRow(await collect(session, statement.text, { signal }));
    return { rows, of };
  } finally {
    giveBack();
  }
}

function firstRow({ batches }: Collected): number[] {
  const row = batches.find((batch) => batch.rowCount > 0);
  return (row?.columns ?? []).map((column) => numberAt(column, 0));
}

/** Longer texts are found by what they contain, not chosen from a list. */
const listedBytes = 1000;

function shortValues(rows: Sql, column: number): Sql {
  return sql`(SELECT * FROM ${rows} WHERE strlen(${storedColumn(column)}) <= ${literal(listedBytes)})`;
}

function totalsSql(stored: StoredResult, column: number, others: readonly Filter[]): Sql {
  const value = storedColumn(column);
  return sql`SELECT
  count(*),
  count(${value}),
  approx_count_distinct(${value})
FROM ${stored.relation}${whereSql(others, stored.columns)}`;
}
