import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs/promises';
import { StillhouseError } from '../../../src/core/error.ts';

/** Files being written in blocks, their bytes counted and hashed on the way. */
export interface OutboxFiles {
  /** Appends in the order of the calls. A file is closed when a later one begins. */
  write(file: number, bytes: Uint8Array): Promise<void>;
  /** Puts all of them on the disk for good, also those nothing was written to. */
  finish(): Promise<readonly WrittenFile[]>;
  close(): Promise<void>;
}

export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

interface OpenFile {
  readonly handle: fs.FileHandle;
  readonly hash: Hash;
  bytes: number;
}

export function createOutboxFiles(paths: readonly string[]): OutboxFiles {
  const open = new Map<number, OpenFile>();
  const done = new Map<number, WrittenFile>();
  let queue: Promise<unknown> = Promise.resolve();

  const take = async (file: number): Promise<OpenFile> => {
    const known = open.get(file);
    if (known !== undefined) return known;
    const path = paths[file];
    if (path === undefined || done.has(file)) {
      throw new StillhouseError('send-invalid', `The send has no file ${file} that could still be written.`);
    }
    for (const earlier of [...open.keys()].filter((index) => index < file)) await finishOne(earlier);
    const opened = { handle: await fs.open(path, 'wx', 0o600), hash: createHash('sha256'), bytes: 0 };
    open.set(file, opened);
    return opened;
  };
  const finishOne = async (file: number) => {
    const { handle, hash, bytes } = await take(file);
    await handle.sync();
    await handle.close();
    open.delete(file);
    done.set(file, { bytes, sha256: hash.digest('hex') });
  };
  const inOrder = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const run = queue.then(work);
    queue = run.catch(() => undefined);
    return run;
  };

  return {
    write: (file, bytes) =>
      inOrder(async () => {
        const target = await take(file);
        await target.handle.writeFile(bytes);
        target.hash.update(bytes);
        target.bytes += bytes.length;
      }),
    finish: () =>
      inOrder(async () => {
        const written: WrittenFile[] = [];
        for (const index of paths.keys()) {
          if (!done.has(index)) await finishOne(index);
          const file = done.get(index);
          if (file !== undefined) written.push(file);
        }
        return written;
      }),
    close: () =>
      inOrder(async () => {
        for (const { handle } of open.values()) await handle.close();
        open.clear();
      }),
  };
}
