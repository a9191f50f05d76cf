import type { Host } from '../../src/host/host.ts';
import type { ErasureFolder } from '../../src/privacy/erase/erasure-folder.ts';
import type { ErasureProject } from '../../src/privacy/erase/run-erasure.ts';
import type { ProjectController } from '../project/project-controller.ts';
import { rewriteDatabase } from './rewrite-database.ts';

const limits = [
  'Another window keeps a private copy of its own, as the desktop app does beside the app in a browser: it is replaced when that opens this project next. Changes that it had not saved are then kept as a dated backup, which holds the people again: delete it.',
];

/** The window's open project, as erasures see it. */
export async function windowErasure(host: Host, project: ProjectController): Promise<ErasureProject> {
  const { engine, workspace } = await project.whenLive();
  return {
    place: { engine, workspace },
    folder: hostFolder(host),
    limits,
    isDurable: true,
    now: () => new Date(),
    rewrite: (forgotten, whileClosed, onProgress) =>
      project.whileClosed('The database is written anew…', async ({ document }) => {
        await whileClosed();
        return rewriteDatabase(host, document.id, forgotten, onProgress);
      }),
  };
}

/** The project's folder, on the other side of the host. */
function hostFolder(host: Host): ErasureFolder {
  return {
    hashes: (identities, make) => host.call('erasure.hashes', { identities, make }),
    find: (query) => host.call('erasure.find', query),
    erase: (query) => host.call('erasure.erase', query),
    async unfinished() {
      const found = await host.call('erasure.unfinished');
      return found === null ? undefined : { mark: found.mark, order: found.order ?? undefined };
    },
    begin: (order, hashes) => host.call('erasure.begin', { order, hashes }),
    note: async (erased) => host.call('erasure.note', { erased }),
    abandon: async () => host.call('erasure.abandon'),
    async finish(report) {
      const { file, unfinished } = await host.call('erasure.finish', { report });
      return { file, unfinished: unfinished ?? undefined };
    },
  };
}
