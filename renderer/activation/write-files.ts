import { type CancelSignal, throwIfCancelled } from '../../src/core/cancel.ts';
import type { Sql } from '../../src/core/sql.ts';
import type { Batch } from '../../src/engine/batch.ts';
import type { Query, Session } from '../../src/engine/engine.ts';
import { canGzip } from '../../src/activation/prepare/file-plan.ts';
import type { SendSettings } from '../../src/activation/prepare/send-settings.ts';
import { writeOptions } from '../../src/activation/prepare/write-options.ts';
import type { Host } from '../../src/host/host.ts';
import { encodeInWorker } from '../export/encode-in-worker.ts';
import { gzip } from '../export/worker/web-streams.ts';

/** Bytes handed to the host at once. */
const blockBytes = 1 << 20;

/** Where the rows of a file come from, and where it goes. */
export interface WriteFileRequest {
  readonly host: Host;
  readonly session: Session;
  readonly settings: Pick<SendSettings, 'file' | 'fields'>;
  readonly send: string;
  /** The file's place in the draft. */
  readonly file: number;
  readonly rows: Sql;
  readonly signal: CancelSignal;
  readonly onRows: (rows: number) => void;
}

/** Writes one file of a send into the outbox, in blocks. */
export async function writeSendFile(request: WriteFileRequest): Promise<void> {
  const { host, session, settings, send, file, rows, signal } = request;
  const query = session.query(rows.text, { signal });
  try {
    const columns = await query.columns;
    const { format } = settings.file;
    const task = { format, options: writeOptions(settings), columns, sheetName: 'Send' };
    const pieces = encodeInWorker(task, batchesOf(query, request.onRows), signal);
    const packed = settings.file.gzip && canGzip(format) ? gzip(pieces) : pieces;
    for await (const bytes of blocks(packed)) {
      throwIfCancelled(signal);
      await host.call('sends.writeFile', { id: send, file, bytes });
    }
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
