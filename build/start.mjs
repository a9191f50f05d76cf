import { ensurePackages } from './steps/install.mjs';
import { runForeground } from './steps/run.mjs';

ensurePackages();
const { ensureBuild } = await import('./steps/build.mjs');
ensureBuild();

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
process.exitCode = hasDisplay ? await startElectron() : await startServer();

async function startElectron() {
  const { ensureElectron, installApp } = await import('./steps/electron-runtime.mjs');
  const electron = ensureElectron();
  const root = process.getuid?.() === 0 ? ['--no-sandbox', '--in-process-gpu'] : [];
  return runForeground(electron.executable, [...root, ...installApp(electron), ...process.argv.slice(2)]);
}

async function startServer() {
  console.log('No display here: serving the app for a browser on this machine.');
  return runForeground(process.execPath, ['dist/electron/serve.mjs', ...process.argv.slice(2)]);
}
