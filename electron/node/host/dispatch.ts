import { errorToData, StillhouseError } from '../../../src/core/error.ts';
import type { HostReply } from '../../../src/host/client.ts';
import { hostCalls, isHostCallName } from '../../../src/host/protocol.ts';
import type { HostHandlers } from './handlers.ts';

/** Answers one call from a window: unknown names and parameters that break the protocol are refused, errors become data. */
export async function dispatchHostCall(handlers: HostHandlers, name: string, params: unknown): Promise<HostReply> {
  try {
    if (!isHostCallName(name)) throw new StillhouseError('host-refused', `There is no host call "${name}".`);
    const parsed = hostCalls[name].params.safeParse(params);
    if (!parsed.success) {
      throw new StillhouseError('host-refused', `The call "${name}" had wrong parameters.`, {
        technical: parsed.error.message,
      });
    }
    const handler = handlers[name] as (params: unknown) => Promise<unknown>; // parsed by the schema of this very call
    return { ok: true, value: await handler(parsed.data) };
  } catch (error) {
    return { ok: false, error: errorToData(describeSystemError(error)) };
  }
}

/** File-system errors in words; the path is the user's own. */
function describeSystemError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StillhouseError || !('code' in error)) return error;
  const where = 'path' in error && typeof error.path === 'string' ? error.path : 'the file';
  const words: Readonly<Record<string, string>> = {
    ENOSPC: `There is no space left on the disk for ${where}.`,
    EACCES: `${where} may not be accessed by this user.`,
    EPERM: `${where} may not be changed by this user.`,
    EROFS: `${where} is on a disk that cannot be written.`,
    ENOENT: `${where} does not exist.`,
  };
  const message = words[String(error.code)];
  return message === undefined ? error : new StillhouseError('file-write', message, { cause: error });
}
