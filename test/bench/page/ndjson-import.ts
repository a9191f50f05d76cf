import { windowExtractors } from '../../../renderer/import/extractors.ts';
import { createFileSource } from '../../../renderer/import/worker/file-source.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { interleave } from '../interleave.ts';
import type { PageBenchmark } from './contract.ts';
import { costOf, costWords } from './cost.ts';
import { importIntoNewProject } from './own-import.ts';
import ParseLinesWorker from './parse-lines.worker.ts?worker';

/**
 * Nested NDJSON through the app's own import into the database, against a loop of `JSON.parse` that keeps nothing; and the
 * first half of that import, which reads the file into columns and hands them over.
 */
export const ndjsonImport: PageBenchmark = async ({ size, file, tell }) => {
  if (file === undefined) throw new Error('This benchmark needs a file.');
  const notes = new Set<string>();

  const importAll = async () => {
    const { cost, report } = await importIntoNewProject(file, { kind: 'json', options: {} });
    const types = report.columns.map(({ name, sqlType }) => `${name} ${sqlType}`);
    notes.add(`ours: ${report.loaded} rows, ${types.join(', ')}`);
    tell(costWords('import', cost));
    return cost;
  };
  const readOnly = async () => {
    const cost = await costOf(() => readIntoColumns(file));
    tell(costWords('reading alone', cost));
    return cost;
  };
  const parse = async () => {
    const worker = new ParseLinesWorker();
    let records = 0;
    const cost = await costOf(async () => {
      records = await parseLines(worker, file);
    });
    worker.terminate();
    notes.add(`JSON.parse: ${records} records`);
    tell(costWords('JSON.parse', cost));
    return cost;
  };

  const rounds = size === 'full' ? 3 : 5;
  const shared = {
    baselineTitle: 'JSON.parse of each line, one thread, nothing kept',
    ratio: 'speed',
    bytes: file.size,
  } as const;
  return [
    {
      ...shared,
      title: 'ndjson-import',
      rounds: await interleave({ rounds }, importAll, parse),
      aims: { ratio: 1, megabytesASecond: 40 },
      notes: [...notes],
    },
    {
      ...shared,
      title: '  reading into columns alone',
      rounds: await interleave({ rounds }, readOnly, parse),
      aims: {},
    },
  ];
};

async function readIntoColumns(file: File): Promise<void> {
  const chosen = { name: file.name, size: file.size, source: file };
  const events = windowExtractors.json({ source: createFileSource(file), chosen }, {}, createCancelSource().signal);
  for await (const event of events) if (event.kind === 'done') return;
}

function parseLines(worker: Worker, file: File): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<number>) => resolve(data));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage(file);
  });
}
