import type { Size } from '../comparison.ts';
import { appPath } from './app-path.ts';
import { audienceSizes } from './audiences.ts';
import type { PageBenchmark } from './contract.ts';
import { csvImport } from './csv-import.ts';
import { dialect } from './dialect.ts';
import { firstRows } from './first-rows.ts';
import { gridScroll } from './grid-scroll.ts';
import { guides } from './guides.ts';
import { ndjsonImport } from './ndjson-import.ts';
import { scalarCalls } from './scalar.ts';

const benchmarks: Readonly<Partial<Record<string, PageBenchmark>>> = {
  'csv-import': csvImport,
  'ndjson-import': ndjsonImport,
  'app-path': appPath,
  'first-rows': firstRows,
  'grid-scroll': gridScroll,
  guides,
  audiences: audienceSizes,
  dialect,
  scalar: scalarCalls,
};

window.runBenchmark = async (name: string, size: Size) => {
  const benchmark = benchmarks[name];
  if (benchmark === undefined) throw new Error(`There is no benchmark "${name}" in this page.`);
  const file = document.querySelector('input')?.files?.[0];
  return benchmark({ size, file, tell: (words) => void window.benchTell(words) });
};
