import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import { StillhouseError } from '../../../src/core/error.ts';

/** Files being saved piece by piece; each appears under its name only when it is whole. */
export interface SaveFiles {
  begin(path: string): Promise<string>;
  write(token: string, bytes: Uint8Array): Promise<void>;
  commit(token: string): Promise<void>;
  abort(token: string): Promise<void>;
  abortAll(): Promise<void>;
}

export function createSaveFiles(): SaveFiles {
  const open = new Map<string, { readonly path: string; readonly temporary: string; readonly handle: fs.FileHandle }>();

  const take = (token: string) => {
    const file = open.get(token);
    if (file === undefined) throw new StillhouseError('internal', 'This file is not being saved.');
    return file;
  };
  const abort = async (token: string) => {
    const file = open.get(token);
    if (file === undefined) return;
    open.delete(token);
    await file.handle.close();
    await fs.rm(file.temporary, { force: true });
  };

  return {
    async begin(path) {
      const token = randomUUID();
      const temporary = `${path}.${token.slice(0, 8)}.part`;
      const handle = await fs.open(temporary, 'w').catch((error: unknown) => {
        throw new StillhouseError('file-write', `${path} cannot be written.`, {
          remedy: 'Choose another folder.',
          cause: error,
        });
      });
      open.set(token, { path, temporary, handle });
      return token;
    },
    async write(token, bytes) {
      const file = take(token);
      try {
        await file.handle.write(bytes);
      } catch (error) {
        await abort(token);
        throw new StillhouseError(
          'file-write',
          `Writing ${file.path} failed: the disk may be full. Nothing was left behind.`,
          {
            cause: error,
          },
        );
      }
    },
    async commit(token) {
      const file = take(token);
      open.delete(token);
      await file.handle.sync();
      await file.handle.close();
      await fs.rename(file.temporary, file.path);
    },
    abort,
    async abortAll() {
      for (const token of [...open.keys()]) await abort(token);
    },
  };
}
