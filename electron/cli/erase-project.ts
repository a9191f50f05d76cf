import path from 'node:path';
import type { ErasureProject } from '../../src/privacy/erase/run-erasure.ts';
import { createErasureFolder } from '../node/erase/erasure-folder.ts';
import { rewriteFile, workingFiles, workingName } from '../node/erase/rewrite-file.ts';
import { preferencesFolder } from '../node/folders.ts';
import type { ProjectLayout } from '../node/host/layout.ts';
import { readDocument } from '../node/host/project-folder.ts';
import { createKeyFileSealer } from '../node/host/sealer.ts';
import { createSecretStore } from '../node/host/secrets.ts';
import type { OpenDatabase } from './open-project.ts';

const limits = [
  'A window keeps a private copy of the database on the machine it runs on: it is replaced when the window opens this project next. Changes that it had not saved are then kept as a dated backup, which holds the people again: delete it.',
];

/** An open project as erasures see it. */
export interface OpenErasure {
  readonly project: ErasureProject;
  /** Closes the database, unless the rewriting did. */
  close(): Promise<void>;
}

/** Prepares a project that the command line has opened. */
export async function openErasure(database: OpenDatabase, layout: ProjectLayout): Promise<OpenErasure> {
  const preferences = preferencesFolder();
  const sealer = createKeyFileSealer(path.join(preferences, 'secrets.key'));
  const now = () => database.clock.now();
  let isClosed = false;
  const project: ErasureProject = {
    place: database,
    limits,
    isDurable: false,
    now,
    folder: createErasureFolder({
      layout,
      projectId: (await readDocument(layout)).id,
      secrets: createSecretStore(preferences, sealer),
      sealer,
      now,
      filesInUse: () => workingFiles(workingName(layout.database)).map((file) => path.basename(file)),
    }),
    async rewrite(forgotten, whileClosed) {
      let places = 0;
      isClosed = true;
      await database.close(async (working) => {
        await whileClosed();
        places = await rewriteFile(working, forgotten);
      });
      return places;
    },
  };
  return { project, close: () => (isClosed ? Promise.resolve() : database.close()) };
}
