import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { startInBrowser } from './browser-shell.ts';
import { startInElectron } from './electron-shell.ts';
import type { RunningApp } from './shell.ts';

interface Fixtures {
  /** A folder that stands for one computer; fresh for every test. */
  readonly home: string;
  /** Starts the app on `home`; every app started is ended after the test, and none may have reached out. */
  readonly start: () => Promise<RunningApp>;
}

/** Tests run once in each shell. */
export const test = base.extend<Fixtures>({
  home: async ({ browserName: _ }, use) => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-e2e-'));
    await use(home);
    fs.rmSync(home, { recursive: true, force: true });
  },
  start: async ({ home }, use, info) => {
    const started: RunningApp[] = [];
    const launch = info.project.metadata.shell === 'electron' ? startInElectron : startInBrowser;
    await use(async () => {
      const app = await launch(home);
      started.push(app);
      return app;
    });
    for (const app of started) {
      await app.kill().catch(() => undefined); // most have quit by themselves
      base.expect(app.foreignRequests, 'no request may leave').toEqual([]);
      base.expect(app.pageErrors, 'no error may go unhandled').toEqual([]);
    }
  },
});

export { expect } from '@playwright/test';
