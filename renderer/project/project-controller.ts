import { openWorkspace } from '../../src/catalog/open.ts';
import { readProfileMarks } from '../../src/catalog/profile-marks.ts';
import type { Workspace } from '../../src/catalog/workspace.ts';
import { errorToData, StillhouseError } from '../../src/core/error.ts';
import { readColumnKeys } from '../../src/distiller/column-keys.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { withReader } from '../../src/engine/with-reader.ts';
import type { Host } from '../../src/host/host.ts';
import type { OpenedProject } from '../../src/host/protocol.ts';
import { createResultSpace, type ResultSpace } from '../../src/results/result-space.ts';
import { openWorkerEngine } from '../engine/engine.ts';
import { parseViewState, viewStore } from '../store/view-state.ts';
import { chooseCopy } from './choose-copy.ts';
import { databasePath, readCopyRecord } from './private-files.ts';
import { projectStore } from './project-store.ts';
import { createRollingCopy, type RollingCopy } from './rolling-copy.ts';
import { keepViewState } from './view-keeper.ts';

/** The open project with its engine. */
export interface LiveProject {
  readonly opened: OpenedProject;
  readonly engine: Engine;
  readonly workspace: Workspace;
  /** What all results of the project share. */
  readonly space: ResultSpace;
}

/** Opens and closes projects; at most one is open. */
export interface ProjectController {
  /** The project whose engine is ready, if one is. */
  readonly live: LiveProject | undefined;
  /** Resolves when the engine of the project being opened is ready. */
  whenLive(): Promise<LiveProject>;
  /** Closes the open project and opens the one that `ask` gets from the host. */
  switchTo(ask: () => Promise<OpenedProject>): Promise<void>;
  /**
   * Closes the open project, saved, runs `work` while nobody has it open, and opens it again as the window then finds it,
   * whatever came of `work`. `step` says meanwhile what is done.
   */
  whileClosed<Result>(step: string, work: (closed: OpenedProject) => Promise<Result>): Promise<Result>;
  /** Copies everything not yet copied into the folder. */
  saveNow(): Promise<void>;
  /** Saves and ends, before the window goes. */
  close(): Promise<void>;
}

export interface ControllerOptions {
  readonly host: Host;
  /** Words for the user, such as which copy of the data was taken. */
  readonly onMessage: (message: string) => void;
  readonly onEngineRestart: (reason: string) => void;
  /** Called before the open project is left, to end what runs on its engine. */
  readonly onLeaving: () => Promise<void>;
  /** Called when its engine is ready. */
  readonly onLive: (project: LiveProject) => void;
}

export function createProjectController(options: ControllerOptions): ProjectController {
  const { host } = options;
  let live: LiveProject | undefined;
  let opening: Promise<LiveProject> | undefined;
  let copy: RollingCopy | undefined;
  let viewKeeper: ReturnType<typeof keepViewState> | undefined;

  const openEngine = async (opened: OpenedProject): Promise<LiveProject> => {
    const { id, generation } = opened.document;
    const choice = await chooseCopy(host, opened, (fraction) => {
      projectStore.setState({ step: `Reading the project’s data: ${Math.round(fraction * 100)} %` });
    });
    projectStore.setState({ step: 'Engine starting…' });
    const engine = await openWorkerEngine(databasePath(id));
    const workspace = await openWorkspace({
      engine,
      clock: { now: () => new Date() },
      ids: { nextId: () => crypto.randomUUID() },
      onWritten: () => copy?.noteWrite(),
    });
    engine.onRestart(options.onEngineRestart);
    copy = createRollingCopy({
      host,
      engine,
      projectId: id,
      generation,
      ahead: (await readCopyRecord(id))?.ahead ?? false,
      withoutWrites: (work) => workspace.withoutWrites('Copying to the folder', work),
      onStatus: (saved, saveMessage) => {
        projectStore.setState({ saved, saveMessage });
      },
    });
    const readMarks = async () => {
      const { datasets } = workspace;
      const profiles = await withReader(engine, readProfileMarks);
      const keys = await withReader(engine, (session) => readColumnKeys(session, datasets));
      projectStore.setState({ profiles, keys });
    };
    workspace.onChange(() => {
      projectStore.setState({ datasets: workspace.datasets });
      readMarks().catch(() => undefined); // the engine was closed or restarted: the next change asks again
    });
    await readMarks();
    if (choice.message !== undefined) options.onMessage(choice.message);
    for (const drift of workspace.drift) options.onMessage(drift.message);
    return { opened, engine, workspace, space: createResultSpace(engine) };
  };

  const leave = async () => {
    await options.onLeaving();
    const leaving = live ?? (await opening?.catch(() => undefined));
    live = undefined;
    opening = undefined;
    await viewKeeper?.stop();
    if (leaving === undefined) return;
    await copy?.flush().catch(() => undefined); // the status bar has told, and the window's own copy is safe
    copy?.close();
    copy = undefined;
    await leaving.space.close();
    await leaving.workspace.close();
    await leaving.engine.close();
  };

  const enter = async (opened: OpenedProject) => {
    const { document, folder, state } = opened;
    projectStore.setState({
      phase: 'opening',
      step: 'Opening the project…',
      failure: undefined,
      document,
      folder,
      saved: 'saved',
      saveMessage: undefined,
      datasets: [],
    });
    viewStore.setState(parseViewState(state), true);
    viewKeeper = keepViewState(host);
    opening = openEngine(opened);
    live = await opening;
    projectStore.setState({ phase: 'ready', step: '', datasets: live.workspace.datasets });
    options.onLive(live);
  };

  return {
    get live() {
      return live;
    },
    async whenLive() {
      if (live !== undefined) return live;
      if (opening === undefined) throw new StillhouseError('project-invalid', 'No project is open.');
      return opening;
    },
    async switchTo(ask) {
      const { folder } = projectStore.getState();
      await leave();
      try {
        await enter(await ask());
      } catch (error) {
        projectStore.setState({ phase: 'failed', failure: errorToData(error) });
        if (live === undefined && folder !== '')
          await enter(await host.call('projects.open', { folder, force: false }));
        throw error;
      }
    },
    async whileClosed(step, work) {
      const leaving = live ?? (await opening);
      if (leaving === undefined) throw new StillhouseError('project-invalid', 'No project is open.');
      await leave();
      projectStore.setState({ phase: 'opening', step, document: undefined, datasets: [] });
      try {
        return await work(leaving.opened);
      } finally {
        await host
          .call('projects.open', { folder: leaving.opened.folder, force: false })
          .then(enter)
          .catch((error: unknown) => {
            projectStore.setState({ phase: 'failed', failure: errorToData(error) });
          });
      }
    },
    saveNow: async () => {
      await viewKeeper?.flush();
      await copy?.flush();
    },
    async close() {
      await viewKeeper?.flush();
      await leave();
    },
  };
}
