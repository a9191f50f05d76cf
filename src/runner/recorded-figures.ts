import type { Batch } from '../engine/batch.ts';
import { jsonAt } from '../engine/json.ts';
import type { ColumnInfo } from '../engine/types.ts';
import type { RecordedFigures } from './run-record.ts';

type Json = RecordedFigures['rows'][number][number];

/** The first rows of a result as a record keeps them. */
export function recordFigures(
  columns: readonly ColumnInfo[],
  batches: readonly Batch[],
  rowCount: number,
): RecordedFigures {
  return {
    columns: columns.map(({ name, sqlType }) => ({ name, type: sqlType })),
    rows: batches.flatMap((batch) =>
      Array.from({ length: batch.rowCount }, (_, row) =>
        columns.map((_column, index): Json => {
          const column = batch.columns[index];
          return column === undefined ? null : exactJson(jsonAt(column, row));
        }),
      ),
    ),
    rowCount,
  };
}

/** JSON text as values; a number that would lose digits stays a text. */
function exactJson(text: string): Json {
  if (/^-?\d/.test(text)) {
    const number = Number(text);
    const plain = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
    return String(number) === plain || /e/i.test(text) ? number : text;
  }
  return JSON.parse(text) as Json; // the engine's values are JSON
}
