import { type CancelSignal, throwIfCancelled } from '../../core/cancel.ts';
import type { Sql } from '../../core/sql.ts';
import type { Batch } from '../../engine/batch.ts';
import type { Query, Session } from '../../engine/engine.ts';
import { canGzip } from '../prepare/file-plan.ts';
import type { SendSettings } from '../prepare/send-settings.ts';
import { writeOptions } from '../prepare/write-options.ts';
import type { SendWorkshop } from './send-workshop.ts';

/** Bytes handed to the host at once. */
const blockBytes = 1 << 20;

/** Where the rows of a file come from, and where it goes. */
export interface WriteFileRequest {
  readonly session: Session;
  readonly settings: Pick<SendSettings, 'file' | 'fields'>;
  readonly send: string;
  /** The file's place in the draft. */
  readonly file: number;
  readonly rows: Sql;
  readonly signal: CancelSignal;
  readonly onRows: (rows: number) => void;
}

/** Writes one file of a send into the outbox, in blocks. Gives its bytes. */
export async function writeSendFile(workshop: SendWorkshop, request: WriteFileRequest): Promise<number> {
  const { session, settings, send, file, rows, signal } = request;
  const query = session.query(rows.text, { signal });
  let written = 0;
  try {
    const columns = await query.columns;
    const { format } = settings.file;
    const task = { format, options: writeOptions(settings), columns, sheetName: 'Send' };
    const pieces = workshop.encode(task, batchesOf(query, request.onRows), signal);
    const packed = settings.file.gzip && canGzip(format) ? workshop.gzip(pieces) : pieces;
    for await (const bytes of blocks(packed)) {
      throwIfCancelled(signal);
      await workshop.host.call('sends.writeFile', { id: send, file, bytes });
      written += bytes.length;
    }
    return written;
  } finally {
    await query.close();
  }
}

async function* batchesOf(query: Query, onRows: (rows: number) => void): AsyncGenerator<Batch, void> {
  for (let batch = await query.next(); batch !== undefined; batch = await query.next()) {
    onRows(batch.rowCount);
    yield batch;
  }
}

async function* blocks(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < blockBytes) continue;
    yield joined(waiting, length);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield joined(waiting, length);
}

function joined(pieces: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
