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

const recordName = 'copy.json';

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
