import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { type SecretValues } from '../../../../electron/node/destinations/courier.ts';
import { openCourier } from '../../../../electron/node/destinations/open-courier.ts';
import { createSends, type Sends } from '../../../../electron/node/sends/sends.ts';
import type { Destination } from '../../../../src/activation/destinations/destination.ts';
import type { RetryPolicy } from '../../../../src/activation/sends/retry.ts';
import type { SendDocument, SendDraft } from '../../../../src/activation/sends/send-document.ts';
import type { SendProgress } from '../../../../src/host/host.ts';

/** As patient as the real policy, but sooner back. */
export const quickPolicy: RetryPolicy = { tries: 4, firstDelayMs: 5, longestDelayMs: 40, longestAskedMs: 2000 };

export interface Place {
  readonly destination: Destination;
  readonly secrets: SecretValues;
}

export interface Project {
  readonly folder: string;
  readonly sends: Sends;
  readonly progress: SendProgress[];
}

/** A folder that goes with the test. */
export function testFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-delivery-'));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export interface ProjectOptions {
  readonly folder?: string;
  readonly policy?: RetryPolicy;
  readonly now?: () => Date;
  readonly onProgress?: (progress: SendProgress) => void;
}

/** The sends of a project with one destination. */
export function openProject(place: Place, options: ProjectOptions = {}): Project {
  const { folder = testFolder(), policy = quickPolicy, now = () => new Date(), onProgress } = options;
  const progress: SendProgress[] = [];
  const sends = createSends({
    sends: path.join(folder, 'sends'),
    openCourier: () => openCourier(place.destination, place.secrets, { now }),
    tools: {
      policy,
      now,
      random: () => 0.5,
      wait: (milliseconds) => delay(milliseconds),
      emit(event) {
        progress.push(event);
        onProgress?.(event);
      },
    },
  });
  return { folder, sends, progress };
}

export interface TestFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Writes files into the outbox in blocks and seals the send. */
export async function prepare(
  { sends }: Project,
  { destination }: Place,
  files: readonly TestFile[],
  more: Partial<SendDraft> = {},
): Promise<SendDocument> {
  const draft: SendDraft = {
    destination: destination.id,
    title: 'Spring offers',
    kind: 'audience',
    source: { dataset: 'spring', snapshot: '7', sql: 'SELECT 1' },
    identity: { column: 'mail', namespace: 'email' },
    format: { name: 'csv', compression: 'none', options: {} },
    rows: files.length,
    leftOut: [{ reason: 'no consent', rows: 3 }],
    consent: { purpose: 'marketing', channel: 'email' },
    mapping: [{ from: 'mail', to: 'EMAIL', treatment: 'SHA-256' }],
    undoes: null,
    idempotencyKey: 'spring-7-abcdef',
    files: files.map(({ name }) => ({ name, rows: 1 })),
    ...more,
  };
  const id = await sends.begin(draft, destination, new Date());
  for (const [index, { content }] of files.entries()) {
    for (let start = 0; start < content.length; start += 3 << 20) {
      await sends.writeFile(id, index, content.subarray(start, start + (3 << 20)));
    }
  }
  return sends.seal(id);
}

/** Bytes that look like nothing else, the same for the same seed. */
export function bytes(length: number, seed = 1): Buffer {
  const block = createHash('sha512').update(String(seed)).digest();
  const filled = Buffer.alloc(length, block);
  for (let position = 0; position + 8 < length; position += 1 << 16) filled.writeDoubleLE(position + seed, position);
  return filled;
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Names of everything that waits in a send's folder. */
export function outboxOf({ folder }: Project, id: string): readonly string[] {
  return fs
    .readdirSync(path.join(folder, 'sends', id), { recursive: true })
    .map(String)
    .sort();
}
