import { cancelledError, type CancelSignal } from '../../src/core/cancel.ts';
import { errorFromData, StillhouseError } from '../../src/core/error.ts';
import type { ExtractEvent } from '../../src/ingest/contract.ts';
import type { ScanResult } from '../../src/ingest/csv/scan.ts';
import type { FileLook, LookChoices } from '../../src/ingest/look.ts';
import type { Extractors, ImportFile } from '../../src/ingest/run/request.ts';
import type { ExtractTask, FromExtractor, ToExtractor } from './worker/messages.ts';
import ExtractWorker from './worker/extract.worker.ts?worker';

/** Reads files in workers, one for each file being read; a cancel ends the worker at once. */
export const windowExtractors: Extractors = {
  csv: (file, options, signal) => runTask({ kind: 'csv', file: fileOf(file), options }, signal),
  json: (file, options, signal) => runTask({ kind: 'json', file: fileOf(file), options }, signal),
  parquet: (file, signal) => runTask({ kind: 'parquet', file: fileOf(file) }, signal),
  excel: (file, options, signal) => runTask({ kind: 'excel', file: fileOf(file), options }, signal),
  async scanCsv(file, options, signal) {
    for await (const message of converse({ kind: 'csv-scan', file: fileOf(file), options }, signal)) {
      if (message.kind === 'scan') return message.result satisfies ScanResult;
    }
    throw new StillhouseError('internal', 'The file was not scanned to its end.');
  },
};

/** Looks at the beginning of a file, away from the window's own thread. */
export async function lookAtFile(file: File, choices: LookChoices, signal: CancelSignal): Promise<FileLook> {
  for await (const message of converse({ kind: 'look', file, choices }, signal)) {
    if (message.kind === 'look') return message.look;
  }
  throw new StillhouseError('internal', 'The file was not looked at to the end.');
}

/** Pasted text is a file too, in memory. */
function fileOf({ source, chosen }: ImportFile): File {
  if (chosen?.source instanceof File) return chosen.source;
  throw new StillhouseError('internal', `“${source.name}” is no file of this window.`);
}

async function* runTask(task: ExtractTask, signal: CancelSignal): AsyncGenerator<ExtractEvent, void> {
  for await (const message of converse(task, signal)) {
    if (message.kind !== 'event') continue;
    yield message.event;
    if (message.event.kind === 'done') return;
  }
}

/** Starts a worker on a task and yields what it says; ends it when nobody listens any more. */
async function* converse(task: ExtractTask, signal: CancelSignal): AsyncGenerator<FromExtractor, void> {
  const worker = new ExtractWorker({ name: `extract ${task.kind}` });
  const inbox: FromExtractor[] = [];
  let wake: () => void = () => undefined;
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    wake();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromExtractor>) => {
    if (data.kind === 'error') fail(errorFromData(data.error));
    else inbox.push(data);
    wake();
  });
  worker.addEventListener('error', (event) => {
    fail(new StillhouseError('import-failed', 'Reading the file failed unexpectedly.', { technical: event.message }));
  });
  const stopListening = signal.onCancel(() => {
    fail(cancelledError());
  });
  const tell = (message: ToExtractor) => {
    worker.postMessage(message);
  };
  try {
    tell({ kind: 'task', task });
    for (;;) {
      const message = inbox.shift();
      if (message !== undefined) {
        yield message;
        tell({ kind: 'more' });
      } else if (failure !== undefined) {
        throw failure;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    stopListening();
    worker.terminate();
  }
}
