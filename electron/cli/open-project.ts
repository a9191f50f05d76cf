import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { openWorkspace } from '../../src/catalog/open.ts';
import type { Workspace } from '../../src/catalog/workspace.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { ImportServices } from '../../src/ingest/run/import-file.ts';
import { openNodeEngine } from '../node/engine.ts';
import { workingFiles, workingName } from '../node/erase/rewrite-file.ts';
import { nodeExtractors } from '../node/extractors.ts';
import { fileSize } from '../node/host/files.ts';
import { layoutOf, type ProjectLayout } from '../node/host/layout.ts';
import { acquireLock, releaseLock } from '../node/host/lock.ts';
import { readDocument, writeDocument } from '../node/host/project-folder.ts';

/** A database to work on: a project's, or one in memory. */
export interface OpenDatabase extends ImportServices {
  readonly engine: Engine;
  readonly workspace: Workspace;
  /** The project's folder; absent for a database in memory. */
  readonly layout?: ProjectLayout;
  /** Saves into the project folder what was written so far; in memory there is nothing to save. */
  save(): Promise<void>;
  /** Saves what was written since, and closes. `rewrite` exchanges the closed file before that. */
  close(rewrite?: (working: string) => Promise<void>): Promise<void>;
}

/** Opens a project folder, or a database in memory without one. SQL of a command line may read the whole disk. */
export async function openDatabase(projectFolder: string | undefined): Promise<OpenDatabase> {
  if (projectFolder === undefined) {
    const opened = await open({ wholeDisk: true });
    return { ...opened.services, save: () => Promise.resolve(), close: () => opened.close() };
  }
  return openProject(layoutOf(path.resolve(projectFolder)));
}

/** Works on a copy beside the project's database and puts it in place whole: a crash leaves the old one. */
async function openProject(layout: ProjectLayout): Promise<OpenDatabase> {
  await readDocument(layout);
  await acquireLock(layout.lock, false);
  const working = workingName(layout.database);
  try {
    await discard(working);
    if ((await fileSize(layout.database)) > 0) {
      await fs.copyFile(layout.database, working, constants.COPYFILE_FICLONE);
    }
    let written = false;
    const opened = await open({ databasePath: working, wholeDisk: true }, () => {
      written = true;
    });
    return {
      ...opened.services,
      layout,
      async save() {
        await opened.services.engine.database.checkpoint();
        if (written) await putCopyInPlace(layout, working);
        written = false;
      },
      async close(rewrite) {
        try {
          await opened.services.engine.database.checkpoint();
          await opened.close();
          if (rewrite !== undefined) {
            await rewrite(working);
            await putRewritten(layout, working);
          } else if (written) await putInPlace(layout, working);
        } finally {
          await leave(layout, working);
        }
      },
    };
  } catch (error) {
    await leave(layout, working);
    throw error;
  }
}

async function leave(layout: ProjectLayout, working: string): Promise<void> {
  await discard(working);
  await releaseLock(layout.lock);
}

async function putCopyInPlace(layout: ProjectLayout, working: string): Promise<void> {
  const copy = `${working}.saved`;
  try {
    await fs.copyFile(working, copy, constants.COPYFILE_FICLONE);
    await putInPlace(layout, copy);
  } finally {
    await fs.rm(copy, { force: true });
  }
}

async function putInPlace(layout: ProjectLayout, working: string): Promise<void> {
  const handle = await fs.open(working, 'r+');
  await handle.sync();
  await handle.close();
  await fs.rename(working, layout.database);
  await raiseGeneration(layout);
}

/** The generation is raised first: a window must never take its own older copy for the newer one after a crash here. */
async function putRewritten(layout: ProjectLayout, working: string): Promise<void> {
  await raiseGeneration(layout);
  await fs.rename(working, layout.database);
}

async function raiseGeneration(layout: ProjectLayout): Promise<void> {
  const document = await readDocument(layout);
  await writeDocument(layout, { ...document, generation: document.generation + 1 });
}

async function discard(working: string): Promise<void> {
  for (const name of workingFiles(working)) await fs.rm(name, { force: true });
}

async function open(options: Parameters<typeof openNodeEngine>[0], onWritten?: () => void) {
  const engine = await openNodeEngine(options);
  const clock = { now: () => new Date() };
  const ids = { nextId: () => randomUUID() };
  const workspace = await openWorkspace({ engine, clock, ids, ...(onWritten !== undefined && { onWritten }) });
  return {
    services: { engine, workspace, clock, ids, extractors: nodeExtractors },
    async close() {
      await workspace.close();
      await engine.close();
    },
  };
}
