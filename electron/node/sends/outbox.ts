import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Destination } from '../../../src/activation/destinations/destination.ts';
import { destinationWords } from '../../../src/activation/destinations/destination-words.ts';
import { manifestName, manifestText } from '../../../src/activation/sends/manifest.ts';
import { type SendDocument, type SendDraft, sendVersion } from '../../../src/activation/sends/send-document.ts';
import { StillhouseError } from '../../../src/core/error.ts';
import { writeAtomically } from '../host/files.ts';
import { createOutboxFiles, type OutboxFiles } from './outbox-files.ts';
import { dataFile, manifestFile, readSend, sendFolder, writeSend } from './send-folder.ts';

/** Sends whose files are being written. */
export interface Outbox {
  begin(draft: SendDraft, destination: Destination, now: Date): Promise<string>;
  writeFile(id: string, file: number, bytes: Uint8Array): Promise<void>;
  /** Fixes what the send delivers; answers with the document as it lies on the disk. */
  seal(id: string): Promise<SendDocument>;
  /** Removes a send that was not sealed; answers false when this outbox is not writing it. */
  abandon(id: string): Promise<boolean>;
  abandonAll(): Promise<void>;
}

const nothingYet = createHash('sha256').digest('hex');

/** The outbox of the project whose sends lie in `sends`. */
export function createOutbox(sends: string): Outbox {
  const open = new Map<string, OutboxFiles>();

  const abandon = async (id: string) => {
    const files = open.get(id);
    if (files === undefined) return false;
    open.delete(id);
    await files.close();
    await fs.rm(sendFolder(sends, id), { recursive: true, force: true });
    return true;
  };

  return {
    async begin(draft, destination, now) {
      checkFitting(draft, destination);
      const id = newSendId(now);
      await fs.mkdir(path.dirname(dataFile(sends, id, 0)), { recursive: true });
      await fs.writeFile(path.join(sends, '.gitignore'), '*/files/\n*/journal.ndjson\n');
      const folder = { id: destination.id, name: destination.name, kind: destination.kind };
      await writeSend(sends, {
        ...draft,
        version: sendVersion,
        id,
        state: 'preparing',
        createdAt: now.toISOString(),
        finishedAt: null,
        files: draft.files.map((file) => ({ ...file, bytes: 0, sha256: nothingYet, remote: null })),
        manifest: wantsManifest(destination)
          ? { name: manifestName(id, namesOf(draft)), bytes: 0, sha256: nothingYet, remote: null }
          : null,
        attempts: 0,
        error: null,
        to: { ...folder, words: destinationWords(destination) },
      });
      open.set(id, createOutboxFiles(draft.files.map((_, index) => dataFile(sends, id, index))));
      return id;
    },
    async writeFile(id, file, bytes) {
      const files = open.get(id);
      if (files === undefined) throw notPreparing(id);
      try {
        await files.write(file, bytes);
      } catch (error) {
        await abandon(id);
        if (error instanceof StillhouseError) throw error;
        throw new StillhouseError(
          'file-write',
          'The files of the send could not be written: the disk may be full. Nothing was left behind, and nothing left.',
          { remedy: 'Make room on the disk of the project, then send again.', cause: error },
        );
      }
    },
    async seal(id) {
      const files = open.get(id);
      if (files === undefined) throw notPreparing(id);
      const written = await files.finish();
      open.delete(id);
      const draft = await readSend(sends, id);
      const sealed: SendDocument = {
        ...draft,
        state: 'ready',
        files: draft.files.map((file, index) => ({ ...file, ...written[index] })),
      };
      const document = draft.manifest === null ? sealed : await withManifest(sends, sealed, draft.manifest);
      await writeSend(sends, document);
      return document;
    },
    abandon,
    async abandonAll() {
      for (const id of [...open.keys()]) await abandon(id);
    },
  };
}

async function withManifest(
  sends: string,
  document: SendDocument,
  manifest: NonNullable<SendDocument['manifest']>,
): Promise<SendDocument> {
  const content = Buffer.from(manifestText(document));
  await writeAtomically(manifestFile(sends, document.id), content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { ...document, manifest: { ...manifest, bytes: content.length, sha256 } };
}

/** What a destination cannot take is refused before anything is written. */
function checkFitting(draft: SendDraft, destination: Destination): void {
  if (destination.kind !== 'webhook' || destination.body.kind !== 'records' || draft.format.name === 'ndjson') return;
  throw new StillhouseError('send-invalid', `“${destination.name}” takes records, which are read from NDJSON files.`, {
    remedy: 'Choose NDJSON as the format, or let the destination take whole files.',
  });
}

function wantsManifest(destination: Destination): boolean {
  return destination.kind !== 'webhook' && destination.manifest;
}

function namesOf(draft: SendDraft): string[] {
  return draft.files.map(({ name }) => name);
}

/** Sorts by time; the tail keeps two sends of one second apart. */
function newSendId(now: Date): string {
  const time = now
    .toISOString()
    .replace(/[-:]|\.\d+Z/g, '')
    .replace('T', '-');
  return `${time}-${randomBytes(4).toString('hex')}`;
}

function notPreparing(id: string): StillhouseError {
  return new StillhouseError('send-invalid', `The send ${id} is not being prepared: its files are fixed or gone.`);
}
