import initParquet, * as parquetLibrary from 'parquet-wasm/esm';
import wasmUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { errorToData } from '../../../src/core/error.ts';
import { encodeBatch } from '../../../src/duckdb/encode.ts';
import type { Batch } from '../../../src/engine/batch.ts';
import { type EncodeTask, encodeRows } from '../../../src/export/encode-rows.ts';
import type { ParquetEncoder } from '../../../src/export/parquet/parquet.ts';
import { parquetEncoder } from '../../../src/export/parquet/parquet-wasm.ts';
import type { FromEncoder, ToEncoder } from './messages.ts';
import { gzip, webStreams } from './web-streams.ts';

/** Pieces on their way to the window; more wait until it has taken one. */
const mostAhead = 4;

let ahead = 0;
let resume: (() => void) | undefined;
let deliver: ((batch: Batch | undefined) => void) | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToEncoder>) => {
  switch (data.kind) {
    case 'task':
      void run(data.task);
      return;
    case 'batch':
      deliver?.(data.batch);
      return;
    case 'end':
      deliver?.(undefined);
      return;
    case 'taken':
      ahead--;
      resume?.();
  }
});

async function run(task: EncodeTask): Promise<void> {
  try {
    const pieces = await encodeRows(task, batches(), { gzip, parquet });
    for (;;) {
      const step = await pieces.next();
      if (step.done === true) {
        post({ kind: 'done', notes: step.value }, []);
        return;
      }
      ahead++;
      post({ kind: 'bytes', bytes: step.value }, [step.value.buffer]);
      if (ahead >= mostAhead) await room();
    }
  } catch (error) {
    post({ kind: 'error', error: errorToData(error) }, []);
  }
}

async function parquet(): Promise<ParquetEncoder> {
  await initParquet({ module_or_path: wasmUrl });
  return parquetEncoder(parquetLibrary, encodeBatch, webStreams);
}

/** The rows, asked for one batch at a time. */
async function* batches(): AsyncGenerator<Batch, void> {
  for (;;) {
    const batch = await new Promise<Batch | undefined>((resolve) => {
      deliver = resolve;
      post({ kind: 'wanted' }, []);
    });
    if (batch === undefined) return;
    yield batch;
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

function post(message: FromEncoder, transfer: ArrayBuffer[]): void {
  self.postMessage(message, { transfer });
}
