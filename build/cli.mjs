import path from 'node:path';
import { ensureBuild } from './steps/build.mjs';
import { ensurePackages } from './steps/install.mjs';
import { root, runForeground } from './steps/run.mjs';

// Anything printed here would mix with the program's own output.
const { log } = console;
console.log = () => undefined;
ensurePackages();
ensureBuild();
console.log = log;
const program = path.join(root, 'dist/electron/cli.mjs');
process.exitCode = await runForeground(process.execPath, [program, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
