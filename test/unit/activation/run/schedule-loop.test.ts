import { expect, test } from 'vitest';
import { sendSettingsSchema } from '../../../../src/activation/prepare/send-settings.ts';
import { createScheduleLoop } from '../../../../src/activation/run/schedule-loop.ts';
import type { ScheduledSend } from '../../../../src/activation/schedules/scheduled-send.ts';
import { type CancelSignal } from '../../../../src/core/cancel.ts';

const hour = 3_600_000;
const settings = sendSettingsSchema.parse({
  ...{ title: 'News', dataset: 'people' },
  fields: [{ path: 'mail', header: 'mail' }],
});

function daily(id: string, at: string, change: Partial<ScheduledSend> = {}): ScheduledSend {
  const since = '2026-06-15T00:00:00.000Z';
  const schedule = { every: { unit: 'day', at }, startsAt: since, endsAt: null, missed: 'catch-up' } as const;
  const confirmed = { at: since, rows: 1, rules: '' };
  const base = { version: 1, id, destination: 'd', settings, schedule, paused: false, last: null } as const;
  return { ...base, confirmed, ...change };
}

/** A loop over schedules by a clock that only moves when it is told to. */
function openLoop(...given: readonly ScheduledSend[]) {
  let schedules = [...given];
  let time = Date.UTC(2026, 5, 15);
  let tick: (() => void) | undefined;
  let finish: () => void = () => undefined;
  let signal: CancelSignal | undefined;
  const runs: string[] = [];
  const loop = createScheduleLoop({
    now: () => new Date(time),
    repeat(work) {
      tick = work;
      return () => {
        tick = undefined;
      };
    },
    schedules: () => schedules,
    async run(scheduled, missed, own) {
      const at = new Date(time).toISOString();
      runs.push(`${scheduled.id} at ${at.slice(8, 16)}${missed === 0 ? '' : ` for ${missed + 1}`}`);
      signal = own;
      await new Promise<void>((resolve) => {
        finish = resolve;
        own.onCancel(resolve);
      });
      const last = { at, state: 'sent', words: '', send: null } as const;
      schedules = schedules.map((one) => (one.id === scheduled.id ? { ...one, last } : one));
    },
  });
  return {
    loop,
    runs,
    isLooking: () => tick !== undefined,
    wasCancelled: () => signal?.cancelled === true,
    /** Moves the clock, and lets the timer ring. */
    async pass(milliseconds: number) {
      time += milliseconds;
      tick?.();
      await settle();
    },
    /** Ends the run under way. */
    async end() {
      finish();
      await settle();
    },
  };
}

/** Lets everything go on that waits for nothing but its turn. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

test('runs each slot once when its time has come, and nothing before', async () => {
  const { loop, runs, pass, end } = openLoop(daily('a', '06:30'));
  loop.start();
  await pass(6 * hour);
  expect(runs).toEqual([]);
  await pass(hour / 2);
  expect(runs).toEqual(['a at 15T06:30']);
  await pass(hour);
  await end();
  await pass(16 * hour);
  expect(runs).toHaveLength(1);
  await pass(7 * hour);
  expect(runs).toEqual(['a at 15T06:30', 'a at 16T06:30']);
});

test('runs what is due one after another, leaves out what is paused, and makes up for what was missed', async () => {
  const { loop, runs, pass, end } = openLoop(
    daily('a', '06:00'),
    daily('b', '05:00', { paused: true }),
    daily('c', '07:00'),
  );
  await pass(58 * hour);
  expect(runs).toEqual([]);
  loop.start();
  expect(runs).toEqual(['a at 17T10:00 for 3']);
  await end();
  expect(runs).toEqual(['a at 17T10:00 for 3', 'c at 17T10:00 for 3']);
  await end();
  await pass(hour);
  expect(runs).toHaveLength(2);
});

test('runs one by hand while none is under way, and ends it when the project is left', async () => {
  const given = daily('a', '06:30');
  const { loop, runs, pass, isLooking, wasCancelled } = openLoop(given);
  loop.start();
  const byHand = loop.runNow(given);
  await expect(loop.runNow(given)).rejects.toThrow('Another scheduled send is under way.');
  await loop.stop();
  await byHand;
  expect([wasCancelled(), isLooking()]).toEqual([true, false]);
  await pass(48 * hour);
  expect(runs).toEqual(['a at 15T00:00']);
});
