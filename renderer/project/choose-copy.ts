import type { Host } from '../../src/host/host.ts';
import type { OpenedProject } from '../../src/host/protocol.ts';
import { databaseFile, databaseSize, readCopyRecord, replaceDatabase, writeCopyRecord } from './private-files.ts';

const pieceSize = 4 << 20;

export interface ChosenCopy {
  /** What the user should know: which copy was taken and where the other one is kept. */
  readonly message: string | undefined;
}

/**
 * Makes this window's private copy of the database the true one before the engine opens it. The newer generation wins;
 * where both have changed, the loser is kept in the folder as a dated backup.
 */
export async function chooseCopy(
  host: Host,
  project: OpenedProject,
  onProgress: (fraction: number) => void,
): Promise<ChosenCopy> {
  const { id, generation } = project.document;
  const [record, ownSize] = [await readCopyRecord(id), await databaseSize(id)];

  if (ownSize === 0 || record === undefined) {
    if (project.databaseSize > 0) await takeFolderCopy(host, project, onProgress);
    await writeCopyRecord(id, { generation, ahead: false });
    return { message: undefined };
  }
  if (generation === record.generation) return { message: undefined };
  if (generation > record.generation) {
    const backup = record.ahead ? await backUpOwnCopy(host, id) : undefined;
    await takeFolderCopy(host, project, onProgress);
    await writeCopyRecord(id, { generation, ahead: false });
    return {
      message:
        backup === undefined
          ? 'The project folder held newer data, which was opened.'
          : `The project folder held newer data, which was opened. This window had unsaved changes: they are kept in ${backup}.`,
    };
  }
  const backup = project.databaseSize > 0 ? await host.call('database.backupFolderCopy') : undefined;
  await writeCopyRecord(id, { generation, ahead: true });
  return {
    message:
      backup === undefined
        ? 'The project folder has lost its data; the newer data of this window was opened and will be saved there.'
        : `This window held newer data than the project folder, which was opened. The folder’s data is kept in ${backup}.`,
  };
}

async function takeFolderCopy(
  host: Host,
  project: OpenedProject,
  onProgress: (fraction: number) => void,
): Promise<void> {
  const size = project.databaseSize;
  const pieces = async function* () {
    for (let offset = 0; offset < size; offset += pieceSize) {
      yield await host.call('database.read', { offset, length: Math.min(pieceSize, size - offset) });
      onProgress(Math.min(1, (offset + pieceSize) / size));
    }
  };
  await replaceDatabase(project.document.id, pieces());
}

async function backUpOwnCopy(host: Host, projectId: string): Promise<string> {
  const file = await databaseFile(projectId);
  await host.call('database.beginCopy');
  for (let offset = 0; offset < file.size; offset += pieceSize) {
    const bytes = new Uint8Array(await file.slice(offset, offset + pieceSize).arrayBuffer());
    await host.call('database.writeCopy', { offset, bytes });
  }
  return host.call('database.commitBackup', { size: file.size });
}
