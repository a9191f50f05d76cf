import { useEffect, useEffectEvent, useState } from 'react';
import { isCancelled, type StillhouseError, toStillhouseError } from '../../src/core/error.ts';
import { openResult } from '../../src/results/result-set.ts';
import { createResultView, type ResultView } from '../../src/results/result-view.ts';
import type { LiveProject, ProjectController } from '../project/project-controller.ts';
import { settingsStore } from '../store/settings.ts';

export interface Rows {
  readonly view?: ResultView;
  readonly failure?: StillhouseError;
}

/** The project was left, and its sessions and results with it. */
const ignoreLeft = () => undefined;

/** Runs a query that only reads, again whenever `version` changes; the rows before stay until the new ones are there. */
export function useRows(
  project: ProjectController,
  ask: (live: LiveProject) => Promise<string>,
  version: string,
): Rows {
  const [rows, setRows] = useState<Rows>({});
  const asked = useEffectEvent((live: LiveProject) => ask(live));
  useEffect(() => {
    let current = true;
    let opened: ResultView | undefined;
    const open = async () => {
      const live = await project.whenLive();
      const statement = await asked(live);
      const session = await live.workspace.openSession('reading');
      const maxRows = settingsStore.getState().rowsInMemory;
      const result = await openResult(live.space, session.run(statement), { maxRows });
      result.settled.then(() => session.close()).catch(ignoreLeft);
      opened = createResultView(result);
      if (current) setRows({ view: opened });
      else await opened.close();
    };
    open().catch((error: unknown) => {
      if (current && !isCancelled(error)) setRows({ failure: toStillhouseError(error) });
    });
    return () => {
      current = false;
      opened?.close().catch(ignoreLeft);
    };
  }, [project, version]);
  return rows;
}
