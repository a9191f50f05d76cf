import type { FileKind } from './generate.ts';

/** A benchmark by its name, and the file it imports. */
export interface ListedBenchmark {
  readonly name: string;
  readonly file?: FileKind;
}

/** All benchmarks, in the order in which they run. */
export const benchmarkList = [
  { name: 'csv-import', file: 'csv' },
  { name: 'ndjson-import', file: 'ndjson' },
  { name: 'app-path' },
  { name: 'first-rows' },
  { name: 'grid-scroll' },
  { name: 'guides' },
  { name: 'audiences' },
  { name: 'dialect' },
  { name: 'scalar' },
  { name: 'cold-start' },
  { name: 'send' },
] as const satisfies readonly ListedBenchmark[];

export type BenchmarkName = (typeof benchmarkList)[number]['name'];
