import type { Batch } from '../engine/batch.ts';
import { jsonAt } from '../engine/json.ts';
import type { ColumnInfo } from '../engine/types.ts';
import type { TextWriter } from './text-writer.ts';
import { uniqueNames } from './unique-names.ts';

/** One JSON object a line, exact as `jsonAt`; repeated column names are made unique. */
export function ndjsonWriter(columns: readonly ColumnInfo[]): TextWriter {
  const object = objectWriter(columns);
  return { head: '', row: (batch, row) => `${object(batch, row)}\n`, tail: '' };
}

/** One JSON array with one object a line. */
export function jsonArrayWriter(columns: readonly ColumnInfo[]): TextWriter {
  const object = objectWriter(columns);
  let rows = 0;
  return {
    head: '[',
    row: (batch, row) => `${rows++ === 0 ? '\n' : ',\n'}${object(batch, row)}`,
    tail: '\n]\n',
  };
}

function objectWriter(columns: readonly ColumnInfo[]): (batch: Batch, row: number) => string {
  const keys = uniqueNames(columns).map((name) => `${JSON.stringify(name)}:`);
  return (batch, row) =>
    `{${batch.columns.map((column, index) => (keys[index] ?? '') + jsonAt(column, row)).join(',')}}`;
}
