import { ensurePackages } from './steps/install.mjs';
import { runQuietly, tool } from './steps/run.mjs';
import { reportTo } from './steps/test-reports.mjs';

ensurePackages();

const layers = ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src', 'renderer', 'electron'];

/** Two lanes side by side: the linter needs about as long as all the others. The last step leaves a report of its own. */
const lanes = [
  [['lint', 'eslint', ['--max-warnings', '0', '.']]],
  [
    ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
    ['types', 'tsc', ['-p', 'tsconfig.json']],
    ['types of the pure core', 'tsc', ['-p', 'tsconfig.src.json']],
    ['types of the workers', 'tsc', ['-p', 'tsconfig.worker.json']],
    ['layers', 'depcruise', layers],
    ['dead code', 'knip', []],
    ['unit tests', 'vitest', ['run', '--project', 'unit', ...reportTo('unit.json')]],
  ],
];

const withTests = !process.argv.includes('--no-tests');
const failed = [];
await Promise.all(lanes.map(runLane));
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}

async function runLane(steps) {
  for (const [name, command, args] of steps) {
    if (command === 'vitest' && !withTests) continue;
    const { code, output } = await runQuietly(tool(command), args);
    console.log(code === 0 ? `— ${name}` : `— ${name}: failed\n${output}`);
    if (code !== 0) failed.push(name);
  }
}
