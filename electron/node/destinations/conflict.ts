import { StillhouseError } from '../../../src/core/error.ts';

/** The error of a file that would replace another one of the same name. */
export function conflictError(address: string, cause?: unknown): StillhouseError {
  return new StillhouseError('destination-conflict', `There is another file at ${address} already.`, {
    remedy: 'Remove it or choose another file name; a destination can also be told to overwrite.',
    cause,
  });
}
