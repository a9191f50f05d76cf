import { createStore, type StoreApi } from 'zustand/vanilla';
import { createCancelSource } from '../../src/core/cancel.ts';
import { isCancelled, toStillhouseError } from '../../src/core/error.ts';
import type { Host } from '../../src/host/host.ts';
import type { GuidedModule } from '../../src/modules/contract.ts';
import { createResultView } from '../../src/results/result-view.ts';
import { runModule } from '../../src/runner/run-module.ts';
import type { LiveProject } from '../project/project-controller.ts';
import { startWork } from '../project/project-store.ts';
import { computeInWorker } from './compute-in-worker.ts';
import { catalogView } from '../../src/modules/catalog-view.ts';
import { viewStore } from '../store/view-state.ts';
import { narrowing } from './narrowing.ts';
import { afterEvent, type ModuleRunState, noRun, type ShownFinding } from './module-run-state.ts';

/** Runs one tab's module, one run at a time, and holds what the latest one found. */
export interface ModuleRunner {
  readonly store: StoreApi<ModuleRunState>;
  run(module: GuidedModule, input: unknown): Promise<void>;
  cancel(): void;
  close(): Promise<void>;
}

export function createModuleRunner(host: Host, whenLive: () => Promise<LiveProject>): ModuleRunner {
  const store = createStore<ModuleRunState>()(() => noRun);
  let cancelling: (() => void) | undefined;
  let ending: Promise<void> = Promise.resolve();

  const runOnce = async (module: GuidedModule, input: unknown): Promise<void> => {
    const { cancel, signal } = createCancelSource();
    cancelling = cancel;
    const old = store.getState().findings;
    const ranWith = JSON.stringify([input, viewStore.getState().customer]);
    store.setState({ ...noRun, phase: 'running', doing: 'Starting…', ranWith }, true);
    await closeFindings(old);
    const work = startWork(module.title, cancel);
    try {
      const live = await whenLive();
      const narrowed = narrowing(
        catalogView(live.workspace.datasets, live.workspace.database),
        viewStore.getState().customer,
      );
      const services = {
        ...live,
        clock: { now: () => new Date() },
        ids: { nextId: () => crypto.randomUUID() },
        compute: computeInWorker,
        secrets: (name: string) => host.call('secrets.reveal', { name }),
        random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
      };
      const run = await runModule(services, {
        module,
        input,
        signal,
        ...(narrowed !== undefined && { narrowed }),
        onEvent: (event) => {
          if (event.kind === 'step-progress') work.progress(event.fraction);
          store.setState(afterEvent(store.getState(), event));
        },
      });
      const findings = run.record.findings.flatMap((recorded, index): ShownFinding[] => {
        const open = run.findings[index];
        return open === undefined ? [] : [{ recorded, view: createResultView(open.result) }];
      });
      store.setState({ phase: 'done', record: run.record, plan: run.plan, findings });
    } catch (error) {
      store.setState(
        isCancelled(error) ? { phase: 'cancelled' } : { phase: 'failed', error: toStillhouseError(error) },
      );
    } finally {
      work.end();
      cancelling = undefined;
    }
  };

  return {
    store,
    async run(module, input) {
      if (store.getState().phase === 'running') return;
      ending = runOnce(module, input);
      await ending;
    },
    cancel() {
      cancelling?.();
    },
    async close() {
      cancelling?.();
      await ending;
      await closeFindings(store.getState().findings);
      store.setState(noRun, true);
    },
  };
}

async function closeFindings(findings: readonly ShownFinding[]): Promise<void> {
  await Promise.all(findings.map(({ view }) => view.close()));
}
