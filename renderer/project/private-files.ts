import { z } from 'zod';

/** What this window knows of its own copy of a project's database. */
const copyRecordSchema = z.object({
  /** The folder's generation that this copy descends from. */
  generation: z.int().min(0),
  /** Whether something was written since the last copy into the folder. */
  ahead: z.boolean(),
});
export type CopyRecord = z.output<typeof copyRecordSchema>;

/** The database of a project inside the origin's private file system. */
export function databasePath(projectId: string): string {
  return `projects/${projectId}/workspace.duckdb`;
}

/** Where a database is written anew, beside it. */
export function freshPath(projectId: string): string {
  return `projects/${projectId}/${freshName}`;
}

const recordName = 'copy.json';
const freshName = 'fresh.duckdb';

export async function readCopyRecord(projectId: string): Promise<CopyRecord | undefined> {
  const folder = await projectFolder(projectId);
  const handle = await folder.getFileHandle(recordName).catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    return copyRecordSchema.parse(JSON.parse(await (await handle.getFile()).text()));
  } catch {
    return undefined; // a record that cannot be read is as good as none: the folder's copy is then asked
  }
}

export async function writeCopyRecord(projectId: string, record: CopyRecord): Promise<void> {
  const folder = await projectFolder(projectId);
  const handle = await folder.getFileHandle(recordName, { create: true });
  const stream = await handle.createWritable();
  await stream.write(JSON.stringify(record));
  await stream.close();
}

/** Size in bytes of this window's copy; 0 when there is none. */
export async function databaseSize(projectId: string): Promise<number> {
  const folder = await projectFolder(projectId);
  const handle = await folder.getFileHandle('workspace.duckdb').catch(() => undefined);
  return handle === undefined ? 0 : (await handle.getFile()).size;
}

/** This window's copy as a file, for backing it up while no engine has it open. */
export async function databaseFile(projectId: string): Promise<File> {
  const folder = await projectFolder(projectId);
  return (await folder.getFileHandle('workspace.duckdb')).getFile();
}

/** The database written anew, once its engine is closed. */
export async function freshFile(projectId: string): Promise<File> {
  const folder = await projectFolder(projectId);
  return (await folder.getFileHandle(freshName)).getFile();
}

/** Whether a log lies beside this window's copy: something is in it that is not in the file. */
export async function hasLog(projectId: string): Promise<boolean> {
  const folder = await projectFolder(projectId);
  const handle = await folder.getFileHandle('workspace.duckdb.wal').catch(() => undefined);
  return handle !== undefined && (await handle.getFile()).size > 0;
}

/** Removes what was written anew, with its log. */
export async function removeFresh(projectId: string): Promise<void> {
  await removeAll(projectId, [freshName, `${freshName}.wal`]);
}

/** Removes this window's copy of a project with all that belongs to it: the folder's copy is then taken. */
export async function removeDatabase(projectId: string): Promise<void> {
  await removeAll(projectId, ['workspace.duckdb', 'workspace.duckdb.wal', recordName]);
}

async function removeAll(projectId: string, names: readonly string[]): Promise<void> {
  const folder = await projectFolder(projectId);
  for (const name of names) {
    await folder.removeEntry(name).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
    });
  }
}

/** Replaces this window's copy, piece by piece; the old one stays until the new one is whole. */
export async function replaceDatabase(
  projectId: string,
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const folder = await projectFolder(projectId);
  const handle = await folder.getFileHandle('workspace.duckdb', { create: true });
  const stream = await handle.createWritable();
  for await (const piece of pieces) await stream.write(piece);
  await stream.close();
  await folder.removeEntry('workspace.duckdb.wal').catch(() => undefined);
}

async function projectFolder(projectId: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const projects = await root.getDirectoryHandle('projects', { create: true });
  return projects.getDirectoryHandle(projectId, { create: true });
}
