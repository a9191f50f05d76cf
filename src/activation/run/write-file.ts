import { type CancelSignal, throwIfCancelled } from '../../core/cancel.ts';
import { type Sql, sql } from '../../core/sql.ts';
import type { Batch } from '../../engine/batch.ts';
import type { Query, Session } from '../../engine/engine.ts';
import type { ColumnInfo } from '../../engine/types.ts';
import { canGzip } from '../prepare/file-plan.ts';
import { writeOptions } from '../prepare/write-options.ts';
import { blocks } from './blocks.ts';
import { copiedFile, copyOptions } from './copied-file.ts';
import type { SendWorkshop } from './send-workshop.ts';
import type { WriteFileRequest } from './write-file-request.ts';

/** What a file is written with. */
export type FileTools = Pick<SendWorkshop, 'host' | 'engine' | 'gzip' | 'encode'>;

/** Writes one file of a send into the outbox, in blocks: by the engine where it can. Gives the file's bytes. */
export async function writeSendFile(workshop: FileTools, request: WriteFileRequest): Promise<number> {
  const { settings, send, file, signal } = request;
  const pieces = await piecesOf(workshop, request);
  const packed = settings.file.gzip && canGzip(settings.file.format) ? workshop.gzip(pieces) : pieces;
  let written = 0;
  let writing: Promise<unknown> = Promise.resolve();
  for await (const bytes of blocks(packed)) {
    await writing;
    throwIfCancelled(signal);
    written += bytes.length;
    writing = workshop.host.call('sends.writeFile', { id: send, file, bytes });
    writing.catch(() => undefined); // it is heard where it is awaited
  }
  await writing;
  return written;
}

async function piecesOf(
  workshop: FileTools,
  request: WriteFileRequest,
): Promise<AsyncIterable<Uint8Array<ArrayBuffer>>> {
  const { session, settings, rows, signal } = request;
  const columns = await columnsOf(session, rows, signal);
  const options = copyOptions(settings, columns);
  if (options !== undefined) return copiedFile(workshop.engine, request, columns, options);
  const task = { format: settings.file.format, options: writeOptions(settings), columns, sheetName: 'Send' };
  return workshop.encode(task, batchesOf(session.query(rows.text, { signal }), request.onRows), signal);
}

async function columnsOf(session: Session, rows: Sql, signal: CancelSignal): Promise<readonly ColumnInfo[]> {
  const query = session.query(sql`${rows}\nLIMIT 0`.text, { signal });
  try {
    return await query.columns;
  } finally {
    await query.close();
  }
}

async function* batchesOf(query: Query, onRows: (rows: number) => void): AsyncGenerator<Batch, void> {
  try {
    for (let batch = await query.next(); batch !== undefined; batch = await query.next()) {
      onRows(batch.rowCount);
      yield batch;
    }
  } finally {
    await query.close();
  }
}
