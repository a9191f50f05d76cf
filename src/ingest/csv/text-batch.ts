import type { Batch } from '../../engine/batch.ts';
import type { CsvDialect } from './dialect.ts';
import { NumberColumn } from './number-column.ts';
import { escapedField, quotedField, type RecordLayout } from './record-layout.ts';
import { TextColumn } from './text-column.ts';

const mostRows = 65_536;
const mostBytes = 8 << 20;
/** Cells of a batch, so that thousands of columns do not take hundreds of megabytes. */
const mostCells = 1 << 20;

/** Collects records as a batch of `record`, `line` and one text column for each field. */
export class TextBatch {
  private readonly records: NumberColumn;
  private readonly lines: NumberColumn;
  private readonly columns: readonly TextColumn[];
  private readonly capacity: number;
  private readonly escape: number;
  private readonly escapable: Uint8Array;
  private readonly nullTexts: readonly Uint8Array[];
  private rowCount = 0;
  private bytes = 0;

  constructor(dialect: CsvDialect, fieldCount: number, nullTexts: readonly string[]) {
    this.capacity = Math.max(16, Math.min(mostRows, Math.floor(mostCells / fieldCount)));
    this.records = new NumberColumn(this.capacity);
    this.lines = new NumberColumn(this.capacity);
    this.columns = Array.from({ length: fieldCount }, () => new TextColumn(this.capacity));
    this.escape = (dialect.escape === 'backslash' ? '\\' : dialect.quote).charCodeAt(0);
    this.escapable = escapableBytes(dialect);
    const encoder = new TextEncoder();
    this.nullTexts = nullTexts.filter((text) => text !== '').map((text) => encoder.encode(text));
  }

  get isEmpty(): boolean {
    return this.rowCount === 0;
  }

  get isFull(): boolean {
    return this.rowCount === this.capacity || this.bytes >= mostBytes;
  }

  /** Adds a record that has as many fields as the batch has text columns. */
  add(bytes: Uint8Array, layout: RecordLayout, record: number, line: number): void {
    const { starts, ends, marks } = layout;
    const { columns } = this;
    for (let field = 0; field < columns.length; field++) {
      const start = starts[field] ?? 0;
      const end = ends[field] ?? 0;
      const mark = marks[field] ?? 0;
      const column = columns[field];
      if (column === undefined) continue;
      if ((mark & quotedField) === 0 && (start === end || this.meansNull(bytes, start, end))) column.appendNull();
      else if ((mark & escapedField) === 0) column.append(bytes, start, end);
      else column.appendUnescaped(bytes, start, end, this.escape, this.escapable);
    }
    this.records.append(record);
    this.lines.append(line);
    this.bytes += layout.end - (starts[0] ?? 0);
    this.rowCount++;
  }

  take(): Batch {
    const batch: Batch = {
      rowCount: this.rowCount,
      columns: [this.records.take(), this.lines.take(), ...this.columns.map((column) => column.take())],
    };
    this.rowCount = 0;
    this.bytes = 0;
    return batch;
  }

  private meansNull(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.nullTexts.length === 0) return false;
    return this.nullTexts.some(
      (text) => text.length === end - start && text.every((byte, index) => bytes[start + index] === byte),
    );
  }
}

/** Bytes that a backslash takes their meaning from; with doubled quotes, the quote alone. */
function escapableBytes(dialect: CsvDialect): Uint8Array {
  const escapable = new Uint8Array(256);
  const marks = dialect.escape === 'backslash' ? `${dialect.quote}${dialect.delimiter}\\\r\n` : dialect.quote;
  for (let index = 0; index < marks.length; index++) escapable[marks.charCodeAt(index)] = 1;
  return escapable;
}
