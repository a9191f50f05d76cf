import { toStillhouseError } from '../../src/core/error.ts';
import type { Host } from '../../src/host/host.ts';
import type { Messenger } from '../app/services.ts';
import { openSaveSink } from './save-sink.ts';

const pieceBytes = 4 << 20;

/** Saves something small, such as a picture, where the user wants it, and says where it went. */
export function saveBlob(host: Host, messages: Messenger, name: string, content: Blob): void {
  writeBlob(host, name, content).then(
    (where) => {
      if (where !== undefined) messages.say(`Saved ${where}.`);
    },
    (error: unknown) => {
      messages.fail(toStillhouseError(error));
    },
  );
}

async function writeBlob(host: Host, name: string, content: Blob): Promise<string | undefined> {
  const sink = await openSaveSink(host, name);
  if (sink === undefined) return undefined;
  try {
    for (let start = 0; start < content.size; start += pieceBytes) {
      await sink.write(new Uint8Array(await content.slice(start, start + pieceBytes).arrayBuffer()));
    }
    await sink.commit();
    return sink.where;
  } catch (error) {
    await sink.abort();
    throw error;
  }
}
