import { errorFromData, StillhouseError } from '../../src/core/error.ts';
import type { ExportedStatement } from '../../src/dialect/export/contract.ts';
import type { ExportTarget } from '../../src/dialect/export/target.ts';
import type { FromTranslator } from './worker/translate-messages.ts';
import TranslateWorker from './worker/translate.worker.ts?worker';

interface Waiting {
  readonly resolve: (exported: readonly ExportedStatement[]) => void;
  readonly reject: (error: StillhouseError) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let calls = 0;

/** Statements of DuckDB's SQL in another dialect, with what does not carry over. The translator is loaded when first asked. */
export function exportSql(statements: readonly string[], target: ExportTarget): Promise<readonly ExportedStatement[]> {
  worker ??= startWorker();
  const id = ++calls;
  worker.postMessage({ id, statements, target });
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
  });
}

function startWorker(): Worker {
  const started = new TranslateWorker({ name: 'translate' });
  started.addEventListener('message', ({ data }: MessageEvent<FromTranslator>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if ('exported' in data) call?.resolve(data.exported);
    else call?.reject(errorFromData(data.error));
  });
  started.addEventListener('error', ({ message }) => {
    worker = undefined;
    for (const { reject } of waiting.values()) {
      reject(new StillhouseError('internal', 'The translator could not be started.', { technical: message }));
    }
    waiting.clear();
  });
  return started;
}
