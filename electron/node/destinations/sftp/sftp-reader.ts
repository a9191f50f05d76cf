import { Buffer } from 'node:buffer';
import type { SftpSession } from './session.ts';
import { ask } from './sftp-requests.ts';

const requestBytes = 32 << 10;
const mostInFlight = 32;

/** Reads a file whole; several reads are under way at once, so that distance costs little. */
export async function* readSftpFile(session: SftpSession, path: string): AsyncGenerator<Uint8Array> {
  const handle = await ask<Buffer>(session, path, (sftp, answer) => {
    sftp.open(path, 'r', answer);
  });
  const inFlight: Promise<Buffer>[] = [];
  try {
    const { size } = await ask<{ readonly size: number }>(session, path, (sftp, answer) => {
      sftp.fstat(handle, answer);
    });
    for (let position = 0; position < size || inFlight.length > 0;) {
      while (position < size && inFlight.length < mostInFlight) {
        const length = Math.min(requestBytes, size - position);
        inFlight.push(readBlock(session, path, handle, position, length));
        position += length;
      }
      const block = await inFlight.shift();
      if (block !== undefined) yield block;
    }
  } finally {
    await Promise.allSettled(inFlight);
    await ask<undefined>(session, path, (sftp, answer) => {
      sftp.close(handle, answer);
    });
  }
}

/** Servers may give less than was asked for: asks on until the block is whole or the file ends. */
async function readBlock(
  session: SftpSession,
  path: string,
  handle: Buffer,
  position: number,
  length: number,
): Promise<Buffer> {
  const block = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const bytes = await ask<number>(session, path, (sftp, answer) => {
      sftp.read(handle, block, done, length - done, position + done, (error, count) => {
        answer(error, count);
      });
    });
    if (bytes === 0) break;
    done += bytes;
  }
  return block.subarray(0, done);
}
