import type { ScratchSpace } from '../../src/distiller/scratch.ts';
import type { Host } from '../../src/host/host.ts';
import { encodeInWorker } from './encode-in-worker.ts';

/** The open project's scratch folder, written through the host. */
export function scratchSpace(host: Host): ScratchSpace {
  return {
    async create(path) {
      const { token, path: where } = await host.call('files.beginScratch', { path });
      return {
        where,
        write: (bytes) => host.call('files.writeSave', { token, bytes }),
        commit: () => host.call('files.commitSave', { token }),
        abort: () => host.call('files.abortSave', { token }),
      };
    },
    encode: encodeInWorker,
  };
}
