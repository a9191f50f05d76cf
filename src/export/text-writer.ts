import type { Batch } from '../engine/batch.ts';

/** A text format, written row by row. Rows must be asked for in order, once each. */
export interface TextWriter {
  readonly head: string;
  row(batch: Batch, row: number): string;
  readonly tail: string;
}

/** Characters gathered before they are handed on as bytes. */
const pieceLength = 1 << 20;

const encoder = new TextEncoder();

/** The whole text as UTF-8, in pieces of about a megabyte. */
export async function* writeText(
  writer: TextWriter,
  batches: AsyncIterable<Batch>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let text = writer.head;
  for await (const batch of batches) {
    for (let row = 0; row < batch.rowCount; row++) {
      text += writer.row(batch, row);
      if (text.length < pieceLength) continue;
      yield encoder.encode(text);
      text = '';
    }
  }
  text += writer.tail;
  if (text !== '') yield encoder.encode(text);
}
