import type { Batch, Column } from '../engine/batch.ts';
import { textAt } from '../engine/text.ts';

const encoder = new TextEncoder();

/** A column as text, cell by cell as `textAt` shows it; NULL stays NULL. */
export function textColumn(column: Column): Column {
  const { length } = column;
  const offsets = new Int32Array(length + 1);
  const validity = new Uint8Array((length + 7) >> 3);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for (let row = 0; row < length; row++) {
    const text = textAt(column, row);
    if (text !== null) {
      validity[row >> 3] = (validity[row >> 3] ?? 0) | (1 << (row & 7));
      const piece = encoder.encode(text);
      pieces.push(piece);
      bytes += piece.length;
    }
    offsets[row + 1] = bytes;
  }
  const values = new Uint8Array(bytes);
  let target = 0;
  for (const piece of pieces) {
    values.set(piece, target);
    target += piece.length;
  }
  return { type: { kind: 'text' }, length, validity, offsets, values };
}

/** The batch with some of its columns as text. */
export function withTextColumns(batch: Batch, isText: (column: Column, index: number) => boolean): Batch {
  return {
    rowCount: batch.rowCount,
    columns: batch.columns.map((column, index) => (isText(column, index) ? textColumn(column) : column)),
  };
}
