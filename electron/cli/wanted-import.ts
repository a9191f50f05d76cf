import type { CancelSignal } from '../../src/core/cancel.ts';
import type { ImportServices } from '../../src/ingest/run/import-file.ts';
import type { ImportFile, ImportFormat } from '../../src/ingest/run/request.ts';
import { importFileAt } from '../node/extractors.ts';
import { importInto } from './import-command.ts';
import { chooseFormat } from './import-options.ts';
import { UsageError } from './usage.ts';

/** A file to be imported before the work begins. */
export interface WantedImport {
  readonly name: string;
  readonly file: ImportFile;
  readonly format: ImportFormat;
}

/** Reads `NAME=PATH` and looks at the file. */
export async function readImport(text: string): Promise<WantedImport> {
  const cut = text.indexOf('=');
  if (cut < 1 || cut === text.length - 1) throw new UsageError(`"--import ${text}" is not NAME=PATH.`);
  const file = importFileAt(text.slice(cut + 1));
  return { name: text.slice(0, cut), file, format: await chooseFormat(file, new Map()) };
}

/** Imports files in order, each in the place of a table of its name. */
export async function importAll(
  database: ImportServices,
  imports: readonly WantedImport[],
  signal: CancelSignal,
): Promise<void> {
  for (const { name, file, format } of imports) {
    await importInto(database, { file, format, target: { schema: 'main', name, mode: 'replace' }, signal });
  }
}
