import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { StillhouseError } from '../../../src/core/error.ts';
import { isMissing } from '../host/files.ts';
import { conflictError } from './conflict.ts';
import type { FilePort } from './file-port.ts';

/** Files of this machine, as a destination. */
export function createLocalFiles(): FilePort {
  return {
    size: (file) =>
      told(file, async () => {
        try {
          return (await fs.stat(file)).size;
        } catch (error) {
          if (isMissing(error)) return undefined;
          throw error;
        }
      }),
    makeFolderOf: (file) => told(file, () => fs.mkdir(path.dirname(file), { recursive: true }).then(() => undefined)),
    async *read(file) {
      yield* createReadStream(file) as AsyncIterable<Buffer>;
    },
    write: (file, position) => told(file, () => openWriter(file, position)),
    rename: (from, to) => told(to, () => renameToFree(from, to)),
    replace: (from, to) => told(to, () => renameForGood(from, to)),
    remove: (file) => told(file, () => fs.rm(file, { force: true })),
    close: () => Promise.resolve(),
  };
}

async function openWriter(file: string, position: number) {
  const handle = await fs.open(file, position === 0 ? 'w' : 'r+');
  if (position > 0) await handle.truncate(position);
  let end = position;
  return {
    write: (bytes: Uint8Array) =>
      told(file, async () => {
        for (let done = 0; done < bytes.length;) {
          const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, end);
          done += bytesWritten;
          end += bytesWritten;
        }
      }),
    close: () =>
      told(file, async () => {
        try {
          await handle.sync();
        } finally {
          await handle.close();
        }
      }),
  };
}

/** A link never replaces what is there. Disks without links are asked first instead. */
async function renameToFree(from: string, to: string): Promise<void> {
  try {
    await fs.link(from, to);
    await syncFolderOf(to);
    await fs.rm(from);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') throw conflictError(to, error);
    if (!withoutLinks.has(code)) throw error;
    const taken = await fs.stat(to).then(
      () => true,
      () => false,
    );
    if (taken) throw conflictError(to);
    await renameForGood(from, to);
  }
}

async function renameForGood(from: string, to: string): Promise<void> {
  await fs.rename(from, to);
  await syncFolderOf(to);
}

/** Without it a power cut could take the name back; Windows cannot and need not. */
async function syncFolderOf(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await fs.open(path.dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function told<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StillhouseError) throw error;
    throw describe(file, error);
  }
}

function describe(file: string, cause: unknown): unknown {
  switch (systemCode(cause)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StillhouseError('destination-full', `There is no space left on the disk for ${file}.`, {
        remedy: 'Make room there and resume the send.',
        cause,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StillhouseError('destination-permission', `${file} may not be written by this user.`, {
        remedy: 'Change the rights of the folder, or choose another one.',
        cause,
      });
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
      return new StillhouseError('destination-missing', `${file} is not in a folder that can be used.`, {
        remedy: 'Choose another folder, or connect the disk it is on.',
        cause,
      });
    case 'EIO':
    case 'ESTALE':
    case 'ENODEV':
      return new StillhouseError('destination-unreachable', `The disk with ${file} does not answer.`, { cause });
    default:
      return cause;
  }
}

const withoutLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']);

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
