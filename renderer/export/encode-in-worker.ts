import { cancelledError, type CancelSignal } from '../../src/core/cancel.ts';
import { errorFromData, StillhouseError, toStillhouseError } from '../../src/core/error.ts';
import type { Batch } from '../../src/engine/batch.ts';
import type { EncodeTask } from '../../src/export/encode-rows.ts';
import type { ExportNote } from '../../src/export/export-format.ts';
import ExportWorker from './worker/export.worker.ts?worker';
import type { FromEncoder, ToEncoder } from './worker/messages.ts';

/** Writes rows in a worker of its own, piece by piece; it gets rows only as fast as its pieces are taken. */
export async function* encodeInWorker(
  task: EncodeTask,
  batches: AsyncGenerator<Batch, void>,
  signal: CancelSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, readonly ExportNote[]> {
  const worker = new ExportWorker({ name: `export ${task.format}` });
  const inbox: FromEncoder[] = [];
  let wake: () => void = () => undefined;
  let failure: StillhouseError | undefined;
  const fail = (error: unknown) => {
    failure ??= toStillhouseError(error);
    wake();
  };
  const tell = (message: ToEncoder) => {
    worker.postMessage(message);
  };
  const feed = async () => {
    const { value, done } = await batches.next();
    tell(done === true ? { kind: 'end' } : { kind: 'batch', batch: value });
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromEncoder>) => {
    if (data.kind === 'wanted') feed().catch(fail);
    else inbox.push(data);
    wake();
  });
  worker.addEventListener('error', (event) => {
    fail(new StillhouseError('file-write', 'Writing the file failed unexpectedly.', { technical: event.message }));
  });
  const stopListening = signal.onCancel(() => {
    fail(cancelledError());
  });
  try {
    tell({ kind: 'task', task });
    for (;;) {
      const message = inbox.shift();
      if (failure !== undefined) throw failure;
      if (message === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else if (message.kind === 'bytes') {
        yield message.bytes;
        tell({ kind: 'taken' });
      } else if (message.kind === 'done') {
        return message.notes;
      } else if (message.kind === 'error') {
        throw errorFromData(message.error);
      }
    }
  } finally {
    stopListening();
    worker.terminate();
    await batches.return();
  }
}
