import { closeBrace, openBrace, textOf } from './bytes.ts';
import type { RecordPlan } from './column-plan.ts';
import { StringDecoder } from './decode-string.ts';
import type { Inference } from './inference.ts';
import { InferenceSink } from './inference-sink.ts';
import type { RecordShape } from './record-shape.ts';
import type { Scanner } from './scanner.ts';
import { skipValue } from './skip.ts';

const rowsShown = 50;

/** A cell's text is cut after this many bytes. */
const longestCell = 1000;

/** One record's values by column, as their JSON text cut after 1,000 bytes; null where the record has no such key. */
export type PreviewRow = readonly (string | null)[];

/** Takes in a sample's records, and remembers where the first ones start. */
export class PreviewSink extends InferenceSink {
  private readonly starts: number[] = [];
  private readonly scanner: Scanner;
  private start = 0;

  constructor(scanner: Scanner, inference: Inference, shape: RecordShape) {
    super(inference, shape);
    this.scanner = scanner;
  }

  override read(): boolean {
    this.start = this.scanner.at;
    return super.read();
  }

  override commit(): void {
    super.commit();
    if (this.starts.length < rowsShown) this.starts.push(this.start);
  }

  /** The first records under the columns decided in the end. */
  rows(shape: RecordShape, plan: RecordPlan): PreviewRow[] {
    return this.starts.map((start) => {
      this.scanner.at = start;
      return previewRow(this.scanner, shape, plan);
    });
  }
}

function previewRow(scanner: Scanner, shape: RecordShape, plan: RecordPlan): PreviewRow {
  const cells = plan.columns.map((): string | null => null);
  const isObject = scanner.next() === openBrace;
  if (!isObject || plan.isOpaque) {
    if (plan.bareColumn >= 0) cells[plan.bareColumn] = valueText(scanner);
    return cells;
  }
  const decoder = new StringDecoder();
  scanner.at++;
  while (scanner.next() !== closeBrace && scanner.key()) {
    decoder.decode(scanner.bytes, scanner.textStart, scanner.textEnd);
    cells[shape.object.fields.findName(textOf(decoder.bytes, 0, decoder.length))] = valueText(scanner);
    if (scanner.next() !== closeBrace) scanner.at++;
  }
  return cells;
}

function valueText(scanner: Scanner): string {
  scanner.next();
  const start = scanner.at;
  skipValue(scanner);
  return textOf(scanner.bytes, start, Math.min(scanner.at, start + longestCell));
}
