import type { StoredFile } from './file-store.ts';

/** The database's storage block. */
export const blockSize = 262_144;

/** Both database headers lie below this position; a checkpoint becomes true when one of them is written. */
const headerEnd = 12_288;

/** Remembers which blocks of the database were written, and makes header writes a barrier for those before them. */
export interface BlockTracker {
  wrap(file: StoredFile): StoredFile;
  take(reset: boolean): readonly number[];
}

export function createBlockTracker(): BlockTracker {
  let dirty = new Set<number>();
  const mark = (position: number, length: number) => {
    const last = Math.floor((position + Math.max(length, 1) - 1) / blockSize);
    for (let block = Math.floor(position / blockSize); block <= last; block++) dirty.add(block);
  };
  return {
    wrap: (file) => ({
      ...file,
      write(source, position) {
        mark(position, source.byteLength);
        if (position >= headerEnd) return file.write(source, position);
        file.flush();
        const written = file.write(source, position);
        file.flush();
        return written;
      },
    }),
    take(reset) {
      const blocks = [...dirty].sort((a, b) => a - b);
      if (reset) dirty = new Set();
      return blocks;
    },
  };
}
