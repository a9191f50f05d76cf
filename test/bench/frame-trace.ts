import type { Page } from '@playwright/test';
import type { Cost } from './comparison.ts';

/** One event of the browser's own recording; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** The part of `dur` in which the thread had a processor. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
}

/** Records what the page's own thread does, and how much of it belongs to each frame. */
export interface FrameTrace {
  readonly start: () => Promise<void>;
  /** The work of each frame, in order. */
  readonly stop: () => Promise<readonly Required<Cost>[]>;
}

export async function createFrameTrace(page: Page): Promise<FrameTrace> {
  const session = await page.context().newCDPSession(page);
  let events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[])); // the browser's own format
  });
  return {
    async start() {
      events = [];
      await session.send('Tracing.start', {
        transferMode: 'ReportEvents',
        traceConfig: {
          includedCategories: ['disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame'],
        },
      });
    },
    async stop() {
      const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
      await session.send('Tracing.end');
      await complete;
      return frameWork(events);
    },
  };
}

/** From one frame's beginning to the next, the time in which the thread that draws the page was busy. */
function frameWork(events: readonly TraceEvent[]): readonly Required<Cost>[] {
  const starts = events.filter(({ name }) => name === 'BeginMainThreadFrame');
  const isOurs = ({ pid, tid }: TraceEvent) => pid === starts[0]?.pid && tid === starts[0].tid;
  const times = starts.filter(isOurs).map(({ ts }) => ts);
  times.sort((a, b) => a - b);
  const work = times.map(() => ({ ms: 0, processorMs: 0 }));
  for (const event of events) {
    if (event.name !== 'RunTask' || !isOurs(event)) continue;
    const { ts, dur = 0, tdur = 0 } = event;
    const frame = work[lastAtOrBefore(times, ts + dur)]; // a frame begins inside a task, which belongs to it
    if (frame === undefined) continue;
    frame.ms += dur / 1000;
    frame.processorMs += tdur / 1000;
  }
  return work.slice(0, -1);
}

/** The index of the last time that is not after `limit`; −1 when all are. */
function lastAtOrBefore(times: readonly number[], limit: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
