import { StillhouseError } from '../../core/error.ts';
import type { Batch, Column } from '../../engine/batch.ts';
import { textAt } from '../../engine/text.ts';
import type { ColumnInfo } from '../../engine/types.ts';
import { numberAt, valueAt, type Value } from '../../engine/value.ts';
import { doubleDecimal } from '../number-format.ts';

/** What running a chart's statement gives. */
export interface ChartResult {
  readonly columns: readonly ColumnInfo[];
  readonly batches: readonly Batch[];
}

/** A small result by column name, whatever its batches. */
export interface ResultTable {
  readonly rowCount: number;
  readonly has: (name: string) => boolean;
  /** Dates and times in milliseconds since the epoch; NaN for NULL and text. */
  readonly numbers: (name: string) => number[];
  /** Exact texts, doubles to the 15 digits they are sure of; `null` for NULL. */
  readonly texts: (name: string) => (string | null)[];
  readonly values: (name: string) => Value[];
}

/** Reads a chart's result; a column that is not there is an `internal` error. */
export function resultTable({ columns, batches }: ChartResult): ResultTable {
  const indices = new Map(columns.map((column, index) => [column.name, index]));
  const cells = <Cell>(name: string, read: (column: Column, row: number) => Cell): Cell[] => {
    const index = indices.get(name);
    if (index === undefined) throw new StillhouseError('internal', `The chart's result has no column ${name}.`);
    return batches.flatMap((batch) => {
      const column = batch.columns[index];
      return column === undefined ? [] : Array.from({ length: batch.rowCount }, (_, row) => read(column, row));
    });
  };
  return {
    rowCount: batches.reduce((sum, batch) => sum + batch.rowCount, 0),
    has: (name) => indices.has(name),
    numbers: (name) => cells(name, numberAt),
    texts: (name) => cells(name, exactText),
    values: (name) => cells(name, valueAt),
  };
}

function exactText(column: Column, row: number): string | null {
  const text = textAt(column, row);
  return text !== null && column.type.kind === 'float' && column.type.bits === 64 ? doubleDecimal(Number(text)) : text;
}
