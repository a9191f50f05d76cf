import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchmarkList, type ListedBenchmark } from './benchmark-list.ts';
import { coldStart } from './cold-start.ts';
import { type Comparison, type Size, sizes } from './comparison.ts';
import { generateFile } from './generate.ts';
import { createReport, tableText } from './report.ts';
import { runInPage } from './run-in-page.ts';
import { sendFiles } from './send-files.ts';

const usage = `npm run bench -- [NAME…] [--size small|full] [--format table|json]

Names: ${benchmarkList.map(({ name }) => name).join(', ')}; all of them when none is given.
`;

const fileBytes = { small: 100e6, full: 1e9 } as const;
const folder = path.resolve('dist/bench');

/** What was asked for on the command line; `undefined` when it cannot be understood. */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { size: { type: 'string', default: 'small' }, format: { type: 'string', default: 'table' } },
  });
  const size = sizes.find((known) => known === values.size);
  const known = (name: string) => benchmarkList.some((listed) => listed.name === name);
  const understood = size !== undefined && ['table', 'json'].includes(values.format) && positionals.every(known);
  if (!understood) return undefined;
  const chosen = benchmarkList.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  return { size, asJson: values.format === 'json', chosen };
}

async function runBenchmark({ name, file }: ListedBenchmark, size: Size, work: string): Promise<readonly Comparison[]> {
  const tell = (words: string) => {
    process.stderr.write(`${name}: ${words}\n`);
  };
  if (name === 'cold-start') return coldStart(work, tell);
  if (name === 'send') return sendFiles(work, size, tell);
  const filePath = file === undefined ? undefined : path.join(work, `data.${file}`);
  if (file !== undefined && filePath !== undefined) {
    tell(`writing ${fileBytes[size] / 1e6} MB of ${file}`);
    generateFile(file, filePath, fileBytes[size]);
  }
  return runInPage(name, {
    root: path.join(folder, 'page'),
    profile: path.join(work, 'profile'),
    size,
    filePath,
    tell,
  });
}

/** A folder for everything that a benchmark leaves behind; gone when the program ends, however it ends. */
function temporaryFolder(): { readonly path: string; remove(): void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-bench-'));
  const remove = () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.on('exit', remove);
  return { path: folder, remove };
}

async function run(): Promise<void> {
  const asked = readArguments();
  if (asked === undefined) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  const before = os.loadavg()[0] ?? 0;
  const results: Comparison[] = [];
  for (const benchmark of asked.chosen) {
    const work = temporaryFolder();
    results.push(...(await runBenchmark(benchmark, asked.size, work.path)));
    work.remove();
  }
  const report = createReport(asked.size, [before, os.loadavg()[0] ?? 0], results, new Date());
  const json = `${JSON.stringify(report, undefined, 2)}\n`;
  fs.writeFileSync(path.join(folder, 'results.json'), json);
  process.stdout.write(asked.asJson ? json : tableText(report));
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
