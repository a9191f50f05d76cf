import { forgetSchedule } from '../../src/activation/schedules/schedule-store.ts';
import type { ScheduledSend } from '../../src/activation/schedules/scheduled-send.ts';
import { createScheduleLoop } from '../../src/activation/run/schedule-loop.ts';
import { runScheduled, saveSchedule } from '../../src/activation/run/run-scheduled.ts';
import { type CancelSignal, createCancelSource } from '../../src/core/cancel.ts';
import { StillhouseError, toStillhouseError } from '../../src/core/error.ts';
import type { Host } from '../../src/host/host.ts';
import type { LiveProject } from '../project/project-controller.ts';
import { startWork } from '../project/project-store.ts';
import { activationStore, refreshActivation } from './activation-store.ts';
import { sendWorkshop } from './send-workshop.ts';

/** How a run is told to the user. */
export interface SchedulerMessages {
  say(message: string): void;
  warn(message: string): void;
  fail(error: StillhouseError): void;
}

/** Runs the open project's schedules while the app is open, one after another. */
export interface Scheduler {
  /** Follows the app into a project, and makes up for what was missed. */
  enter(live: LiveProject): void;
  /** Ends a run under way. */
  leave(): Promise<void>;
  /** Runs a schedule that is not due. */
  runNow(id: string): Promise<void>;
  /** Adds or replaces one. */
  save(scheduled: ScheduledSend): Promise<void>;
  remove(id: string): Promise<void>;
}

export function createScheduler(host: Host, messages: SchedulerMessages): Scheduler {
  let live: LiveProject | undefined;

  const opened = (): LiveProject => {
    if (live !== undefined) return live;
    throw new StillhouseError('project-invalid', 'No project is open.');
  };

  const run = async (project: LiveProject, scheduled: ScheduledSend, missed: number, signal: CancelSignal) => {
    const { cancel, signal: own } = createCancelSource();
    const stopListening = signal.onCancel(cancel);
    const { title } = scheduled.settings;
    const work = startWork(`Scheduled: ${title}`, cancel);
    try {
      const { last } = await runScheduled(sendWorkshop(host, project), scheduled, missed, own);
      if (live === project) await refreshActivation(host, project);
      const say = last?.state === 'sent' || last?.state === 'nothing' ? messages.say : messages.warn;
      say(`“${title}”, on schedule: ${last?.words ?? ''}`);
    } finally {
      stopListening();
      work.end();
    }
  };

  const loop = createScheduleLoop({
    now: () => new Date(),
    repeat(work, milliseconds) {
      const timer = setInterval(work, milliseconds);
      return () => {
        clearInterval(timer);
      };
    },
    schedules: () => (activationStore.getState().known ? activationStore.getState().schedules : []),
    run: (scheduled, missed, signal) =>
      run(opened(), scheduled, missed, signal).catch((error: unknown) => {
        messages.fail(toStillhouseError(error));
      }),
  });

  /** A run that an app which was killed had begun is over; what it sealed waits among the sends. */
  const settle = async (project: LiveProject) => {
    const cut = activationStore.getState().schedules.filter(({ last }) => last?.state === 'running');
    for (const scheduled of cut) {
      const words = 'The app ended during this run. If its send is listed, resume or cancel it.';
      const last = { at: new Date().toISOString(), send: null, ...scheduled.last, state: 'failed' as const, words };
      await saveSchedule(sendWorkshop(host, project), { ...scheduled, last });
    }
    if (cut.length > 0) await refreshActivation(host, project);
  };

  const change = async (work: (project: LiveProject) => Promise<unknown>) => {
    const project = opened();
    await work(project);
    await refreshActivation(host, project);
  };

  return {
    enter(project) {
      live = project;
      settle(project).then(
        () => {
          if (live === project) loop.start();
        },
        (error: unknown) => {
          messages.fail(toStillhouseError(error));
        },
      );
    },
    async leave() {
      const stopped = loop.stop();
      live = undefined;
      await stopped;
    },
    async runNow(id) {
      const scheduled = activationStore.getState().schedules.find((one) => one.id === id);
      if (scheduled !== undefined) await loop.runNow(scheduled);
    },
    save: (scheduled) => change((project) => saveSchedule(sendWorkshop(host, project), scheduled)),
    remove: (id) =>
      change(({ workspace }) =>
        workspace.publish([], { source: 'A schedule', alongside: (writer) => forgetSchedule(writer, id) }),
      ),
  };
}
