import fs from 'node:fs';
import { capture, run } from './run.mjs';

/** What the tests need of Debian: package → a file it brings. First for browser and Electron, then servers to send to. */
const packages = {
  chromium: '/usr/bin/chromium',
  xvfb: '/usr/bin/Xvfb',
  'libgtk-3-0': '/usr/lib/x86_64-linux-gnu/libgtk-3.so.0',
  libnss3: '/usr/lib/x86_64-linux-gnu/libnss3.so',
  libasound2: '/usr/lib/x86_64-linux-gnu/libasound.so.2',
  libgbm1: '/usr/lib/x86_64-linux-gnu/libgbm.so.1',
  libxss1: '/usr/lib/x86_64-linux-gnu/libXss.so.1',
  swift: '/usr/bin/swift-ring-builder',
  'swift-proxy': '/usr/bin/swift-proxy-server',
  'swift-account': '/usr/bin/swift-account-server',
  'swift-container': '/usr/bin/swift-container-server',
  'swift-object': '/usr/bin/swift-object-server',
  memcached: '/usr/bin/memcached',
  'openssh-server': '/usr/sbin/sshd',
};

/** Installs missing packages when root; otherwise names them and fails. */
export function ensureDebianPackages() {
  const missing = Object.keys(packages).filter((name) => !fs.existsSync(packages[name]));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || capture('apt-get', ['--version']) === undefined) {
    throw new Error(`The tests need: ${missing.join(' ')}. Install them, for example with apt-get install.`);
  }
  const environment = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  run('apt-get', ['update', '-qq'], environment);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing, 'fonts-liberation'], environment);
}
