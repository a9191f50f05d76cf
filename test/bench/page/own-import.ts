import { windowExtractors } from '../../../renderer/import/extractors.ts';
import { createFileSource } from '../../../renderer/import/worker/file-source.ts';
import { createCancelSource } from '../../../src/core/cancel.ts';
import { importFile } from '../../../src/ingest/run/import-file.ts';
import type { ImportFormat, ImportReport } from '../../../src/ingest/run/request.ts';
import type { Cost } from '../comparison.ts';
import { costOf } from './cost.ts';
import { clock, ids, openOwnProject } from './own-engine.ts';

/** Imports a file into a new project just as the app does, up to the saved report. */
export async function importIntoNewProject(
  file: File,
  format: ImportFormat,
): Promise<{ readonly cost: Cost; readonly report: ImportReport }> {
  const project = await openOwnProject(crypto.randomUUID());
  try {
    let report: ImportReport | undefined;
    const cost = await costOf(async () => {
      report = await importFile(
        { ...project, extractors: windowExtractors, clock, ids },
        {
          file: { source: createFileSource(file), chosen: { name: file.name, size: file.size, source: file } },
          format,
          target: { schema: 'main', name: 'imported', mode: 'create' },
          signal: createCancelSource().signal,
          onProgress: () => undefined,
        },
      );
    });
    if (report === undefined) throw new Error('The import gave no report.');
    return { cost, report };
  } finally {
    await project.close();
  }
}
