import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { collect } from '../../../src/engine/collect.ts';
import { textAt } from '../../../src/engine/text.ts';
import type { ImportReport } from '../../../src/ingest/run/request.ts';
import { type ImportFixture, openImports } from '../../engine/import/import-fixture.ts';

/** The folder that holds the generator, its files and their description. */
export const sampleFolder = fileURLToPath(new URL('../../../sample-data/', import.meta.url));
export const dataFolder = path.join(sampleFolder, 'data');
export const sampleFiles: readonly string[] = fs.readdirSync(dataFolder).sort();

/** The table a sample file is imported as: its name up to the first dot. */
export const tableOf = (file: string) => file.split('.')[0] ?? file;

/** Every sample file imported by the app's own pipeline. */
export interface SampleTables {
  readonly reports: ReadonlyMap<string, ImportReport>;
  /** The first cell of a statement's result as text; empty when it is NULL. */
  ask(statement: string): Promise<string>;
  close(): Promise<void>;
}

export async function openSampleTables(): Promise<SampleTables> {
  const fixture: ImportFixture = await openImports();
  const reports = new Map<string, ImportReport>();
  for (const file of sampleFiles) {
    const content = fs.readFileSync(path.join(dataFolder, file));
    reports.set(file, await fixture.importAs(file, content, { as: tableOf(file) }));
  }
  return {
    reports,
    async ask(statement) {
      const column = (await collect(fixture.session, statement)).batches[0]?.columns[0];
      return (column === undefined ? null : textAt(column, 0)) ?? '';
    },
    close: () => fixture.close(),
  };
}
