import type { CancelSignal } from '../../src/core/cancel.ts';
import { errorToData, isCancelled } from '../../src/core/error.ts';
import { importFile } from '../../src/ingest/run/import-file.ts';
import type { ImportFormat, ImportProgress, ImportReport } from '../../src/ingest/run/request.ts';
import type { LiveProject } from '../project/project-controller.ts';
import { startWork } from '../project/project-store.ts';
import { windowExtractors } from './extractors.ts';
import { type ImportItem, importStore, replaceRunning, updateItem } from './import-store.ts';
import { createFileSource } from './worker/file-source.ts';

/** Imports every file that is ready, one after the other; each is one batch, and one that fails does not stop the others. */
export async function runImports(project: LiveProject): Promise<void> {
  const ready = importStore.getState().items.filter(({ state, look }) => state === 'choosing' && look !== undefined);
  for (const { id } of ready) updateItem(id, { state: 'waiting', failure: undefined });
  for (const { id } of ready) await runImport(project, id);
}

async function runImport(project: LiveProject, id: string): Promise<void> {
  const item = importStore.getState().items.find((candidate) => candidate.id === id);
  if (item?.state !== 'waiting' || item.look === undefined) return;
  const { file } = item;
  const cancel = replaceRunning(id);
  const work = startWork(`Importing ${file.name}`, () => {
    cancel.cancel();
  });
  updateItem(id, { state: 'importing', progress: { step: 'Starting', fraction: 0 } });
  try {
    const report = await importWith(project, item, cancel.signal, (progress) => {
      updateItem(id, { progress });
      work.progress(progress.fraction);
    });
    updateItem(id, { state: 'done', report, progress: undefined });
  } catch (error) {
    const state = isCancelled(error) ? 'choosing' : 'failed';
    updateItem(id, { state, progress: undefined, failure: state === 'failed' ? errorToData(error) : undefined });
  } finally {
    work.end();
  }
}

/** A file with what was chosen about it. */
export type FileWithChoices = Pick<ImportItem, 'file' | 'look' | 'choices' | 'types' | 'excluded' | 'target'>;

/** Imports one file as it was chosen. */
export function importWith(
  { engine, workspace }: LiveProject,
  chosen: FileWithChoices,
  signal: CancelSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const { file, target } = chosen;
  const services = {
    engine,
    workspace,
    extractors: windowExtractors,
    clock: { now: () => new Date() },
    ids: { nextId: () => crypto.randomUUID() },
  };
  return importFile(services, {
    file: { source: createFileSource(file), chosen: { name: file.name, size: file.size, source: file } },
    format: formatOf(chosen),
    target,
    signal,
    onProgress,
  });
}

/** How to read a file, from what it looks like and what the user chose. */
function formatOf({ look, choices, types, excluded }: FileWithChoices): ImportFormat {
  switch (look?.kind) {
    case 'json':
      return { kind: 'json', options: look.sniff.options };
    case 'parquet':
      return { kind: 'parquet' };
    case 'excel':
      return { kind: 'excel', options: look.options };
    case 'csv':
    case undefined: {
      const columns = look?.preview.columns.map(({ name }) => ({
        name,
        type: types[name] ?? ('auto' as const),
        include: !excluded.includes(name),
      }));
      return { kind: 'csv', options: { ...choices.csv, ...(columns !== undefined && { columns }) } };
    }
  }
}
