import { parseArgs } from 'node:util';
import { ensurePackages } from './steps/install.mjs';
import { root, run, runForeground, tool } from './steps/run.mjs';

// What is printed belongs to the figures alone.
console.log = console.error;
ensurePackages();
const { ensureBuild } = await import('./steps/build.mjs');
const args = process.argv.slice(2);
const options = { size: { type: 'string' }, format: { type: 'string' } };
const { positionals } = parseArgs({ args, options, allowPositionals: true, strict: false });
// Only a cold start needs the whole app; all else is measured in a page of its own.
if (positionals.length === 0 || positionals.includes('cold-start')) ensureBuild();
for (const mode of ['page', 'runner', 'sender']) {
  run(tool('vite'), ['build', '--logLevel', 'error', '-c', 'build/vite.bench.ts', '--mode', mode]);
}
process.exitCode = await runForeground(process.execPath, ['dist/bench/bench.mjs', ...args], { cwd: root });
