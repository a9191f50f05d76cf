import { textAt } from '../../src/engine/text.ts';
import { type ColumnInfo, isNumeric } from '../../src/engine/types.ts';
import type { TextWriter } from '../../src/export/text-writer.ts';

/** A result as columns of equal width with a count below; it comes whole, as the tail. */
export function tableWriter(columns: readonly ColumnInfo[]): TextWriter {
  const names = columns.map(({ name }) => shown(name));
  const widths = names.map(width);
  const lines: string[][] = [];
  const line = (cells: readonly string[]) =>
    `${cells
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]))
      .join('  ')
      .trimEnd()}\n`;
  return {
    head: '',
    row(batch, row) {
      const cells = batch.columns.map((column) => shown(textAt(column, row) ?? 'NULL'));
      cells.forEach((cell, index) => {
        widths[index] = Math.max(widths[index] ?? 0, width(cell));
      });
      lines.push(cells);
      return '';
    },
    get tail() {
      const rule = line(widths.map((size) => '─'.repeat(size)));
      const count = `${lines.length.toLocaleString('en')} ${lines.length === 1 ? 'row' : 'rows'}\n`;
      return [line(names), rule, ...lines.map(line), count].join('');
    },
  };
}

/** Text on one line, without the characters that steer a terminal. */
function shown(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

function pad(text: string, size: number, column: ColumnInfo | undefined): string {
  const space = ' '.repeat(Math.max(0, size - width(text)));
  return column !== undefined && isNumeric(column.type) ? space + text : text + space;
}

/** Characters without combining marks, each taken as one cell wide. */
function width(text: string): number {
  return text.match(/[^\p{M}]/gu)?.length ?? 0;
}
