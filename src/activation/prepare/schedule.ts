import { z } from 'zod';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as 06:30.');

/** When a send repeats, in UTC, while the app is open. */
export const scheduleSchema = z.object({
  every: z.discriminatedUnion('unit', [
    z.object({ unit: z.literal('hours'), hours: z.union([z.literal(3), z.literal(6), z.literal(8), z.literal(12)]) }),
    z.object({ unit: z.literal('day'), at: timeOfDay }),
    /** 0 is Sunday. */
    z.object({ unit: z.literal('week'), weekday: z.int().min(0).max(6), at: timeOfDay }),
  ]),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable().default(null),
  /** Of runs missed while the app was closed the latest is made up for, or none is. */
  missed: z.enum(['catch-up', 'skip']).default('catch-up'),
});

/** A repeating send. */
export type Schedule = z.output<typeof scheduleSchema>;

/** What a schedule asks for at a moment. */
export interface Due {
  readonly run: boolean;
  /** The slot that a run would be for; undefined before the first. */
  readonly slot: Date | undefined;
  /** Slots since the last run that had no run of their own and will have none. */
  readonly missed: number;
  /** The next slot after now; undefined after the end. */
  readonly next: Date | undefined;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Minutes after its slot in which a run is on time, when missed ones are skipped. */
const punctual = 15 * 60_000;

/** Says whether to run now. Several missed slots give one run. */
export function due(schedule: Schedule, lastRun: Date | undefined, now: Date): Due {
  const { first, step } = slots(schedule);
  const end = schedule.endsAt === null ? Number.POSITIVE_INFINITY : Date.parse(schedule.endsAt);
  const latest = Math.min(now.getTime(), end);
  const upcoming = first + step * Math.max(0, Math.floor((now.getTime() - first) / step) + 1);
  const next = upcoming <= end ? new Date(upcoming) : undefined;
  if (latest < first) return { run: false, slot: undefined, missed: 0, next };
  const index = Math.floor((latest - first) / step);
  const slot = first + index * step;
  const done = lastRun === undefined ? -1 : Math.floor((lastRun.getTime() - first) / step);
  const open = Math.max(0, index - Math.max(done, -1));
  const run = open > 0 && (schedule.missed === 'catch-up' || now.getTime() - slot <= punctual);
  return { run, slot: new Date(slot), missed: run ? open - 1 : open, next };
}

function slots({ every, startsAt }: Schedule): { readonly first: number; readonly step: number } {
  const start = Date.parse(startsAt);
  if (every.unit === 'hours') return { first: start, step: every.hours * hour };
  const [hours = 0, minutes = 0] = every.at.split(':').map(Number);
  const midnight = Math.floor(start / day) * day;
  const today = midnight + hours * hour + minutes * 60_000;
  if (every.unit === 'day') return { first: today >= start ? today : today + day, step: day };
  const ahead = (every.weekday - new Date(midnight).getUTCDay() + 7) % 7;
  const thisWeek = today + ahead * day;
  return { first: thisWeek >= start ? thisWeek : thisWeek + 7 * day, step: 7 * day };
}
