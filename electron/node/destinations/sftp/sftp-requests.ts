import type { SFTPWrapper } from 'ssh2';
import { StillhouseError } from '../../../../src/core/error.ts';
import { networkError } from '../network-errors.ts';
import type { SftpSession } from './session.ts';

/** Answers a request of the protocol; the library calls it once, unless the connection ends. */
export type Answer<Result> = (error: Error | null | undefined, result?: Result) => void;

/** Makes one request about `path`. Rejects in words, also when the connection ends before the answer. */
export function ask<Result>(
  { sftp, where, onLost }: SftpSession,
  path: string,
  run: (sftp: SFTPWrapper, answer: Answer<Result>) => void,
): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    const forget = onLost(() => {
      reject(describe(Object.assign(new Error('The connection closed.'), { code: 'ECONNRESET' }), path, where));
    });
    const answer: Answer<Result> = (error, result) => {
      forget();
      if (error) reject(describe(error, path, where));
      else resolve(result as Result); // each request gives what its caller named
    };
    try {
      run(sftp, answer);
    } catch (error) {
      answer(error instanceof Error ? error : new Error(String(error))); // what the server does not offer is thrown
    }
  });
}

/** Status codes of the protocol (draft-ietf-secsh-filexfer-02 and -13). */
const status = { noSuchFile: 2, permissionDenied: 3, failure: 4, connectionLost: 7, noSpace: 14, quota: 15 } as const;

export function isNoSuchFile(error: unknown): boolean {
  return error instanceof StillhouseError && statusOf(error.cause) === status.noSuchFile;
}

/** True when the server lacks an extension of the protocol. */
export function isUnsupported(error: unknown): boolean {
  return error instanceof StillhouseError && /not support/i.test(error.technical ?? '');
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;
}

function describe(cause: Error, path: string, where: string): StillhouseError {
  const details = { technical: cause.message, cause };
  switch (statusOf(cause)) {
    case status.noSuchFile:
      return new StillhouseError('destination-missing', `${where} has no ${path}.`, {
        remedy: 'Check the folder of the destination.',
        ...details,
      });
    case status.permissionDenied:
      return new StillhouseError('destination-permission', `${path} may not be written on ${where}.`, {
        remedy: 'Ask for the right to write there, or choose another folder.',
        ...details,
      });
    case status.noSpace:
    case status.quota:
      return new StillhouseError('destination-full', `There is no space left on ${where} for ${path}.`, {
        remedy: 'Make room there and resume the send.',
        ...details,
      });
    case status.failure:
      return new StillhouseError('destination-refused', `${where} could not write ${path}: its disk may be full.`, {
        remedy: 'Look at the server, then resume the send.',
        ...details,
      });
    case status.connectionLost:
      return new StillhouseError('destination-unreachable', `The connection to ${where} was cut.`, details);
    default:
      return (
        networkError(cause, where) ??
        new StillhouseError('destination-refused', `${where} refused what was asked for ${path}.`, details)
      );
  }
}
