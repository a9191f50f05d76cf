import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startInBrowser } from '../e2e/support/browser-shell.ts';

/** A started runtime, with the app in it or without. */
export interface Started {
  readonly page: Page;
  quit(): Promise<void>;
}

/** One way to start a runtime. */
export interface Start {
  /** Puts into place what will be started. */
  readonly prepare: () => void;
  readonly start: () => Promise<Started>;
}

/** Two ways to start one runtime, each time on the same computer, whose state is kept below a folder. */
export interface RuntimeStarts {
  readonly runtime: string;
  readonly app: Start;
  readonly empty: Start;
  readonly close: () => void;
}

/** The least that a window can show. */
export const emptyPage = '<!doctype html><html lang="en"><title>Empty</title><body>Empty</body></html>\n';

const nothing = () => undefined;

/** Starts Chromium, and the server of its page, with the app and with an empty page. */
export function browserStarts(folder: string): RuntimeStarts {
  const root = path.join(folder, 'empty-root');
  fs.mkdirSync(root, { recursive: true });
  fs.writeFileSync(path.join(root, 'index.html'), emptyPage);
  return {
    runtime: 'Chromium',
    app: { prepare: nothing, start: () => startInBrowser(path.join(folder, 'browser-app')) },
    empty: { prepare: nothing, start: () => startInBrowser(path.join(folder, 'browser-empty'), root) },
    close: nothing,
  };
}
