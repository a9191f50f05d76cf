import fs from 'node:fs/promises';
import path from 'node:path';
import { constants } from 'node:fs';
import { StillhouseError } from '../../../src/core/error.ts';
import { fileSize } from './files.ts';
import type { ProjectLayout } from './layout.ts';

/** A copy of the window's database on its way into the project folder; nobody sees it before it is committed. */
export interface DatabaseCopy {
  /** Its file's name until then. */
  readonly name: string;
  write(offset: number, bytes: Uint8Array): Promise<void>;
  /** Makes the copy the folder's database. */
  commit(size: number): Promise<void>;
  /** Puts the copy aside as a dated backup and answers with its name. */
  commitBackup(size: number, now: Date): Promise<string>;
  abort(): Promise<void>;
}

export async function beginDatabaseCopy(layout: ProjectLayout): Promise<DatabaseCopy> {
  const temporary = `${layout.database}.next`;
  await fs.rm(temporary, { force: true });
  if ((await fileSize(layout.database)) > 0) {
    await fs.copyFile(layout.database, temporary, constants.COPYFILE_FICLONE);
  } else {
    await fs.writeFile(temporary, '');
  }
  const handle = await fs.open(temporary, 'r+');

  const finish = async (size: number, target: string) => {
    await handle.truncate(size);
    await handle.sync();
    await handle.close();
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.rename(temporary, target);
  };

  return {
    name: path.basename(temporary),
    async write(offset, bytes) {
      await handle.write(bytes, 0, bytes.length, offset);
    },
    commit: (size) => finish(size, layout.database),
    async commitBackup(size, now) {
      const target = backupPath(layout, now);
      await finish(size, target);
      return path.relative(layout.folder, target);
    },
    async abort() {
      await handle.close();
      await fs.rm(temporary, { force: true });
    },
  };
}

/** Keeps the folder's own database aside; answers with the backup's name. */
export async function backupDatabase(layout: ProjectLayout, now: Date): Promise<string> {
  const target = backupPath(layout, now);
  await fs.mkdir(layout.backups, { recursive: true });
  await fs.copyFile(layout.database, target, constants.COPYFILE_FICLONE);
  return path.relative(layout.folder, target);
}

export async function readDatabase(
  layout: ProjectLayout,
  offset: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await fs.open(layout.database, 'r').catch((error: unknown) => {
    throw new StillhouseError('file-missing', `${layout.database} is gone.`, { cause: error });
  });
  try {
    const target = new Uint8Array(length);
    const { bytesRead } = await handle.read(target, 0, length, offset);
    return target.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function backupPath(layout: ProjectLayout, now: Date): string {
  return path.join(layout.backups, `workspace-${now.toISOString().replace(/[:.]/g, '-')}.duckdb`);
}
