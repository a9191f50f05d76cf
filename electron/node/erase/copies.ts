import fs from 'node:fs/promises';
import path from 'node:path';
import { type Held, held, type Holder } from '../../../src/privacy/erase/holder.ts';
import { isMissing } from '../host/files.ts';
import type { FileSearch } from './file-search.ts';

/** Dated backups of the database: deleted when the user agrees, since they can only be kept or deleted whole. */
export const backupHolder: Holder<FileSearch> = {
  async find({ layout, deleteBackups }) {
    const backups = await namesIn(layout.backups);
    const place = path.relative(layout.folder, layout.backups);
    return deleteBackups
      ? held(place, backups.length, 'file', 'deleted', 'Every dated backup of the database is deleted.')
      : held(
          place,
          backups.length,
          'file',
          'kept',
          'They may hold the people: agree to delete all backups, or keep them.',
        );
  },
  async erase(search) {
    const found = await backupHolder.find(search);
    if (search.deleteBackups) await fs.rm(search.layout.backups, { recursive: true, force: true });
    return found;
  },
};

/** Copies of the database and of other files that a killed program left half-written. */
export const leftoverHolder: Holder<FileSearch> = {
  find: (search) => visit(search, () => Promise.resolve()),
  erase: (search) => visit(search, (file) => fs.rm(file, { force: true })),
};

/** Files that COPY wrote: some formats cannot be searched as they lie, and all can be written again. */
export const scratchHolder: Holder<FileSearch> = {
  async find({ layout }) {
    const entries = await fs.readdir(layout.scratch, { recursive: true, withFileTypes: true }).catch(noneIfMissing);
    const files = entries.filter((entry) => entry.isFile());
    const place = path.relative(layout.folder, layout.scratch);
    return held(
      place,
      files.length,
      'file',
      'deleted',
      'COPY wrote them: run it again to have them without the people.',
    );
  },
  async erase(search) {
    const found = await scratchHolder.find(search);
    await fs.rm(search.layout.scratch, { recursive: true, force: true });
    return found;
  },
};

async function visit(
  { layout, filesInUse }: FileSearch,
  change: (file: string) => Promise<void>,
): Promise<readonly Held[]> {
  const found: Held[] = [];
  const database = path.basename(layout.database);
  for (const folder of [layout.folder, path.dirname(layout.state), layout.queries]) {
    for (const name of await namesIn(folder)) {
      const isCopy = name.startsWith(`${database}.`) && !filesInUse.includes(name);
      if (!isCopy && !/\.\d+\.tmp$/.test(name)) continue;
      const file = path.join(folder, name);
      found.push(...held(path.relative(layout.folder, file), 1, 'file', 'deleted', 'A crash left it half-written.'));
      await change(file);
    }
  }
  return found;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return fs.readdir(folder).catch(noneIfMissing);
}

function noneIfMissing(error: unknown): [] {
  if (isMissing(error)) return [];
  throw error;
}
