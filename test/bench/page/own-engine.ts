import { openWorkerEngine } from '../../../renderer/engine/engine.ts';
import { openWorkspace } from '../../../src/catalog/open.ts';
import type { Workspace } from '../../../src/catalog/workspace.ts';
import type { Engine } from '../../../src/engine/engine.ts';

/** What the app has of an open project, without its folder. */
export interface OwnProject {
  readonly engine: Engine;
  readonly workspace: Workspace;
  close(): Promise<void>;
}

export const clock = { now: () => new Date() };
export const ids = { nextId: () => crypto.randomUUID() };

/** Opens a project's database in the origin's private file system, as the window does. */
export async function openOwnProject(name: string): Promise<OwnProject> {
  const engine = await openWorkerEngine(`${name}.duckdb`);
  const workspace = await openWorkspace({ engine, clock, ids });
  return {
    engine,
    workspace,
    async close() {
      await workspace.close();
      await engine.close();
    },
  };
}
