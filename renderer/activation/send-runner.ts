import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SendSettings } from '../../src/activation/prepare/send-settings.ts';
import { checkSend } from '../../src/activation/run/check-send.ts';
import { dropChecked } from '../../src/activation/run/checked-send.ts';
import { deliverChecked } from '../../src/activation/run/deliver-send.ts';
import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import { type CancelSignal, createCancelSource } from '../../src/core/cancel.ts';
import { isCancelled, toStillhouseError } from '../../src/core/error.ts';
import type { Host } from '../../src/host/host.ts';
import type { LiveProject } from '../project/project-controller.ts';
import { startWork } from '../project/project-store.ts';
import { refreshActivation } from './activation-store.ts';
import { noSendRun, type SendRunState } from './send-run-state.ts';
import { sendWorkshop } from './send-workshop.ts';

/** Checks and sends for one tab, one thing at a time. */
export interface SendRunner {
  readonly store: StoreApi<SendRunState>;
  /** Makes a dry run of the settings; its rows are what `send` then sends. */
  check(settings: SendSettings, destination: string): Promise<void>;
  /** Writes, seals and delivers what was checked. Gives the receipt, or nothing when it failed or was cancelled. */
  send(): Promise<SendDocument | undefined>;
  cancel(): void;
  close(): Promise<void>;
}

export function createSendRunner(host: Host, whenLive: () => Promise<LiveProject>): SendRunner {
  const store = createStore<SendRunState>()(() => noSendRun);
  let cancelling: (() => void) | undefined;
  let ending: Promise<unknown> = Promise.resolve();

  const attempt = async <Result>(title: string, work: (live: LiveProject, signal: CancelSignal) => Promise<Result>) => {
    const { cancel, signal } = createCancelSource();
    cancelling = cancel;
    const shown = startWork(title, cancel);
    try {
      return await work(await whenLive(), signal);
    } catch (error) {
      const back = store.getState().checked === undefined ? 'idle' : 'checked';
      store.setState(isCancelled(error) ? { phase: back } : { phase: 'failed', error: toStillhouseError(error) });
      return undefined;
    } finally {
      shown.end();
      cancelling = undefined;
    }
  };

  const drop = async (): Promise<void> => {
    const { checked } = store.getState();
    if (checked !== undefined) await dropChecked(await whenLive(), checked);
  };

  const check = async (settings: SendSettings, destination: string): Promise<void> => {
    await drop();
    store.setState({ ...noSendRun, phase: 'checking', doing: 'Looking at every row…' }, true);
    await attempt(`Checking ${settings.title}`, async (live, signal) => {
      const checked = await checkSend(sendWorkshop(host, live), settings, destination, signal);
      store.setState({ phase: 'checked', checked, checkedWith: JSON.stringify([settings, destination]) });
    });
  };

  const send = async (): Promise<SendDocument | undefined> => {
    const { checked } = store.getState();
    if (checked === undefined) return undefined;
    const { settings } = checked.plan;
    store.setState({ phase: 'writing', doing: 'Writing the files…', fraction: 0 });
    return attempt(`Sending ${settings.title}`, async (live, signal) => {
      const document = await deliverChecked(sendWorkshop(host, live), checked, signal, {
        onRows: (rows) => {
          store.setState({ fraction: rows / Math.max(1, checked.dry.sent) });
        },
        onSealed: ({ id }) => {
          store.setState({ phase: 'delivering', doing: 'Delivering…', send: id });
        },
      });
      await refreshActivation(host, live);
      store.setState(noSendRun, true);
      return document;
    });
  };

  return {
    store,
    async check(settings, destination) {
      if (isBusy(store.getState())) return;
      const work = check(settings, destination);
      ending = work;
      await work;
    },
    async send() {
      if (isBusy(store.getState())) return undefined;
      const work = send();
      ending = work;
      return work;
    },
    cancel() {
      cancelling?.();
    },
    async close() {
      cancelling?.();
      await ending;
      await drop();
      store.setState(noSendRun, true);
    },
  };
}

/** Whether something is under way. */
export function isBusy({ phase }: Pick<SendRunState, 'phase'>): boolean {
  return phase === 'checking' || phase === 'writing' || phase === 'delivering';
}
