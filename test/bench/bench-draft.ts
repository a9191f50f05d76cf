import type { SendDraft } from '../../src/activation/sends/send-document.ts';

/** What a send of one file is said to be. */
export function benchDraft(destination: string, name: string): SendDraft {
  return {
    ...{ destination, title: 'Bench', kind: 'dataset', rows: 1, leftOut: [], consent: null, mapping: [] },
    ...{ source: { dataset: 'bench', snapshot: null, sql: '' }, identity: null, undoes: null },
    format: { name: 'csv', compression: 'none', options: {} },
    idempotencyKey: 'bench-bench',
    files: [{ name, rows: 1 }],
  };
}
