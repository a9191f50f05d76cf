import { ensureBuild } from './steps/build.mjs';
import { ensurePackages } from './steps/install.mjs';
import { runForeground } from './steps/run.mjs';

ensurePackages();
ensureBuild();
process.exitCode = await runForeground(process.execPath, ['dist/electron/serve.mjs', ...process.argv.slice(2)]);
