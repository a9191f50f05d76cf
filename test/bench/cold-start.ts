import type { Page } from '@playwright/test';
import type { Comparison, Cost } from './comparison.ts';
import { electronStarts } from './electron-starts.ts';
import { interleave } from './interleave.ts';
import { browserStarts, type RuntimeStarts } from './starts.ts';

/** How long a start may take, in milliseconds. */
const patience = { timeout: 120_000 };

/**
 * From starting the program to an editor to type in, and on to a running engine, against an empty window of the same
 * runtime. The computer knows both: the project is there, and caches are warm.
 */
export async function coldStart(folder: string, tell: (words: string) => void): Promise<readonly Comparison[]> {
  const results: Comparison[] = [];
  for (const starts of [browserStarts(folder), electronStarts(folder, tell)]) {
    if (starts === undefined) continue;
    try {
      results.push(...(await compareStarts(starts, tell)));
    } finally {
      starts.close();
    }
  }
  return results;
}

async function compareStarts(
  { runtime, app, empty }: RuntimeStarts,
  tell: (words: string) => void,
): Promise<readonly Comparison[]> {
  const toEngine: Cost[] = [];
  const startApp = async (): Promise<Cost> => {
    app.prepare();
    const started = performance.now();
    const { page, quit } = await app.start();
    await page.locator('.monaco-editor .view-line').first().waitFor(patience);
    const ms = performance.now() - started;
    await page.getByText('Engine ready').waitFor(patience);
    const engine = performance.now() - started;
    await proveEditable(page);
    await quit();
    toEngine.push({ ms: engine });
    tell(`${runtime}: editor after ${Math.round(ms)} ms, engine after ${Math.round(engine)} ms`);
    return { ms };
  };
  const startEmpty = async (): Promise<Cost> => {
    empty.prepare();
    const started = performance.now();
    const { page, quit } = await empty.start();
    await page.getByText('Empty').waitFor(patience);
    const ms = performance.now() - started;
    await quit();
    tell(`${runtime}: empty window after ${Math.round(ms)} ms`);
    return { ms };
  };
  const warmUp = 1;
  const rounds = await interleave({ rounds: 5, warmUp }, startApp, startEmpty);
  const shared = { baselineTitle: `empty window of ${runtime}`, ratio: 'time' } as const;
  return [
    { ...shared, title: `cold-start: ${runtime}, editor`, rounds, aims: { ratio: 2 } },
    {
      ...shared,
      title: `cold-start: ${runtime}, engine`,
      rounds: rounds.map((round, index) => ({ ...round, ours: toEngine[index + warmUp] ?? round.ours })),
      aims: {},
    },
  ];
}

/** An editor that is there but takes no text would be no start. */
async function proveEditable(page: Page): Promise<void> {
  const lines = page.locator('.monaco-editor:visible .view-lines').first();
  await lines.click();
  await page.keyboard.type('zq');
  await lines.getByText('zq').first().waitFor(patience);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
}
