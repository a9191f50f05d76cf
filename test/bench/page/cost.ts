import type { Cost } from '../comparison.ts';

/** Does some work and gives what it took. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const processor = await window.benchProcessorTime();
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  return { ms, processorMs: (await window.benchProcessorTime()) - processor };
}

/** A cost in words, for whoever waits. */
export function costWords(who: string, { ms, processorMs = 0 }: Cost): string {
  return `${who} ${Math.round(ms)} ms, ${Math.round(processorMs)} ms of processor time`;
}
