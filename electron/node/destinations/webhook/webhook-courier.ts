import { createReadStream } from 'node:fs';
import type { WebhookDestination } from '../../../../src/activation/destinations/destination.ts';
import { destinationWords } from '../../../../src/activation/destinations/destination-words.ts';
import { headerSecret } from '../../../../src/activation/destinations/secret-fields.ts';
import { hostWords, parseWebAddress } from '../../../../src/activation/destinations/web-address.ts';
import { cancelledError } from '../../../../src/core/cancel.ts';
import { StillhouseError } from '../../../../src/core/error.ts';
import type { Journal } from '../../sends/journal.ts';
import type { Arrival, Courier, OutgoingFile, Passage, SecretValues } from '../courier.ts';
import { answerError, isRefusal, unknownError } from './answers.ts';
import { recordBatches } from './records.ts';
import { ask, type HookOutcome, type HookRequest } from './request.ts';

/** Carries records or whole files to an endpoint by HTTP, one request after another. */
export function createWebhookCourier(destination: WebhookDestination, secrets: SecretValues): Courier {
  const address = parseWebAddress(destination.url);
  const where = address === undefined ? destination.url : hostWords(address);
  const headers = Object.fromEntries(
    destination.headers.map(({ name, value }) => [name.toLowerCase(), value ?? secrets[headerSecret(name)] ?? '']),
  );
  const request = (extra: Readonly<Record<string, string>>, body: HookRequest['body'], signal: AbortSignal) =>
    ask({
      ...{ url: destination.url, method: destination.method, body, signal },
      headers: { 'user-agent': 'Stillhouse', ...headers, ...extra },
      timeoutMs: destination.timeoutSeconds * 1000,
    });

  /** Asks once, noting it before and after, unless it was taken before. */
  const deliver = async (
    file: OutgoingFile,
    batch: number,
    known: Requests,
    { journal, signal, repeatUnknown, idempotencyKey }: Passage,
    contentType: string,
    body: HookRequest['body'],
  ): Promise<void> => {
    const mine = { file: file.index, batch };
    const before = known.get(batch);
    if (before === 'taken') return;
    if (before === 'asked' && !destination.idempotent && !repeatUnknown) throw unknownError(file, batch, where);
    await journal.append({ kind: 'asked', ...mine });
    const key = `${idempotencyKey}-${file.index}-${batch}`;
    const outcome = await request({ 'content-type': contentType, 'idempotency-key': key }, body, signal);
    if (outcome.kind === 'answered' && destination.successCodes.includes(outcome.status)) {
      await journal.append({ kind: 'taken', ...mine, status: outcome.status });
      return;
    }
    const notTaken = outcome.kind === 'unreached' || (outcome.kind === 'answered' && isRefusal(outcome.status));
    if (notTaken) await journal.append({ kind: 'not-taken', ...mine });
    if (signal.aborted) throw cancelledError();
    if (!notTaken && !destination.idempotent) throw unknownError(file, batch, where, causeOf(outcome));
    throw outcome.kind === 'answered' ? answerError(outcome, where) : outcome.error;
  };

  const carryRecords = async (file: OutgoingFile, passage: Passage, size: number): Promise<number> => {
    const known = requestsOf(passage.journal, file);
    let sent = 0;
    let requests = 0;
    for await (const { number, body } of recordBatches(file, size)) {
      await deliver(file, number, known, passage, 'application/json', body);
      requests++;
      sent += body.length;
      passage.progress(Math.min(file.bytes - 1, sent));
    }
    return requests;
  };

  const carryWhole = async (file: OutgoingFile, passage: Passage): Promise<number> => {
    const stream = createReadStream(file.path);
    try {
      await deliver(file, 0, requestsOf(passage.journal, file), passage, file.contentType, {
        stream,
        bytes: file.bytes,
      });
    } finally {
      stream.destroy();
    }
    return 1;
  };

  return {
    async carry(file, passage): Promise<Arrival> {
      const { body } = destination;
      const requests = await (body.kind === 'file'
        ? carryWhole(file, passage)
        : carryRecords(file, passage, body.batch));
      passage.progress(file.bytes);
      return { address: destinationWords(destination), bytes: file.bytes, uploaded: true, requests };
    },
    abandon: () => Promise.resolve(),
    async probe() {
      const signal = new AbortController().signal;
      const outcome = await ask({
        ...{ url: destination.url, method: 'HEAD', signal, timeoutMs: destination.timeoutSeconds * 1000 },
        ...{ headers: { 'user-agent': 'Stillhouse', ...headers }, body: Buffer.alloc(0) },
      });
      if (outcome.kind !== 'answered') throw outcome.error;
      if (outcome.status === 401 || outcome.status === 403) throw answerError(outcome, where);
      return `${where} answers (${outcome.status} to a HEAD request). Whether it takes records shows when some are sent.`;
    },
    close: () => Promise.resolve(),
  };
}

/** What became of each request of a file so far, by number. */
type Requests = ReadonlyMap<number, 'asked' | 'taken' | 'not-taken'>;

function requestsOf(journal: Journal, file: OutgoingFile): Requests {
  const known = new Map<number, 'asked' | 'taken' | 'not-taken'>();
  for (const entry of journal.entries) {
    if ('batch' in entry && entry.file === file.index) known.set(entry.batch, entry.kind);
  }
  return known;
}

function causeOf(outcome: HookOutcome): unknown {
  return outcome.kind === 'answered'
    ? new StillhouseError('destination-busy', `Status ${outcome.status}.`)
    : outcome.error;
}
