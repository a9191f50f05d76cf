import { type Batch, isNull } from '../engine/batch.ts';
import { jsonAt } from '../engine/json.ts';
import type { ColumnInfo } from '../engine/types.ts';
import type { TextWriter } from './text-writer.ts';
import { uniqueNames } from './unique-names.ts';

/**
 * One JSON object a line, exact as `jsonAt`; repeated column names are made unique. NULLs of the columns in `omitted` leave
 * no key.
 */
export function ndjsonWriter(columns: readonly ColumnInfo[], omitted: readonly string[] = []): TextWriter {
  const object = objectWriter(columns, omitted);
  return { head: '', row: (batch, row) => `${object(batch, row)}\n`, tail: '' };
}

/** One JSON array with one object a line. */
export function jsonArrayWriter(columns: readonly ColumnInfo[], omitted: readonly string[] = []): TextWriter {
  const object = objectWriter(columns, omitted);
  let rows = 0;
  return {
    head: '[',
    row: (batch, row) => `${rows++ === 0 ? '\n' : ',\n'}${object(batch, row)}`,
    tail: '\n]\n',
  };
}

function objectWriter(
  columns: readonly ColumnInfo[],
  omitted: readonly string[],
): (batch: Batch, row: number) => string {
  const keys = uniqueNames(columns).map((name) => `${JSON.stringify(name)}:`);
  const omits = columns.map(({ name }) => omitted.includes(name));
  const present = (batch: Batch, row: number) =>
    batch.columns.flatMap((column, index) =>
      omits[index] === true && isNull(column, row) ? [] : [(keys[index] ?? '') + jsonAt(column, row)],
    );
  const all = (batch: Batch, row: number) =>
    batch.columns.map((column, index) => (keys[index] ?? '') + jsonAt(column, row));
  const pairs = omits.includes(true) ? present : all;
  return (batch, row) => `{${pairs(batch, row).join(',')}}`;
}
