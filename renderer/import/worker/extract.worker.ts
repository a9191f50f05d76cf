import { createCancelSource } from '../../../src/core/cancel.ts';
import { errorToData } from '../../../src/core/error.ts';
import { batchArrays } from '../../../src/engine/batch.ts';
import type { ExtractEvent } from '../../../src/ingest/contract.ts';
import { extractCsv } from '../../../src/ingest/csv/records.ts';
import { scanCsv } from '../../../src/ingest/csv/scan.ts';
import { extractSheet } from '../../../src/ingest/excel/extract.ts';
import { openWorkbook } from '../../../src/ingest/excel/workbook.ts';
import { extractJson } from '../../../src/ingest/json/extract.ts';
import { extractParquet } from '../../../src/ingest/parquet/extract.ts';
import { createFileSource } from './file-source.ts';
import { lookAt } from './look.ts';
import type { ExtractTask, FromExtractor, ToExtractor } from './messages.ts';
import { openParquet } from './parquet.ts';

/** Events on their way to the window; more wait until it has dealt with one. */
const mostAhead = 3;

/** Cancelled by ending the worker, so this never is. */
const { signal } = createCancelSource();

let ahead = 0;
let resume: (() => void) | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToExtractor>) => {
  if (data.kind === 'task') void run(data.task);
  else {
    ahead--;
    resume?.();
  }
});

async function run(task: ExtractTask): Promise<void> {
  try {
    if (task.kind === 'csv-scan') {
      post({ kind: 'scan', result: await scanCsv(createFileSource(task.file), task.options, signal) }, []);
      return;
    }
    if (task.kind === 'look') {
      post({ kind: 'look', look: await lookAt(task.file, task.choices) }, []);
      return;
    }
    for await (const event of await extract(task)) {
      ahead++;
      post({ kind: 'event', event }, buffersOf(event));
      if (ahead >= mostAhead) await room();
    }
  } catch (error) {
    post({ kind: 'error', error: errorToData(error) }, []);
  }
}

async function extract(
  task: Exclude<ExtractTask, { kind: 'csv-scan' | 'look' }>,
): Promise<AsyncIterable<ExtractEvent>> {
  const { file } = task;
  switch (task.kind) {
    case 'csv':
      return extractCsv(createFileSource(file), task.options, signal);
    case 'json':
      return extractJson(createFileSource(file), task.options, signal);
    case 'parquet':
      return extractParquet(await openParquet(file), file.size, signal);
    case 'excel':
      return extractSheet(
        createFileSource(file),
        (bytes) => Promise.resolve(openWorkbook(bytes, file.name)),
        task.options,
        signal,
      );
  }
}

function room(): Promise<void> {
  return new Promise((resolve) => {
    resume = () => {
      if (ahead < mostAhead) resolve();
    };
    resume();
  });
}

function post(message: FromExtractor, transfer: ArrayBuffer[]): void {
  self.postMessage(message, { transfer });
}

/** Memory that the window may take over instead of copying. */
function buffersOf(event: ExtractEvent): ArrayBuffer[] {
  if (event.kind === 'stream') return [event.stream.buffer];
  if (event.kind !== 'batch') return [];
  return [...new Set(batchArrays(event.batch).map(({ buffer }) => buffer))];
}
