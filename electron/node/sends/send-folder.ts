import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { type SendDocument, sendDocumentSchema } from '../../../src/activation/sends/send-document.ts';
import { StillhouseError } from '../../../src/core/error.ts';
import { isMissing, readIfPresent, writeAtomically } from '../host/files.ts';

/** The folder of one send: `send.json`, its journal while it is on its way, and the files that wait. */
export function sendFolder(sends: string, id: string): string {
  if (!/^[0-9a-z-]{8,64}$/.test(id)) throw new StillhouseError('send-invalid', `“${id}” is not the id of a send.`);
  return path.join(sends, id);
}

export function dataFile(sends: string, id: string, index: number): string {
  return path.join(sendFolder(sends, id), 'files', String(index).padStart(3, '0'));
}

export function manifestFile(sends: string, id: string): string {
  return path.join(sendFolder(sends, id), 'files', 'manifest.json');
}

export function journalFile(sends: string, id: string): string {
  return path.join(sendFolder(sends, id), 'journal.ndjson');
}

export async function readSend(sends: string, id: string): Promise<SendDocument> {
  const file = documentFile(sends, id);
  const text = await readIfPresent(file);
  if (text === undefined) throw new StillhouseError('send-invalid', `There is no send ${id} in this project.`);
  try {
    return sendDocumentSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new StillhouseError('send-invalid', `${file} cannot be read as a send of this version.`, { cause: error });
  }
}

export async function writeSend(sends: string, document: SendDocument): Promise<void> {
  await writeAtomically(documentFile(sends, document.id), `${JSON.stringify(document, null, 2)}\n`);
}

/** Removes the rows and the journal of a send that is over; its receipt stays. */
export async function emptyOutbox(sends: string, id: string): Promise<void> {
  await fs.rm(path.join(sendFolder(sends, id), 'files'), { recursive: true, force: true });
  await fs.rm(journalFile(sends, id), { force: true });
}

/** Removes what a program that was killed while it wrote `send.json` left beside it. */
export async function dropHalfWritten(sends: string, id: string): Promise<void> {
  const folder = sendFolder(sends, id);
  const halves = (await fs.readdir(folder)).filter((name) => /^send\.json\.\d+\.tmp$/.test(name));
  for (const name of halves) await fs.rm(path.join(folder, name), { force: true });
}

/** Ids of all sends, newest first. */
export async function listSendIds(sends: string): Promise<readonly string[]> {
  return (await listFolders(sends)).filter((id) => existsSync(documentFile(sends, id)));
}

/** Ids of folders that a killed program made without writing a document. */
export async function listUnwritten(sends: string): Promise<readonly string[]> {
  return (await listFolders(sends)).filter((id) => !existsSync(documentFile(sends, id)));
}

async function listFolders(sends: string): Promise<readonly string[]> {
  const names = await fs.readdir(sends).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return names
    .filter((name) => /^\d{8}-\d{6}-[0-9a-f]{8}$/.test(name))
    .sort()
    .reverse();
}

function documentFile(sends: string, id: string): string {
  return path.join(sendFolder(sends, id), 'send.json');
}
