import { createStore } from 'zustand/vanilla';
import { forgetSend, type KeptSend, readKeptSends } from '../../src/activation/prepare/sent-members.ts';
import type { ScheduledSend } from '../../src/activation/schedules/scheduled-send.ts';
import { readSchedules } from '../../src/activation/schedules/schedule-store.ts';
import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import type { Host, SendProgress } from '../../src/host/host.ts';
import type { ListedDestination } from '../../src/host/protocol.ts';
import type { LiveProject } from '../project/project-controller.ts';

/** The project's destinations and sends, as the host and the project's history of sends know them. */
export interface ActivationState {
  readonly destinations: readonly ListedDestination[];
  /** Newest first. */
  readonly sends: readonly SendDocument[];
  readonly schedules: readonly ScheduledSend[];
  /** What a send can be repeated and undone from. */
  readonly kept: readonly KeptSend[];
  /** Deliveries under way, by send. */
  readonly progress: Readonly<Record<string, SendProgress>>;
  /** Whether all of the above was read. */
  readonly known: boolean;
}

const nothing: ActivationState = { destinations: [], sends: [], schedules: [], kept: [], progress: {}, known: false };

export const activationStore = createStore<ActivationState>()(() => nothing);

/** Reads destinations and sends again: after each change, and when a project was opened. */
export async function refreshActivation(host: Host, live: LiveProject): Promise<void> {
  const { session, giveBack } = await live.space.borrow();
  try {
    const [destinations, sends, schedules, kept] = await Promise.all([
      host.call('destinations.list'),
      host.call('sends.list'),
      readSchedules(session),
      readKeptSends(session),
    ]);
    activationStore.setState({ destinations, sends, schedules, kept, known: true });
  } finally {
    giveBack();
  }
}

/** Forgets whom sends would have reached that were never sealed, left by a window that was killed; then reads all. */
export async function openActivation(host: Host, live: LiveProject): Promise<void> {
  await refreshActivation(host, live);
  const { sends, kept } = activationStore.getState();
  const unsealed = kept.filter(({ id }) => sends.every((send) => send.id !== id));
  if (unsealed.length === 0) return;
  await live.workspace.publish([], {
    source: 'Sends that never left',
    alongside: async (writer) => {
      for (const { id } of unsealed) await forgetSend(writer, id);
    },
  });
  await refreshActivation(host, live);
}

/** Forgets the project that is left. */
export function clearActivation(): void {
  activationStore.setState(nothing, true);
}

/** Hears how far a delivery is. */
export function noteProgress(event: SendProgress): void {
  activationStore.setState(({ progress }) => ({ progress: { ...progress, [event.id]: event } }));
}
