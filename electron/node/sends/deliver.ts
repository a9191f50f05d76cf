import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type RetryPolicy, retryDelay } from '../../../src/activation/sends/retry.ts';
import type { RemoteFile, SendDocument } from '../../../src/activation/sends/send-document.ts';
import { cancelledError } from '../../../src/core/cancel.ts';
import { isCancelled, StillhouseError, toStillhouseError } from '../../../src/core/error.ts';
import type { SendProgress } from '../../../src/host/host.ts';
import type { Courier, OutgoingFile, Passage } from '../destinations/courier.ts';
import { contentTypeOf } from './content-type.ts';
import type { Journal } from './journal.ts';
import { dataFile, manifestFile } from './send-folder.ts';

/** What a delivery needs besides the send itself; tests give their own. */
export interface DeliveryTools {
  readonly policy: RetryPolicy;
  now(): Date;
  /** A number in [0, 1). */
  random(): number;
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  emit(progress: SendProgress): void;
}

export interface Delivery {
  readonly sends: string;
  readonly document: SendDocument;
  readonly courier: Courier;
  readonly journal: Journal;
  readonly signal: AbortSignal;
  readonly repeatUnknown: boolean;
  readonly tools: DeliveryTools;
}

/** Carries all files and then the manifest. Resolves when everything arrived; the journal tells what did otherwise. */
export async function deliver(delivery: Delivery): Promise<void> {
  for (const file of outgoingFiles(delivery.sends, delivery.document)) {
    if (arrivalOf(delivery.journal, file.index) !== undefined) continue;
    await checkUnchanged(file);
    const arrival = await carryPatiently(delivery, file);
    const remote: RemoteFile = { ...arrival, at: delivery.tools.now().toISOString() };
    await delivery.journal.append({ kind: 'arrived', file: file.index, remote });
  }
}

/** Removes what unfinished files left at the destination. */
export async function abandonUnfinished(delivery: Delivery): Promise<void> {
  for (const file of outgoingFiles(delivery.sends, delivery.document)) {
    if (arrivalOf(delivery.journal, file.index) === undefined) {
      await delivery.courier.abandon(
        file,
        passageOf(delivery, () => undefined),
      );
    }
  }
}

/** The document with everything that the journal knows to have arrived. */
export function withArrivals(document: SendDocument, journal: Journal): SendDocument {
  const manifest = document.manifest;
  return {
    ...document,
    files: document.files.map((file, index) => ({ ...file, remote: arrivalOf(journal, index) ?? file.remote })),
    manifest: manifest && { ...manifest, remote: arrivalOf(journal, document.files.length) ?? manifest.remote },
  };
}

function arrivalOf(journal: Journal, index: number): RemoteFile | undefined {
  const entry = journal.entries.find(({ kind, file }) => kind === 'arrived' && file === index);
  return entry?.kind === 'arrived' ? entry.remote : undefined;
}

function outgoingFiles(sends: string, document: SendDocument): readonly OutgoingFile[] {
  const { id, format, manifest } = document;
  const files = document.files.map(({ name, bytes, sha256 }, index) => ({
    ...{ index, name, bytes, sha256, format, contentType: contentTypeOf(name, format) },
    path: dataFile(sends, id, index),
  }));
  if (manifest === null) return files;
  const { name, bytes, sha256 } = manifest;
  const last = { index: files.length, name, bytes, sha256, format, contentType: 'application/json' };
  return [...files, { ...last, path: manifestFile(sends, id) }];
}

/** What is delivered is what was sealed, byte for byte. */
async function checkUnchanged(file: OutgoingFile): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file.path), hash).catch((error: unknown) => {
    throw new StillhouseError('send-invalid', `The file “${file.name}” is gone from the outbox.`, {
      remedy: 'Cancel this send and prepare it again.',
      cause: error,
    });
  });
  if (hash.digest('hex') === file.sha256) return;
  throw new StillhouseError('send-invalid', `The file “${file.name}” was changed in the outbox after it was sealed.`, {
    remedy: 'Cancel this send and prepare it again.',
  });
}

/** Tries again as the policy allows; failures count only as long as nothing more gets through. */
async function carryPatiently(delivery: Delivery, file: OutgoingFile) {
  const { tools, document, signal } = delivery;
  let attempt = 1;
  let failures = 0;
  let furthest = 0;
  let told = 0;
  const step = Math.max(256 << 10, Math.floor(file.bytes / 200));
  const tell = (sentBytes: number, note?: string) => {
    told = sentBytes;
    const progress = { id: document.id, file: file.name, sentBytes, totalBytes: file.bytes, attempt };
    tools.emit({ kind: 'send-progress', ...progress, ...(note !== undefined && { note }) });
  };
  const passage = passageOf(delivery, (sentBytes) => {
    if (sentBytes > furthest) failures = 0;
    furthest = Math.max(furthest, sentBytes);
    if (sentBytes < told || sentBytes - told >= step || sentBytes === file.bytes) tell(sentBytes);
  });
  const isStopped = () => signal.aborted;
  for (;;) {
    if (isStopped()) throw cancelledError();
    try {
      return await delivery.courier.carry(file, passage);
    } catch (error) {
      if (isStopped() || isCancelled(error)) throw cancelledError();
      const failure = toStillhouseError(error);
      const { code, retryAfterMs } = failure;
      const delay = retryDelay(++failures, code, tools.policy, () => tools.random(), retryAfterMs);
      if (delay === undefined) throw failure;
      attempt++;
      tell(furthest, `${failure.message} Trying again in ${Math.ceil(delay / 1000)} s.`);
      await tools.wait(delay, signal);
    }
  }
}

function passageOf(delivery: Delivery, progress: (sentBytes: number) => void): Passage {
  const { document, journal, signal, repeatUnknown } = delivery;
  return { sendId: document.id, idempotencyKey: document.idempotencyKey, journal, signal, repeatUnknown, progress };
}
