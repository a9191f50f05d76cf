import fs from 'node:fs/promises';
import { canCancel, canDeliver, canDiscard } from '../../../src/activation/sends/send-states.ts';
import type { SendDocument } from '../../../src/activation/sends/send-document.ts';
import { isCancelled, StillhouseError, toStillhouseError } from '../../../src/core/error.ts';
import type { Courier } from '../destinations/courier.ts';
import { abandonUnfinished, deliver, type Delivery, type DeliveryTools, withArrivals } from './deliver.ts';
import { type Journal, openJournal } from './journal.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import {
  dropHalfWritten,
  emptyOutbox,
  journalFile,
  listSendIds,
  listUnwritten,
  readSend,
  sendFolder,
  writeSend,
} from './send-folder.ts';

export interface SendsOptions {
  /** The project's folder of sends. */
  readonly sends: string;
  /** Opens the way to a destination of the project, with its secrets. */
  openCourier(destinationId: string): Promise<Courier>;
  readonly tools: DeliveryTools;
}

/** The sends of one open project: its outbox, what is on its way, and the receipts. */
export interface Sends extends Omit<Outbox, 'abandon' | 'abandonAll'> {
  /** Delivers or resumes, and answers when that has ended, well or not. A delivery under way is joined. */
  deliver(id: string, repeatUnknown: boolean): Promise<SendDocument>;
  cancel(id: string): Promise<SendDocument>;
  discard(id: string): Promise<void>;
  list(): Promise<readonly SendDocument[]>;
  /** Tidies up after a program that was killed: unsealed sends go, interrupted ones can be resumed. */
  recover(): Promise<void>;
  /** Stops deliveries so that they can be resumed, and drops what is not sealed. */
  close(): Promise<void>;
}

interface Running {
  readonly done: Promise<SendDocument>;
  stop(why: 'cancelled' | 'interrupted'): void;
}

const interruption = {
  code: 'send-interrupted',
  message: 'The program ended while this was being sent. Resume it: what arrived is not sent again.',
} as const;

export function createSends(options: SendsOptions): Sends {
  const { sends, tools } = options;
  const outbox = createOutbox(sends);
  const running = new Map<string, Running>();

  const finish = async (document: SendDocument, journal: Journal): Promise<SendDocument> => {
    const finished = withArrivals(document, journal);
    await journal.close();
    await writeSend(sends, finished);
    if (finished.state === 'sent' || finished.state === 'cancelled') await emptyOutbox(sends, finished.id);
    return finished;
  };

  const run = async (id: string, repeatUnknown: boolean, stopping: AbortController): Promise<SendDocument> => {
    const before = await readSend(sends, id);
    if (before.state === 'sent') return before;
    if (!canDeliver(before.state)) throw wrongState(before, 'delivered');
    const sending: SendDocument = { ...before, state: 'sending', attempts: before.attempts + 1, error: null };
    await writeSend(sends, sending);
    const journal = await openJournal(journalFile(sends, id));
    let courier: Courier | undefined;
    let outcome: SendDocument;
    try {
      courier = await options.openCourier(sending.destination);
      const delivery = { sends, document: sending, courier, journal, signal: stopping.signal, repeatUnknown, tools };
      outcome = await outcomeOf(delivery, stopping);
    } catch (error) {
      outcome = failed(sending, error);
    }
    await courier?.close();
    return finish(outcome, journal);
  };

  const outcomeOf = async (delivery: Delivery, stopping: AbortController): Promise<SendDocument> => {
    const { document } = delivery;
    try {
      await deliver(delivery);
      return { ...document, state: 'sent', finishedAt: tools.now().toISOString() };
    } catch (error) {
      if (!isCancelled(error)) throw error;
      if (stopping.signal.reason === 'interrupted') return { ...document, state: 'failed', error: interruption };
      return cancelled(delivery);
    }
  };

  const cancelled = async (delivery: Delivery): Promise<SendDocument> => {
    const { document, journal } = delivery;
    const over = { ...document, state: 'cancelled' as const, finishedAt: tools.now().toISOString() };
    try {
      await abandonUnfinished({ ...delivery, signal: new AbortController().signal });
      return { ...over, error: unansweredError(journal) };
    } catch (error) {
      const { code, message } = toStillhouseError(error);
      return { ...over, error: { code, message: `What was half-sent could not be removed. ${message}` } };
    }
  };

  const cancelIdle = async (document: SendDocument): Promise<SendDocument> => {
    const journal = await openJournal(journalFile(sends, document.id));
    const never = { ...document, state: 'cancelled' as const, finishedAt: tools.now().toISOString(), error: null };
    if (document.attempts === 0) return finish(never, journal);
    let courier: Courier | undefined;
    let outcome: SendDocument;
    try {
      courier = await options.openCourier(document.destination);
      const signal = new AbortController().signal;
      outcome = await cancelled({ sends, document, courier, journal, signal, repeatUnknown: false, tools });
    } catch (error) {
      const { code, message } = toStillhouseError(error);
      outcome = { ...never, error: { code, message: `What was half-sent could not be removed. ${message}` } };
    }
    await courier?.close();
    return finish(outcome, journal);
  };

  return {
    begin: outbox.begin,
    writeFile: outbox.writeFile,
    seal: outbox.seal,
    deliver(id, repeatUnknown) {
      const under = running.get(id);
      if (under !== undefined) return under.done;
      const stopping = new AbortController();
      const done = run(id, repeatUnknown, stopping).finally(() => running.delete(id));
      running.set(id, { done, stop: (why) => stopping.abort(why) });
      return done;
    },
    async cancel(id) {
      const under = running.get(id);
      if (under !== undefined) {
        under.stop('cancelled');
        return under.done;
      }
      const document = await readSend(sends, id);
      if (!canCancel(document.state)) throw wrongState(document, 'cancelled');
      return cancelIdle(document);
    },
    async discard(id) {
      if (await outbox.abandon(id)) return;
      const document = await readSend(sends, id);
      if (running.has(id) || !canDiscard(document)) throw wrongState(document, 'discarded');
      await fs.rm(sendFolder(sends, id), { recursive: true, force: true });
    },
    list: async () => Promise.all((await listSendIds(sends)).map((id) => readSend(sends, id))),
    async recover() {
      for (const id of await listUnwritten(sends)) await fs.rm(sendFolder(sends, id), { recursive: true, force: true });
      for (const id of await listSendIds(sends)) await recoverSend(sends, id);
    },
    async close() {
      await outbox.abandonAll();
      const under = [...running.values()];
      for (const { stop } of under) stop('interrupted');
      await Promise.allSettled(under.map(({ done }) => done));
    },
  };
}

async function recoverSend(sends: string, id: string): Promise<void> {
  await dropHalfWritten(sends, id);
  const document = await readSend(sends, id);
  if (document.state === 'preparing') {
    await fs.rm(sendFolder(sends, id), { recursive: true, force: true });
  } else if (document.state === 'sent' || document.state === 'cancelled') {
    await emptyOutbox(sends, id);
  } else if (document.state === 'sending') {
    const journal = await openJournal(journalFile(sends, id));
    await journal.close();
    await writeSend(sends, { ...withArrivals(document, journal), state: 'failed', error: interruption });
  }
}

function failed(document: SendDocument, error: unknown): SendDocument {
  const { code, message, remedy } = toStillhouseError(error);
  const words = remedy === undefined ? message : `${message} ${remedy}`;
  return { ...document, state: code === 'send-unknown' ? 'unknown' : 'failed', error: { code, message: words } };
}

/** A cancelled send says so when nobody knows whether its last request was taken. */
function unansweredError(journal: Journal): SendDocument['error'] {
  const last = journal.entries.findLast(({ kind }) => ['asked', 'taken', 'not-taken'].includes(kind));
  if (last?.kind !== 'asked') return null;
  return {
    code: 'send-unknown',
    message: 'The last request had no answer when it was cancelled: it may have been taken.',
  };
}

function wrongState({ id, state }: SendDocument, wish: string): StillhouseError {
  return new StillhouseError('send-invalid', `The send ${id} cannot be ${wish}: it is ${state}.`);
}
