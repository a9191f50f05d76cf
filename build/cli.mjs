import path from 'node:path';
import { ensureBuild } from './steps/build.mjs';
import { ensurePackages } from './steps/install.mjs';
import { root, runForeground } from './steps/run.mjs';

const args = process.argv.slice(2);
const folder = process.env.INIT_CWD ?? process.cwd();

// Anything printed here would mix with the program's own output.
const { log } = console;
console.log = () => undefined;
ensurePackages();
ensureBuild();
console.log = log;
const call =
  args[0] === 'bench'
    ? [path.join(root, 'build/bench.mjs'), ...args.slice(1)]
    : [path.join(root, 'dist/electron/cli.mjs'), ...args];
process.exitCode = await runForeground(process.execPath, call, { cwd: folder });
