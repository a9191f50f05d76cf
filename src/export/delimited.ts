import type { Batch } from '../engine/batch.ts';
import { textAt } from '../engine/text.ts';
import type { ColumnInfo } from '../engine/types.ts';
import type { DelimitedOptions } from './export-format.ts';
import type { TextWriter } from './text-writer.ts';

const byteOrderMark = '\ufeff';
const formulaStart = /^[=+\-@\t\r\n]/;

/** CSV, TSV and their like; every value as `textAt` shows it, exactly. */
export function delimitedWriter(
  columns: readonly ColumnInfo[],
  options: DelimitedOptions,
  quoteAll = false,
): TextWriter {
  const { delimiter, nullText, lineEnd } = options;
  const field = fieldWriter(options, quoteAll);
  const guards = columns.map((column) => options.guardFormulas && column.type.kind === 'text');
  const line = (fields: readonly string[]) => fields.join(delimiter) + lineEnd;
  const header = options.header ? line(columns.map((column) => field(column.name, options.guardFormulas))) : '';
  return {
    head: (options.byteOrderMark ? byteOrderMark : '') + header,
    row: (batch: Batch, row: number) =>
      line(
        batch.columns.map((column, index) => {
          const text = textAt(column, row);
          return text === null ? nullText : field(text, guards[index] === true);
        }),
      ),
    tail: '',
  };
}

function fieldWriter(
  { delimiter, quote, nullText }: DelimitedOptions,
  quoteAll: boolean,
): (text: string, guarded: boolean) => string {
  const needsQuotes = (text: string) =>
    quoteAll ||
    text === nullText ||
    text.includes(delimiter) ||
    text.includes(quote) ||
    text.includes('\n') ||
    text.includes('\r') ||
    text.includes('#');
  return (text, guarded) => {
    const safe = guarded && formulaStart.test(text) ? `'${text}` : text;
    return needsQuotes(safe) ? quote + safe.replaceAll(quote, quote + quote) + quote : safe;
  };
}
