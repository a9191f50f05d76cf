import { StillhouseError } from '../../../src/core/error.ts';
import type { ErasureFolder } from '../../../src/privacy/erase/erasure-folder.ts';
import type { HostHandlers } from '../host/handlers.ts';
import type { ProjectLayout } from '../host/layout.ts';
import { createErasureFolder, type ErasureFolderOptions } from './erasure-folder.ts';
import { listErasureReports } from './erasure-files.ts';

type Names = Extract<keyof HostHandlers, `erasure.${string}`>;

export interface ErasureHandlerOptions extends Pick<ErasureFolderOptions, 'secrets' | 'sealer' | 'now' | 'filesInUse'> {
  /** Runs `work` while nothing of the open project is sent. */
  withoutSends<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Host calls about erasures, for the project that is open. */
export interface ErasureHandlers {
  readonly handlers: Pick<HostHandlers, Names>;
  /** Follows the window into a project. */
  enter(project: { readonly layout: ProjectLayout; readonly id: string }): void;
  leave(): void;
}

export function createErasureHandlers(options: ErasureHandlerOptions): ErasureHandlers {
  let open: { readonly layout: ProjectLayout; readonly folder: ErasureFolder } | undefined;

  const current = () => {
    if (open === undefined) throw new StillhouseError('project-invalid', 'No project is open.');
    return open;
  };
  const folder = () => current().folder;

  return {
    enter({ layout, id }) {
      open = { layout, folder: createErasureFolder({ ...options, layout, projectId: id }) };
    },
    leave() {
      open = undefined;
    },
    handlers: {
      'erasure.hashes': async ({ identities, make }) => [...(await folder().hashes(identities, make))],
      'erasure.find': async (query) => [...(await folder().find(query))],
      'erasure.erase': async (query) => [...(await options.withoutSends(() => folder().erase(query)))],
      'erasure.unfinished': async () => {
        const found = await folder().unfinished();
        return found === undefined ? null : { mark: found.mark, order: found.order ?? null };
      },
      'erasure.begin': async ({ order, hashes }) => {
        const begun = await folder().begin(order, hashes);
        return { ...begun, erased: [...begun.erased] };
      },
      'erasure.note': ({ erased }) => folder().note(erased),
      'erasure.abandon': () => folder().abandon(),
      'erasure.finish': async ({ report }) => {
        const { file, unfinished } = await folder().finish(report);
        return { file, unfinished: unfinished ?? null };
      },
      'erasure.reports': async () => [...(await listErasureReports(current().layout))],
    },
  };
}
