import { textAt } from '../engine/text.ts';
import { type ColumnInfo, isNumeric } from '../engine/types.ts';
import type { TextWriter } from './text-writer.ts';

/** A table as GitHub's Markdown has it: numbers to the right, NULL as nothing, line ends as `<br>`. */
export function markdownWriter(columns: readonly ColumnInfo[]): TextWriter {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return {
    head:
      line(columns.map((column) => escaped(column.name))) +
      line(columns.map((column) => (isNumeric(column.type) ? '---:' : '---'))),
    row: (batch, row) => line(batch.columns.map((column) => escaped(textAt(column, row) ?? ''))),
    tail: '',
  };
}

function escaped(text: string): string {
  return text.replace(/[\\|`*_<>[\]]/g, '\\$&').replace(/\r\n|\r|\n/g, '<br>');
}
