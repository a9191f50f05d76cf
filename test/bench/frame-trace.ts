import type { Page } from '@playwright/test';

/** One event of the browser's own recording; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
}

/** Records what the page's own thread does, and how much of it belongs to each frame. */
export interface FrameTrace {
  readonly start: () => Promise<void>;
  /** Milliseconds of work of each frame, in order. */
  readonly stop: () => Promise<readonly number[]>;
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
        traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
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
export function frameWork(events: readonly TraceEvent[]): readonly number[] {
  const starts = events.filter(({ name }) => name === 'BeginMainThreadFrame');
  const [drawing] = starts;
  if (drawing === undefined) return [];
  const ours = ({ pid, tid }: TraceEvent) => pid === drawing.pid && tid === drawing.tid;
  const tasks = events.filter((event) => ours(event) && event.name === 'RunTask' && event.ph === 'X');
  const times = starts.filter(ours).map(({ ts }) => ts);
  times.sort((a, b) => a - b);
  const work = new Float64Array(times.length);
  for (const { ts, dur = 0 } of tasks) {
    // A frame's beginning is itself inside a task: that task belongs to the frame it begins.
    const frame = lastAtOrBefore(times, ts + dur);
    if (frame >= 0) work[frame] = (work[frame] ?? 0) + dur / 1000;
  }
  return [...work.slice(0, -1)];
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
