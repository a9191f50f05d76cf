import type { CancelSignal } from '../../src/core/cancel.ts';
import { StillhouseError } from '../../src/core/error.ts';
import { catalogView } from '../../src/modules/catalog-view.ts';
import { createResultSpace } from '../../src/results/result-space.ts';
import { isFatal } from '../../src/runner/running.ts';
import type { RunEvent } from '../../src/runner/run-events.ts';
import { runModule } from '../../src/runner/run-module.ts';
import { computeHere } from '../node/compute-here.ts';
import { secureRandom } from '../node/secure-random.ts';
import { type ModuleCall, readModuleCall } from './module-options.ts';
import { type OpenDatabase, openDatabase } from './open-project.ts';
import { createProgressLine } from './progress.ts';
import { printRun } from './print-run.ts';
import type { Terminal } from './terminal.ts';
import { importAll } from './wanted-import.ts';
import { writeRunFiles } from './write-run-files.ts';

/** `stillhouse run MODULE …`: runs a module and prints what it found. A failed error check is exit code 1. */
export async function runRun(args: readonly string[], terminal: Terminal, signal: CancelSignal): Promise<void> {
  const call = await readModuleCall('run', args);
  const database = await openDatabase(call.project);
  try {
    await importAll(database, call.imports, signal);
    await runIn(database, call, terminal, signal);
  } finally {
    await database.close();
  }
}

async function runIn(
  database: OpenDatabase,
  call: ModuleCall,
  terminal: Terminal,
  signal: CancelSignal,
): Promise<void> {
  const line = createProgressLine();
  const space = createResultSpace(database.engine);
  const run = await runModule(
    { ...database, space, compute: computeHere, secrets: call.secrets, random: secureRandom },
    {
      module: call.module,
      input: call.input(catalogView(database.workspace.datasets)),
      signal,
      onEvent: (event) => {
        line.show(eventText(event));
      },
    },
  ).finally(line.end);
  try {
    if (call.out !== undefined) {
      await writeRunFiles(call.out, database, run);
    }
    await printRun(run, call.format, terminal);
  } finally {
    await run.close();
    await space.close();
  }
  const failed = run.record.checks.filter(isFatal);
  if (failed.length === 0) return;
  throw new StillhouseError('input-invalid', `A check failed: ${failed.map(({ title }) => title).join('; ')}.`, {
    remedy: failed.map(({ remedy }) => remedy).join(' '),
  });
}

function eventText(event: RunEvent): string {
  switch (event.kind) {
    case 'step-started':
      return `Step ${event.index + 1} of ${event.of}: ${event.step.title}`;
    case 'step-progress':
      return `${event.id}: ${Math.round(event.fraction * 100)} %`;
    case 'step-finished':
      return `${event.id}: done`;
    case 'checked':
      return `Checked: ${event.check.title}`;
    case 'found':
      return event.finding.title;
    case 'published':
      return 'Saved';
  }
}
