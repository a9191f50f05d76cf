import { interleave } from '../interleave.ts';
import type { PageBenchmark } from './contract.ts';
import { costOf, costWords } from './cost.ts';
import { importIntoNewProject } from './own-import.ts';
import ParseLinesWorker from './parse-lines.worker.ts?worker';

/** Nested NDJSON through the app's own import into the database, against a loop of `JSON.parse` that keeps nothing. */
export const ndjsonImport: PageBenchmark = async ({ size, file, tell }) => {
  if (file === undefined) throw new Error('This benchmark needs a file.');
  const notes = new Set<string>();

  const ours = async () => {
    const { cost, report } = await importIntoNewProject(file, { kind: 'json', options: {} });
    notes.add(
      `ours: ${report.loaded} rows, ${report.columns.map(({ name, sqlType }) => `${name} ${sqlType}`).join(', ')}`,
    );
    tell(costWords('ours', cost));
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

  const rounds = await interleave({ rounds: size === 'full' ? 3 : 5 }, ours, parse);
  return [
    {
      title: 'ndjson-import',
      baselineTitle: 'JSON.parse of each line, one thread, nothing kept',
      rounds,
      ratio: 'speed',
      aims: { ratio: 1, megabytesASecond: 40 },
      bytes: file.size,
      notes: [...notes],
    },
  ];
};

function parseLines(worker: Worker, file: File): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<number>) => resolve(data));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage(file);
  });
}
