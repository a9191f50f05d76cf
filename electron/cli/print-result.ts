import type { Batch } from '../../src/engine/batch.ts';
import type { Query } from '../../src/engine/engine.ts';
import type { ColumnInfo } from '../../src/engine/types.ts';
import { delimitedWriter } from '../../src/export/delimited.ts';
import { csvDefaults } from '../../src/export/export-format.ts';
import { jsonArrayWriter } from '../../src/export/json-rows.ts';
import type { TextWriter } from '../../src/export/text-writer.ts';
import { tableWriter } from './table-writer.ts';
import type { Terminal } from './terminal.ts';

export const resultFormats = ['table', 'json', 'csv'] as const;
export type ResultFormat = (typeof resultFormats)[number];

export interface PrintOptions {
  readonly format: ResultFormat;
  readonly maxRows: number;
  readonly terminal: Terminal;
}

/**
 * Prints a result as it comes; `table` waits for all of it to know how wide columns are. Nothing is printed of a
 * statement that fails before its first rows.
 */
export async function printResult(query: Query, columns: readonly ColumnInfo[], options: PrintOptions): Promise<void> {
  const { format, maxRows, terminal } = options;
  let batch = await query.next();
  const writer = writerOf(format, columns);
  await terminal.print(writer.head);
  for (let left = maxRows; batch !== undefined && left > 0; batch = await query.next()) {
    const rows = Math.min(batch.rowCount, left);
    await terminal.print(rowsText(writer, batch, rows));
    left -= rows;
    if (rows < batch.rowCount) break;
  }
  await terminal.print(writer.tail);
  if (batch !== undefined && batch.rowCount > 0) {
    terminal.tell(`There are more rows than the ${maxRows.toLocaleString('en')} printed.`);
  }
}

function writerOf(format: ResultFormat, columns: readonly ColumnInfo[]): TextWriter {
  switch (format) {
    case 'table':
      return tableWriter(columns);
    case 'json':
      return jsonArrayWriter(columns);
    case 'csv':
      return delimitedWriter(columns, csvDefaults);
  }
}

function rowsText(writer: TextWriter, batch: Batch, rows: number): string {
  let text = '';
  for (let row = 0; row < rows; row++) text += writer.row(batch, row);
  return text;
}
