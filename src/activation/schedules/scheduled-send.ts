import { z } from 'zod';
import { counted } from '../../modules/words.ts';
import { scheduleSchema } from '../prepare/schedule.ts';
import { type SendSettings, sendSettingsSchema } from '../prepare/send-settings.ts';

const lastRunSchema = z.object({
  at: z.iso.datetime(),
  /** `nothing`: an incremental export found no new rows. `stopped`: nothing left, and someone must look. */
  state: z.enum(['running', 'sent', 'nothing', 'stopped', 'failed']),
  words: z.string(),
  /** The send that was made, where one was. */
  send: z.string().nullable(),
});

/** A send that repeats by itself, under the rules that somebody confirmed and no others. */
export const scheduledSendSchema = z.object({
  version: z.literal(1),
  id: z.string().min(1),
  destination: z.string().min(1),
  settings: sendSettingsSchema,
  schedule: scheduleSchema,
  paused: z.boolean(),
  confirmed: z.object({
    at: z.iso.datetime(),
    /** Rows that would have left then. */
    rows: z.int().min(0),
    /** What `sendRules` told then: a run that finds other rules stops. */
    rules: z.string(),
  }),
  last: lastRunSchema.nullable(),
});

export type ScheduledSend = z.output<typeof scheduledSendSchema>;
export type ScheduledRun = z.output<typeof lastRunSchema>;

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** When a send repeats, in a few words. */
export function scheduleWords({ every }: ScheduledSend['schedule']): string {
  switch (every.unit) {
    case 'hours':
      return `every ${every.hours} hours`;
    case 'day':
      return `every day at ${every.at} UTC`;
    case 'week':
      return `every ${weekdays[every.weekday] ?? 'week'} at ${every.at} UTC`;
  }
}

/** The moment after which runs count as missed. */
export function lastRunOf({ last, confirmed }: ScheduledSend): Date {
  return new Date(last?.at ?? confirmed.at);
}

/** What is said of runs that one run made up for. */
export function missedWords(missed: number): string {
  return missed === 0 ? '' : ` It also stands for ${counted(missed, 'run')} missed while the app was closed.`;
}

/**
 * Why a name would not do for files that are sent again and again, as a sentence: two runs would have the same one. `null`
 * where they differ.
 */
export function repeatedNameProblem(
  { file }: Pick<SendSettings, 'file'>,
  { every }: ScheduledSend['schedule'],
): string | null {
  const macros = every.unit === 'hours' ? ['timestamp', 'time', 'send'] : ['date', 'timestamp', 'send'];
  if (macros.some((macro) => file.name.includes(`{${macro}`))) return null;
  return `The files of two runs would have the same name: put {${macros[0] ?? 'send'}} into “${file.name}”.`;
}
