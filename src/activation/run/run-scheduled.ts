import type { CancelSignal } from '../../core/cancel.ts';
import { toStillhouseError } from '../../core/error.ts';
import { counted } from '../../modules/words.ts';
import { missedWords, type ScheduledRun, type ScheduledSend } from '../schedules/scheduled-send.ts';
import { keepSchedule } from '../schedules/schedule-store.ts';
import { sendStateWords } from '../sends/send-states.ts';
import { checkSend } from './check-send.ts';
import { type CheckedSend, dropChecked } from './checked-send.ts';
import { deliverChecked } from './deliver-send.ts';
import type { SendWorkshop } from './send-workshop.ts';

/** Keeps what became of a schedule, in a transaction of its own. */
export async function saveSchedule({ workspace }: SendWorkshop, scheduled: ScheduledSend): Promise<void> {
  await workspace.publish([], {
    source: scheduled.settings.title,
    alongside: (writer) => keepSchedule(writer, scheduled),
  });
}

/**
 * Runs a schedule once, as by hand: what stops a send stops it, and so does any rule that differs from those confirmed. That
 * it began is kept first, so that a crash never makes it run twice. Gives the schedule with what became of it; never throws
 * for what goes wrong with the send. `missed` runs are made up for by this one.
 */
export async function runScheduled(
  workshop: SendWorkshop,
  scheduled: ScheduledSend,
  missed: number,
  signal: CancelSignal,
): Promise<ScheduledSend> {
  const at = workshop.now().toISOString();
  await saveSchedule(workshop, {
    ...scheduled,
    last: { at, state: 'running', words: 'Running.', send: null },
  });
  let send: string | null = null;
  const outcome = await attempt(workshop, scheduled, signal, (id) => {
    send = id;
  }).catch((error: unknown): Omit<ScheduledRun, 'at'> => {
    const { message, remedy } = toStillhouseError(error);
    return { state: 'failed', words: remedy === undefined ? message : `${message} ${remedy}`, send };
  });
  const finished = { ...scheduled, last: { ...outcome, at, words: `${outcome.words}${missedWords(missed)}` } };
  await saveSchedule(workshop, finished);
  return finished;
}

async function attempt(
  workshop: SendWorkshop,
  { settings, destination, confirmed }: ScheduledSend,
  signal: CancelSignal,
  onSealed: (id: string) => void,
): Promise<Omit<ScheduledRun, 'at'>> {
  const checked = await checkSend(workshop, settings, destination, signal);
  const obstacle = obstacleOf(checked, confirmed.rules);
  if (obstacle !== undefined) {
    await dropChecked(workshop, checked);
    return { ...obstacle, send: null };
  }
  const document = await deliverChecked(workshop, checked, signal, {
    onRows: () => undefined,
    onSealed: ({ id }) => {
      onSealed(id);
    },
  });
  return {
    state: document.state === 'sent' ? 'sent' : 'failed',
    words: [sendStateWords(document), ...(document.error === null ? [] : [document.error.message])].join(' '),
    send: document.id,
  };
}

function obstacleOf(
  { dry, plan, rules }: CheckedSend,
  confirmed: string,
): Pick<ScheduledRun, 'state' | 'words'> | undefined {
  if (rules !== confirmed) {
    const words =
      'Nothing left: the destination, a dataset’s columns or the rules are not those that were confirmed. Open it, check, and confirm the schedule again.';
    return { state: 'stopped', words };
  }
  if (plan.settings.mode === 'incremental' && dry.rows === 0) {
    return { state: 'nothing', words: 'No rows were written since the last export, so nothing left.' };
  }
  if (dry.stops.length === 0) return undefined;
  return {
    state: 'stopped',
    words: `Nothing left of ${counted(dry.rows, 'row')}: ${dry.stops.join(' ')} Open it to see what to do.`,
  };
}
