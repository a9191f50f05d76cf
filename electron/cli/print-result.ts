import type { Batch } from '../../src/engine/batch.ts';
import type { Query } from '../../src/engine/engine.ts';
import { textAt } from '../../src/engine/text.ts';
import { type ColumnInfo, isNumeric } from '../../src/engine/types.ts';
import { delimitedWriter } from '../../src/export/delimited.ts';
import { csvDefaults } from '../../src/export/export-format.ts';
import { jsonArrayWriter } from '../../src/export/json-rows.ts';

export const resultFormats = ['table', 'json', 'csv'] as const;
export type ResultFormat = (typeof resultFormats)[number];

export interface PrintOptions {
  readonly format: ResultFormat;
  readonly maxRows: number;
}

/** Prints a result to standard output as it comes; `table` waits for all of it to know how wide columns are. */
export async function printResult(query: Query, columns: readonly ColumnInfo[], options: PrintOptions): Promise<void> {
  if (options.format === 'table') {
    await printTable(query, columns, options.maxRows);
    return;
  }
  const writer = options.format === 'json' ? jsonArrayWriter(columns) : delimitedWriter(columns, csvDefaults);
  await write(writer.head);
  for await (const { batch, rowCount } of batches(query, options.maxRows)) {
    let text = '';
    for (let row = 0; row < rowCount; row++) text += writer.row(batch, row);
    await write(text);
  }
  await write(writer.tail);
}

async function printTable(query: Query, columns: readonly ColumnInfo[], maxRows: number): Promise<void> {
  const lines: (string | null)[][] = [];
  for await (const { batch, rowCount } of batches(query, maxRows)) {
    for (let row = 0; row < rowCount; row++) lines.push(batch.columns.map((column) => textAt(column, row)));
  }
  const shown = (text: string | null) => (text ?? 'NULL').replace(/[\n\r\t]/g, ' ');
  const widths = columns.map(({ name }, index) =>
    Math.max(width(name), ...lines.map((line) => width(shown(line[index] ?? null)))),
  );
  const line = (cells: readonly string[]) =>
    `${cells
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]))
      .join('  ')
      .trimEnd()}\n`;
  await write(line(columns.map(({ name }) => name)));
  await write(line(widths.map((size) => '─'.repeat(size))));
  for (const cells of lines) await write(line(cells.map(shown)));
  await write(`${lines.length.toLocaleString('en')} ${lines.length === 1 ? 'row' : 'rows'}\n`);
}

function pad(text: string, size: number, column: ColumnInfo | undefined): string {
  const space = ' '.repeat(Math.max(0, size - width(text)));
  return column !== undefined && isNumeric(column.type) ? space + text : text + space;
}

/** Characters, each taken as one cell wide. */
function width(text: string): number {
  return [...text].length;
}

async function* batches(query: Query, maxRows: number): AsyncGenerator<{ batch: Batch; rowCount: number }, void> {
  let left = maxRows;
  while (left > 0) {
    const batch = await query.next();
    if (batch === undefined) return;
    const rowCount = Math.min(batch.rowCount, left);
    left -= rowCount;
    yield { batch, rowCount };
  }
}

function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (text === '' || process.stdout.write(text)) resolve();
    else process.stdout.once('drain', () => resolve());
  });
}
