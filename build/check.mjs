import { ensurePackages } from './steps/install.mjs';
import { run, tool } from './steps/run.mjs';

ensurePackages();

const steps = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint', ['--max-warnings', '0', '.']],
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['types of the pure core', 'tsc', ['-p', 'tsconfig.src.json']],
  ['types of the workers', 'tsc', ['-p', 'tsconfig.worker.json']],
  [
    'layers',
    'depcruise',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src', 'renderer', 'electron'],
  ],
  ['dead code', 'knip', []],
  ['unit tests', 'vitest', ['run', '--project', 'unit', '--reporter', 'dot']],
];

const fast = process.argv.includes('--no-tests') ? steps.slice(0, -1) : steps;
for (const [name, command, args] of fast) {
  console.log(`— ${name}`);
  run(tool(command), args);
}
