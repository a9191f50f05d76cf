import type { ScratchSpace } from '../../src/distiller/scratch.ts';
import { encodeHere } from './encode-rows.ts';
import type { ProjectLayout } from './host/layout.ts';
import { createSaveFiles } from './host/save-file.ts';
import { beginScratch } from './host/scratch.ts';

/** The scratch folder of a project that this process has open. */
export function scratchSpace(layout: ProjectLayout): ScratchSpace {
  const saves = createSaveFiles();
  return {
    async create(name) {
      const { token, path } = await beginScratch(layout, name, saves);
      return {
        where: path,
        write: (bytes) => saves.write(token, bytes),
        commit: () => saves.commit(token),
        abort: () => saves.abort(token),
      };
    },
    encode: encodeHere,
  };
}
