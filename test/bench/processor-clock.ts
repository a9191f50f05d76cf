import type { Page } from '@playwright/test';

/** Gives a clock of the processor time, in milliseconds, that all processes of the page's browser have used so far. */
export async function processorClock(page: Page): Promise<() => Promise<number>> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('This browser does not tell what its processes use.');
  const session = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
}
