import type { Batch } from '../../engine/batch.ts';
import { closeBrace, closeBracket, comma, lowerN, openBrace, openBracket, quote, space, textOf } from './bytes.ts';
import { ColumnBuilder } from './column-builder.ts';
import type { RecordPlan } from './column-plan.ts';
import { StringDecoder } from './decode-string.ts';
import { extended } from './extended.ts';
import type { FieldTable } from './field-table.ts';
import { Inference } from './inference.ts';
import type { JsonLimits } from './limits.ts';
import { storeInteger } from './long-integer.ts';
import type { RecordTally } from './notes.ts';
import type { RecordSink } from './record-reader.ts';
import type { RecordShape } from './record-shape.ts';
import { appendBytes, ScalarBuilder } from './scalar-builder.ts';
import { type Scanner, words } from './scanner.ts';
import { skipValue } from './skip.ts';

/** What `field` gives instead of an index: it met a fault, or a key without a column. */
const failed = -1;
const unknown = -2;

/** After so many rows, or so many bytes of text, the batch's size is worked out again. */
const rowsBetweenChecks = 256;
const bytesBetweenChecks = 2 ** 18;

/** Reads records straight into columns; a value that its column cannot hold is a `misfit`. */
export class RecordBuilder implements RecordSink {
  /** Records in the batch under way. */
  rows = 0;
  /** Whether that batch has reached one of its limits. */
  isFull = false;
  private uncheckedBytes = 0;
  private start = 0;
  private readonly scanner: Scanner;
  private readonly shape: RecordShape;
  private readonly tally: RecordTally;
  private readonly inference: Inference;
  private readonly scalars: ScalarBuilder;
  private readonly keyDecoder = new StringDecoder();
  private readonly columns: readonly ColumnBuilder[];
  private readonly bare: ColumnBuilder | undefined;
  private readonly isOpaque: boolean;
  private readonly limits: JsonLimits;
  private readonly rowsBetweenChecks: number;
  private numbers = new Int32Array(2048);

  constructor(scanner: Scanner, shape: RecordShape, plan: RecordPlan, tally: RecordTally, limits: JsonLimits) {
    this.scanner = scanner;
    this.shape = shape;
    this.tally = tally;
    this.limits = limits;
    this.rowsBetweenChecks = Math.min(rowsBetweenChecks, limits.batchRows);
    this.inference = new Inference(scanner);
    this.scalars = new ScalarBuilder(scanner, this.inference, tally);
    this.columns = plan.columns.map((column) => new ColumnBuilder(column));
    this.bare = this.columns[plan.bareColumn];
    this.isOpaque = plan.isOpaque;
  }

  /** Reads the record that comes next. Whatever the outcome, `commit` or `rollback` must follow. */
  read(): boolean {
    const { scanner, shape, bare } = this;
    const first = scanner.next();
    this.start = scanner.at;
    if (this.isOpaque) return this.opaqueRecord();
    if (first === openBrace && shape.object.fields.count > 0) {
      return this.object(shape.object.fields, this.columns, this.rows);
    }
    if (first === lowerN) return scanner.word(words.null);
    if (bare === undefined || first === openBrace) return scanner.fail('misfit', scanner.at);
    bare.padTo(this.rows);
    return this.value(bare);
  }

  /** Makes the record read last a row. */
  commit(record: number): void {
    const { rows } = this;
    if (rows * 2 === this.numbers.length) this.numbers = extended(this.numbers, new Int32Array(rows * 4));
    storeInteger(this.numbers, rows, record);
    this.rows = rows + 1;
    this.inference.journal.commit();
    this.tally.commit(record);
    this.uncheckedBytes += this.scanner.at - this.start;
    if (this.rows % this.rowsBetweenChecks === 0 || this.uncheckedBytes > bytesBetweenChecks) {
      this.uncheckedBytes = 0;
      this.isFull = this.rows >= this.limits.batchRows || this.size() >= this.limits.batchBytes;
    }
  }

  /** Drops what was read since the last commit. */
  rollback(): void {
    for (const column of this.columns) column.truncate(this.rows);
    this.inference.journal.undo();
    this.tally.rollback();
  }

  private size(): number {
    return this.columns.reduce((sum, column) => sum + column.size(this.rows), this.rows * 8);
  }

  /** The rows so far as a batch, with the record numbers as its first column. */
  finish(): Batch {
    const { rows } = this;
    const values = new BigInt64Array(this.numbers.buffer, 0, rows).slice();
    this.rows = 0;
    this.isFull = false;
    return {
      rowCount: rows,
      columns: [
        { type: { kind: 'integer', bits: 64, signed: true }, length: rows, values },
        ...this.columns.map((column) => column.finish(rows)),
      ],
    };
  }

  private opaqueRecord(): boolean {
    const { scanner, shape } = this;
    const [column] = this.columns;
    const start = scanner.at;
    if (!(shape.object.opaque ? skipValue(scanner) : this.inference.record(shape))) return false;
    if (!shape.isOpaque || column === undefined) return scanner.fail('misfit', start);
    appendBytes(column, scanner.bytes, start, scanner.at);
    return true;
  }

  private value(column: ColumnBuilder): boolean {
    const { scanner, scalars } = this;
    let first = scanner.bytes[scanner.at] ?? 0;
    if (first <= space) first = scanner.next();
    if (first === lowerN) {
      column.appendNull();
      return scanner.word(words.null);
    }
    switch (column.kind) {
      case 'text':
        return scalars.text(column);
      case 'bigint':
        return scalars.bigint(column);
      case 'double':
        return scalars.double(column);
      case 'date':
        return scalars.date(column);
      case 'timestamp':
      case 'instant':
        return scalars.timestamp(column);
      case 'boolean':
        return scalars.boolean(column);
      case 'struct':
        return first === openBrace ? this.struct(column) : scanner.fail('misfit', scanner.at);
      case 'list':
        return first === openBracket ? this.list(column) : scanner.fail('misfit', scanner.at);
      case 'decimal':
        return scalars.decimal(column);
      case 'json':
        return scalars.json(column);
      case 'unset':
        return scanner.fail('misfit', scanner.at);
    }
  }

  private struct(column: ColumnBuilder): boolean {
    column.reserve();
    if (!this.object(column.shape.fields, column.children, column.length)) return false;
    column.length++;
    return true;
  }

  private list(column: ColumnBuilder): boolean {
    const { scanner } = this;
    const [item] = column.children;
    if (item === undefined) return scanner.fail('misfit', scanner.at);
    column.reserve();
    scanner.at++;
    if (scanner.next() !== closeBracket) {
      for (;;) {
        if (!this.value(item)) return false;
        let behind = scanner.bytes[scanner.at] ?? 0;
        if (behind <= space) behind = scanner.next();
        if (behind === closeBracket) break;
        if (behind !== comma) return scanner.fail('separator', scanner.at);
        scanner.at++;
      }
    }
    scanner.at++;
    column.offsets[++column.length] = item.length;
    return true;
  }

  /** Reads an object's fields into row `row` of the columns. Of a key's repeated values the last one stays. */
  private object(fields: FieldTable, columns: readonly ColumnBuilder[], row: number): boolean {
    const { scanner } = this;
    const { bytes } = scanner;
    scanner.at++;
    if (scanner.next() === closeBrace) {
      scanner.at++;
      return true;
    }
    for (let expected = 0; ;) {
      const index = this.field(fields, expected);
      if (index < 0) return index === unknown ? scanner.fail('misfit', scanner.at - 1) : false;
      expected = index + 1;
      const column = columns[index];
      if (column === undefined) return scanner.fail('misfit', scanner.at - 1);
      if (column.length < row) column.padTo(row);
      else if (column.length > row) {
        column.truncate(row);
        this.tally.duplicateKeys.pending++;
      }
      if (!this.value(column)) return false;
      let behind = bytes[scanner.at] ?? 0;
      if (behind <= space) behind = scanner.next();
      if (behind === closeBrace) break;
      if (behind !== comma) return scanner.fail('separator', scanner.at);
      scanner.at++;
      if (bytes[scanner.at] !== quote) scanner.next();
    }
    scanner.at++;
    return true;
  }

  /** Reads a key with its colon and gives the index of its field. */
  private field(fields: FieldTable, expected: number): number {
    const { scanner } = this;
    const { bytes, at } = scanner;
    const index = bytes[at] === quote ? fields.match(bytes, at + 1, expected) : -1;
    if (index >= 0) {
      scanner.at = fields.matchedEnd + 1;
      return scanner.colon() ? index : failed;
    }
    if (!scanner.key()) return failed;
    const known = scanner.escaped
      ? fields.findName(this.decodedKey())
      : fields.find(bytes, scanner.textStart, scanner.textEnd);
    return known >= 0 ? known : unknown;
  }

  private decodedKey(): string {
    const { scanner, keyDecoder, tally } = this;
    keyDecoder.decode(scanner.bytes, scanner.textStart, scanner.textEnd);
    tally.loneSurrogates.pending += keyDecoder.loneSurrogates;
    return textOf(keyDecoder.bytes, 0, keyDecoder.length);
  }
}
