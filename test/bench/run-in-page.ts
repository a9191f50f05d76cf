import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Comparison, Size } from './comparison.ts';
import { processorClock } from './processor-clock.ts';
import { serveFolder, withPage } from './bench-browser.ts';
import { createFrameTrace } from './frame-trace.ts';
import './page/contract.ts';

/** Runs one benchmark in a page of its own, with the file at `filePath` chosen there. */
export async function runInPage(
  name: string,
  { root, profile, size, filePath, tell }: PageRun,
): Promise<readonly Comparison[]> {
  const server = await serveFolder(root);
  try {
    return await withPage(profile, `${server.origin}/index.html`, async (page) => {
      const trace = await createFrameTrace(page);
      await page.exposeFunction('benchTell', tell);
      await page.exposeFunction('benchTraceStart', trace.start);
      await page.exposeFunction('benchTraceStop', trace.stop);
      await page.exposeFunction('benchProcessorTime', await processorClock(page));
      await page.exposeFunction('benchWheel', (pixels: number, frames: number) => turnWheel(page, pixels, frames));
      if (filePath !== undefined) await page.setInputFiles('input', filePath);
      return page.evaluate(([benchmark, data]) => window.runBenchmark(benchmark, data), [name, size] as const);
    });
  } finally {
    server.close();
  }
}

/** How to run it. */
export interface PageRun {
  /** The folder of the built page. */
  readonly root: string;
  /** Where the browser keeps what is its own. */
  readonly profile: string;
  readonly size: Size;
  readonly filePath: string | undefined;
  readonly tell: (words: string) => void;
}

/** Milliseconds of one frame. */
const frameMs = 1000 / 60;

async function turnWheel(page: Page, pixels: number, frames: number): Promise<void> {
  await page.mouse.move(500, 300);
  for (let frame = 0; frame < frames; frame++) {
    await Promise.all([page.mouse.wheel(0, pixels), setTimeout(frameMs)]);
  }
}
