import { type CancelSignal, createCancelSource, throwIfCancelled } from '../../src/core/cancel.ts';
import { lookAtFile } from '../import/extractors.ts';
import { importWith } from '../import/run-imports.ts';
import type { LiveProject } from '../project/project-controller.ts';
import { startWork } from '../project/project-store.ts';
import { readSampleFile } from './demo-files.ts';

/** Imports sample datasets through the same door as any file; one that is there already is replaced. */
export async function importSamples(live: LiveProject, datasets: readonly string[]): Promise<void> {
  const { cancel, signal } = createCancelSource();
  const work = startWork('Reading the sample files', cancel);
  try {
    for (const [index, name] of datasets.entries()) {
      throwIfCancelled(signal);
      await importSample(live, name, signal);
      work.progress((index + 1) / datasets.length);
    }
  } finally {
    work.end();
  }
}

async function importSample(live: LiveProject, name: string, signal: CancelSignal): Promise<void> {
  const file = await readSampleFile(name);
  const look = await lookAtFile(file, {}, signal);
  const target = { schema: 'main', name, mode: 'replace' as const };
  await importWith(live, { file, look, choices: {}, types: {}, excluded: [], target }, signal, () => undefined);
}
