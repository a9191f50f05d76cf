import type { Page } from '@playwright/test';

/** A running Stillhouse, whatever its shell. */
export interface RunningApp {
  readonly page: Page;
  /** Requests that went, or tried to go, to anywhere but the app itself. */
  readonly foreignRequests: readonly string[];
  /** Messages of uncaught errors in the window. */
  readonly pageErrors: readonly string[];
  /** Makes the next save go to this path. */
  saveNextTo(path: string): Promise<void>;
  /** Closes the window as a user would, and waits until the program has ended. */
  quit(): Promise<void>;
  /** Ends every process of the app at once, as a crash or a power switch would. */
  kill(): Promise<void>;
}

/** Starts the app on a folder that holds all of its state: the same folder again is the same computer. */
export type StartApp = (home: string) => Promise<RunningApp>;

/** What both shells watch in their window. */
export function watchPage(page: Page, isOwn: (url: string) => boolean) {
  const foreignRequests: string[] = [];
  const pageErrors: string[] = [];
  page.on('request', (request) => {
    if (!isOwn(request.url())) foreignRequests.push(request.url());
  });
  page.on('pageerror', (error) => {
    pageErrors.push(error.message);
  });
  return { foreignRequests, pageErrors };
}
