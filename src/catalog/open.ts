import type { WorkspaceOptions, Workings } from './create-core.ts';
import { createWorkings } from './create-core.ts';
import { type Drift, settleDrift } from './drift.ts';
import { createMacros } from './macros.ts';
import { operate } from './operations.ts';
import { checkpoint } from './session/checkpoint.ts';
import { createWorkspaceSession } from './session/session.ts';
import { shownDatasets } from './shown.ts';
import { loadCatalog, prepareMetadata } from './store/load.ts';
import type { Workspace } from './workspace.ts';
import { createWorkspaceOperations } from './workspace-operations.ts';

/** Opens the catalog of the engine's database: makes it where there is none, and settles what another program did. */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const listeners = new Set<() => void>();
  let shown: Workspace['datasets'] | undefined;
  const workings = await createWorkings(options, () => {
    shown = undefined;
    for (const listener of [...listeners]) listener();
  });
  const { core, worker, reader, load } = workings;
  const drift = await prepare(workings);
  core.onWritten = options.onWritten;
  if (drift.length > 0) await options.onWritten?.();

  const stopHearing = options.engine.onRestart(() => {
    core.engineRun++;
    core.objectsVersion++;
    core.ready = load().then(core.changed);
    core.ready.catch(() => undefined);
    for (const letGo of [...core.onEngineLost]) letGo();
  });

  return {
    ...createWorkspaceOperations(workings),
    database: core.store.database,
    get datasets() {
      shown ??= shownDatasets(core.state, workings.views());
      return shown;
    },
    get dropped() {
      return [...core.state.dropped.values()].sort((a, b) => b.snapshot - a.snapshot);
    },
    drift,
    get writer() {
      return { holder: core.queue.holder, waiting: core.queue.waiting };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openSession: (label) => Promise.resolve(createWorkspaceSession(core, label, reader)),
    async close() {
      stopHearing();
      await Promise.all([reader.close(), worker.close()]);
    },
  };
}

async function prepare({ core, worker, load }: Workings): Promise<readonly Drift[]> {
  const session = await worker.get();
  await checkpoint(core.engine);
  await prepareMetadata(session, core.store);
  await createMacros(session, core.store);
  await load();
  let drift: readonly Drift[] = [];
  await operate(core, worker, { label: 'Opening the project', source: 'another program' }, async (writing, keep) => {
    const settled = await settleDrift(writing);
    drift = settled.drift;
    await keep(settled.effects);
    writing.transaction.state = (await loadCatalog(writing.session, core.store)).state;
  });
  return drift;
}
