import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { chromium, type Download } from '@playwright/test';
import { type RunningApp, watchPage } from './shell.ts';

/** Debian's Chromium, whose every name look-up but loopback fails. */
export const chromiumOptions = {
  executablePath: '/usr/bin/chromium',
  viewport: { width: 1440, height: 900 },
  acceptDownloads: true,
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ],
};

/** Serves the app on loopback, or the page in another folder, and opens it in Chromium. */
export async function startInBrowser(home: string, root = 'dist/renderer'): Promise<RunningApp> {
  const port = await portOf(home);
  const server = spawn(
    process.execPath,
    [
      'dist/electron/serve.mjs',
      '--port',
      String(port),
      '--preferences',
      path.join(home, 'preferences'),
      '--projects',
      path.join(home, 'projects'),
      '--root',
      root,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const address = await printedAddress(server);
  const context = await chromium.launchPersistentContext(path.join(home, 'profile'), chromiumOptions);
  const [page = await context.newPage()] = context.pages();
  const { origin } = new URL(address);
  const watched = watchPage(page, (url) => url.startsWith(`${origin}/`) || /^(blob|data):/.test(url));
  await page.goto(address);
  let ended = false;
  return {
    page,
    ...watched,
    saveNextTo(target) {
      page.once('download', (download: Download) => void download.saveAs(target));
      return Promise.resolve();
    },
    async quit() {
      ended = true;
      await context.close();
      await stopped(server, 'SIGTERM');
    },
    async kill() {
      if (ended) return;
      ended = true;
      const gone = new Promise((resolve) => context.once('close', resolve));
      killBrowser(home);
      await stopped(server, 'SIGKILL');
      await gone;
    },
  };
}

/** The port is part of the window's origin, so it must be the same whenever the same home is used. */
async function portOf(home: string): Promise<number> {
  const file = path.join(home, 'port');
  if (fs.existsSync(file)) return Number(fs.readFileSync(file, 'utf8'));
  const port = await new Promise<number>((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
  fs.mkdirSync(home, { recursive: true });
  fs.writeFileSync(file, String(port));
  return port;
}

async function printedAddress(server: ChildProcess): Promise<string> {
  for await (const piece of server.stdout as AsyncIterable<Buffer>) {
    const address = /http:\/\/\S+/.exec(piece.toString())?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('The server ended without printing its address.');
}

function stopped(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) resolve();
    server.once('exit', () => resolve());
    server.kill(signal);
  });
}

/** Every process of the browser has the profile's folder among its arguments or is a child of one that has. */
function killBrowser(home: string): void {
  const profile = path.join(home, 'profile');
  for (const entry of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const commandLine = readQuietly(`/proc/${entry}/cmdline`);
    if (commandLine.includes(profile)) process.kill(Number(entry), 'SIGKILL');
  }
}

function readQuietly(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return ''; // the process has ended meanwhile
  }
}
