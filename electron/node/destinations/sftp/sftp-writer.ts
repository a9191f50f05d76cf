import { Buffer } from 'node:buffer';
import type { PartWriter } from '../file-port.ts';
import type { SftpSession } from './session.ts';
import { ask, isUnsupported } from './sftp-requests.ts';

const requestBytes = 32 << 10;
const mostInFlight = 32;

/** Bytes that may be missing before the end of a file when writing it was cut off. */
export const doubtfulBytes = requestBytes * mostInFlight;

/** Opens a file from `position` on; several writes are under way at once, so that distance costs little. */
export async function openSftpWriter(session: SftpSession, path: string, position: number): Promise<PartWriter> {
  const handle = await ask<Buffer>(session, path, (sftp, answer) => {
    sftp.open(path, position === 0 ? 'w' : 'r+', answer);
  });
  if (position > 0) {
    await ask<undefined>(session, path, (sftp, answer) => {
      sftp.fsetstat(handle, { size: position }, answer);
    });
  }
  const closeHandle = () =>
    ask<undefined>(session, path, (sftp, answer) => {
      sftp.close(handle, answer);
    });
  const inFlight = new Set<Promise<unknown>>();
  let end = position;
  let failure: { readonly reason: unknown } | undefined;

  const begin = (source: Buffer) => {
    const at = end;
    end += source.length;
    const written: Promise<unknown> = ask<undefined>(session, path, (sftp, answer) => {
      sftp.write(handle, source, 0, source.length, at, answer);
    })
      .catch((reason: unknown) => {
        failure ??= { reason };
      })
      .finally(() => inFlight.delete(written));
    inFlight.add(written);
  };

  return {
    async write(bytes) {
      const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let start = 0; start < source.length; start += requestBytes) {
        begin(source.subarray(start, start + requestBytes));
        if (inFlight.size >= mostInFlight) await Promise.race(inFlight);
        if (failure !== undefined) throw failure.reason;
      }
    },
    async close() {
      await Promise.all(inFlight);
      try {
        if (failure !== undefined) throw failure.reason;
        await flush(session, path, handle);
      } finally {
        await closeHandle();
      }
    },
  };
}

/** Servers without the extension write when they see fit. */
async function flush(session: SftpSession, path: string, handle: Buffer): Promise<void> {
  try {
    await ask<undefined>(session, path, (sftp, answer) => {
      sftp.ext_openssh_fsync(handle, answer);
    });
  } catch (error) {
    if (!isUnsupported(error)) throw error;
  }
}
