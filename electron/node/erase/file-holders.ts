import type { Holder } from '../../../src/privacy/erase/holder.ts';
import { backupHolder, leftoverHolder, scratchHolder } from './copies.ts';
import type { FileSearch } from './file-search.ts';
import { textFileHolder } from './text-files.ts';
import { waitingSendHolder } from './waiting-sends.ts';

/** Everything in a project's folder, beside the database itself, that may hold people. */
export const fileHolders: readonly Holder<FileSearch>[] = [
  waitingSendHolder,
  textFileHolder,
  leftoverHolder,
  scratchHolder,
  backupHolder,
];
