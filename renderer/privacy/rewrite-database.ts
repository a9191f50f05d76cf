import { StillhouseError } from '../../src/core/error.ts';
import type { Host } from '../../src/host/host.ts';
import { countPlaces } from '../../src/privacy/erase/byte-search.ts';
import { copyDatabase } from '../../src/privacy/erase/copy-database.ts';
import { openForgetfulEngine } from '../engine/engine.ts';
import {
  databaseFile,
  freshFile,
  freshPath,
  hasLog,
  readCopyRecord,
  removeDatabase,
  removeFresh,
} from '../project/private-files.ts';

const pieceSize = 4 << 20;

/** Which part of the whole making the fresh file is; bringing it into the folder is the rest. */
const copyShare = 0.6;

/**
 * Writes the window's closed copy of a database anew, makes that the folder's, and removes the window's own, so that the
 * folder's copy is taken when the project is opened next. Answers with the places in which bytes of the forgotten texts
 * still stand. Until the folder has it, everything is as it was. Throws `file-write` where the folder is behind the window.
 */
export async function rewriteDatabase(
  host: Host,
  projectId: string,
  forgotten: readonly string[],
  onProgress: (fraction: number) => void,
): Promise<number> {
  const record = await readCopyRecord(projectId);
  if (record === undefined || record.ahead || (await hasLog(projectId))) {
    throw new StillhouseError(
      'file-write',
      'The project folder could not be brought up to date before the database was written anew.',
      {
        remedy: 'Look whether the folder can be written and has space left, then try again.',
      },
    );
  }
  await removeFresh(projectId);
  const old = await databaseFile(projectId);
  const engine = await openForgetfulEngine(freshPath(projectId));
  try {
    await copyDatabase(engine, { name: old.name, size: old.size, source: old }, (fraction) => {
      onProgress(copyShare * fraction);
    });
  } finally {
    await engine.close();
  }
  const fresh = await freshFile(projectId);
  const places = await countPlaces(
    async (offset, length) => new Uint8Array(await fresh.slice(offset, offset + length).arrayBuffer()),
    forgotten,
  );
  await putIntoFolder(host, fresh, (fraction) => {
    onProgress(copyShare + (1 - copyShare) * fraction);
  });
  await removeDatabase(projectId);
  await removeFresh(projectId);
  return places;
}

async function putIntoFolder(host: Host, file: File, onProgress: (fraction: number) => void): Promise<void> {
  await host.call('database.beginCopy');
  try {
    for (let offset = 0; offset < file.size; offset += pieceSize) {
      const bytes = new Uint8Array(await file.slice(offset, offset + pieceSize).arrayBuffer());
      await host.call('database.writeCopy', { offset, bytes });
      onProgress(Math.min(1, (offset + pieceSize) / file.size));
    }
    await host.call('database.commitCopy', { size: file.size });
  } catch (error) {
    await host.call('database.abortCopy').catch(() => undefined); // the first error tells why
    throw error;
  }
}
