import { type CancelSignal, type CancelSource, createCancelSource } from '../../core/cancel.ts';
import { StillhouseError } from '../../core/error.ts';
import { due } from '../prepare/schedule.ts';
import { lastRunOf, type ScheduledSend } from '../schedules/scheduled-send.ts';

/** Between two looks at what is due, in milliseconds. */
export const lookEveryMs = 20_000;

/** What a loop needs of its surroundings. */
export interface ScheduleLoopPorts {
  now(): Date;
  /** Calls `work` every so many milliseconds; gives the way to stop that. */
  repeat(work: () => void, milliseconds: number): () => void;
  /** The project's schedules as they are now; none while they are not known. */
  schedules(): readonly ScheduledSend[];
  /** Runs one to its end, and keeps what became of it; never rejects. `missed` runs are made up for by this one. */
  run(scheduled: ScheduledSend, missed: number, signal: CancelSignal): Promise<void>;
}

/** Runs what is due while a project is open, one after another. */
export interface ScheduleLoop {
  /** Looks at once, and from then on again and again. */
  start(): void;
  /** Stops looking, and ends a run under way. */
  stop(): Promise<void>;
  /** Runs one that is not due. Throws `input-invalid` while another is under way. */
  runNow(scheduled: ScheduledSend): Promise<void>;
}

export function createScheduleLoop({ now, repeat, schedules, run }: ScheduleLoopPorts): ScheduleLoop {
  let stopLooking: (() => void) | undefined;
  let running: { readonly source: CancelSource; readonly done: Promise<void> } | undefined;

  const begin = (scheduled: ScheduledSend, missed: number): Promise<void> => {
    const source = createCancelSource();
    const done = run(scheduled, missed, source.signal).finally(() => {
      running = undefined;
    });
    running = { source, done };
    return done;
  };

  const look = () => {
    if (stopLooking === undefined || running !== undefined) return;
    for (const scheduled of schedules()) {
      const { run: isDue, missed } = due(scheduled.schedule, lastRunOf(scheduled), now());
      if (scheduled.paused || !isDue) continue;
      void begin(scheduled, missed).then(look);
      return;
    }
  };

  return {
    start() {
      stopLooking ??= repeat(look, lookEveryMs);
      look();
    },
    async stop() {
      stopLooking?.();
      stopLooking = undefined;
      running?.source.cancel();
      await running?.done;
    },
    async runNow(scheduled) {
      if (running !== undefined) {
        throw new StillhouseError('input-invalid', 'Another scheduled send is under way.', {
          remedy: 'Wait for it to end.',
        });
      }
      await begin(scheduled, 0);
    },
  };
}
