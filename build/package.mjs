import { ensureBuild } from './steps/build.mjs';
import { ensureElectron } from './steps/electron-runtime.mjs';
import { ensurePackages } from './steps/install.mjs';
import { run, tool } from './steps/run.mjs';

// Packages for this platform. Where Electron's own binary is out of reach, only an unpacked folder can be made.
ensurePackages();
ensureBuild();
const electron = ensureElectron();
const offline =
  electron.folder === undefined
    ? []
    : ['--linux', 'dir', `-c.electronDist=${electron.folder}`, `-c.electronVersion=${electron.version}`];
run(tool('electron-builder'), [
  '--config',
  'build/electron-builder.json',
  '--publish',
  'never',
  ...offline,
  ...process.argv.slice(2),
]);
