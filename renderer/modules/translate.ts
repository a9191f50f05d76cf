import { errorFromData, StillhouseError } from '../../src/core/error.ts';
import type { FromTranslator, OtherDialect } from './worker/translate-messages.ts';
import TranslateWorker from './worker/translate.worker.ts?worker';

interface Waiting {
  readonly resolve: (text: string) => void;
  readonly reject: (error: StillhouseError) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let calls = 0;

/** One statement of DuckDB in another dialect, by rule. The translator is loaded when first asked. */
export function translateSql(text: string, into: OtherDialect): Promise<string> {
  worker ??= startWorker();
  const id = ++calls;
  worker.postMessage({ id, text, into });
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
  });
}

function startWorker(): Worker {
  const started = new TranslateWorker({ name: 'translate' });
  started.addEventListener('message', ({ data }: MessageEvent<FromTranslator>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if ('text' in data) call?.resolve(data.text);
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
