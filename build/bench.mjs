import { ensurePackages } from './steps/install.mjs';
import { root, run, runForeground, tool } from './steps/run.mjs';

ensurePackages();
const { ensureBuild } = await import('./steps/build.mjs');
const args = process.argv.slice(2);
// Only a cold start needs the whole app; all else is measured in a page of its own.
if (args.every((argument) => argument.startsWith('-') || argument === 'cold-start')) ensureBuild();
for (const mode of ['page', 'runner']) {
  run(tool('vite'), ['build', '--logLevel', 'error', '-c', 'build/vite.bench.ts', '--mode', mode]);
}
process.exitCode = await runForeground(process.execPath, ['dist/bench/bench.mjs', ...args], { cwd: root });
