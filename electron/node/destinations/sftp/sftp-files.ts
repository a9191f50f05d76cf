import { StillhouseError } from '../../../../src/core/error.ts';
import { conflictError } from '../conflict.ts';
import type { FilePort } from '../file-port.ts';
import type { SftpSession } from './session.ts';
import { ask, isNoSuchFile, isUnsupported } from './sftp-requests.ts';
import { readSftpFile } from './sftp-reader.ts';
import { openSftpWriter } from './sftp-writer.ts';

/** Files of a server reached by SFTP; `where` names it. Connects at the first need, and again when it was cut off. */
export function createSftpFiles(open: () => Promise<SftpSession>, where: string): FilePort {
  let session: Promise<SftpSession> | undefined;

  const connected = async (): Promise<SftpSession> => {
    const current = await session?.catch(() => undefined); // whoever asked first was told
    if (current !== undefined && !current.isLost()) return current;
    session = open();
    return session;
  };
  const size = async (path: string): Promise<number | undefined> => {
    try {
      const stats = await ask<{ readonly size: number }>(await connected(), path, (sftp, answer) => {
        sftp.stat(path, answer);
      });
      return stats.size;
    } catch (error) {
      if (isNoSuchFile(error)) return undefined;
      throw error;
    }
  };

  return {
    size,
    async remove(path) {
      try {
        await ask<undefined>(await connected(), path, (sftp, answer) => {
          sftp.unlink(path, answer);
        });
      } catch (error) {
        if (!isNoSuchFile(error)) throw error;
      }
    },
    write: async (path, position) => openSftpWriter(await connected(), path, position),
    async makeFolderOf(path) {
      const parts = path.split('/').slice(0, -1);
      for (let count = 1; count <= parts.length; count++) {
        const folder = parts.slice(0, count).join('/');
        if (folder === '' || (await size(folder)) !== undefined) continue;
        await ask<undefined>(await connected(), folder, (sftp, answer) => {
          sftp.mkdir(folder, answer);
        });
      }
    },
    async *read(path) {
      yield* readSftpFile(await connected(), path);
    },
    async rename(from, to) {
      try {
        await ask<undefined>(await connected(), to, (sftp, answer) => {
          sftp.rename(from, to, answer);
        });
      } catch (error) {
        if ((await size(to)) !== undefined) throw conflictError(`${to} on ${where}`, error);
        throw error;
      }
    },
    async replace(from, to) {
      try {
        await ask<undefined>(await connected(), to, (sftp, answer) => {
          sftp.ext_openssh_rename(from, to, answer);
        });
      } catch (error) {
        if (!isUnsupported(error)) throw error;
        throw new StillhouseError('destination-conflict', `${where} cannot replace ${to} in one step.`, {
          remedy: 'Remove that file first, or choose another file name.',
          cause: error,
        });
      }
    },
    async close() {
      const current = await session?.catch(() => undefined); // a session that never opened needs no closing
      current?.close();
    },
  };
}
