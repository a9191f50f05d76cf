import type { CancelSignal } from '../core/cancel.ts';
import { StillhouseError } from '../core/error.ts';
import { textAt } from '../engine/text.ts';
import type { ResultSet } from '../results/result-set.ts';
import { delimitedWriter } from './delimited.ts';
import { csvDefaults, tsvDefaults } from './export-format.ts';
import { jsonArrayWriter } from './json-rows.ts';
import { markdownWriter } from './markdown.ts';
import { pickColumns } from './pick-columns.ts';
import type { TextWriter } from './text-writer.ts';
import type { ColumnInfo } from '../engine/types.ts';

/** The forms in which cells go to the clipboard. */
export const copyFormats = ['tsv', 'csv', 'json', 'markdown'] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** A rectangle of cells: rows `startRow` up to but without `endRow`, and columns by index in the order shown. */
export interface CellSelection {
  readonly startRow: number;
  readonly endRow: number;
  readonly columns: readonly number[];
}

/** Beyond this many characters a clipboard is no place for data. */
const maxLength = 100_000_000;

/** The cells as text, exact, with column names. A single cell is its bare value in TSV and CSV. */
export async function selectionText(
  result: Pick<ResultSet, 'batches' | 'columns'>,
  selection: CellSelection,
  format: CopyFormat,
  signal?: CancelSignal,
): Promise<string> {
  const { startRow, endRow, columns } = selection;
  const infos = columns.flatMap((index) => result.columns[index] ?? []);
  const isCell = columns.length === 1 && endRow - startRow === 1;
  const writer = isCell && format !== 'json' && format !== 'markdown' ? bareWriter : writerFor(format, infos);
  const range = { start: startRow, end: endRow, ...(signal !== undefined && { signal }) };
  const pieces = [writer.head];
  let length = 0;
  for await (const batch of pickColumns(result.batches(range), columns)) {
    for (let row = 0; row < batch.rowCount; row++) {
      const piece = writer.row(batch, row);
      length += piece.length;
      if (length > maxLength) throw tooLong();
      pieces.push(piece);
    }
  }
  return [...pieces, writer.tail].join('');
}

const bareWriter: TextWriter = {
  head: '',
  row: (batch, row) => batch.columns.map((column) => textAt(column, row) ?? '').join(''),
  tail: '',
};

function writerFor(format: CopyFormat, columns: readonly ColumnInfo[]): TextWriter {
  switch (format) {
    case 'tsv':
      return delimitedWriter(columns, tsvDefaults);
    case 'csv':
      return delimitedWriter(columns, csvDefaults);
    case 'json':
      return jsonArrayWriter(columns);
    case 'markdown':
      return markdownWriter(columns);
  }
}

function tooLong(): StillhouseError {
  return new StillhouseError('input-invalid', 'These cells are too much text for the clipboard.', {
    remedy: 'Select fewer cells, or export the result to a file.',
  });
}
