import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ErasureFolder, FileQuery } from '../../../src/privacy/erase/erasure-folder.ts';
import type { Held, Holder } from '../../../src/privacy/erase/holder.ts';
import { type ErasureOrder, erasureOrderSchema } from '../../../src/privacy/erase/order.ts';
import type { ErasureMark } from '../../../src/privacy/erase/report.ts';
import { createValueFinder } from '../../../src/privacy/erase/value-finder.ts';
import type { ProjectLayout } from '../host/layout.ts';
import type { Sealer } from '../host/sealer.ts';
import type { SecretStore } from '../host/secrets.ts';
import { keepErasureReport, readErasureMark, removeErasureMark, writeErasureMark } from './erasure-files.ts';
import { fileHolders } from './file-holders.ts';
import type { FileSearch } from './file-search.ts';
import { memberHash } from './member-hash.ts';

export interface ErasureFolderOptions {
  readonly layout: ProjectLayout;
  readonly projectId: string;
  readonly secrets: SecretStore;
  /** Encrypts the order while it is under way. */
  readonly sealer: Sealer;
  now(): Date;
  /** Names of copies of the database that somebody works on: they are no leftovers. */
  filesInUse(): readonly string[];
}

/** A project's folder on this disk. */
export function createErasureFolder(options: ErasureFolderOptions): ErasureFolder {
  const { layout, projectId, secrets, sealer } = options;
  /** What stood in the mark's place before the erasure under way. */
  let former: ErasureMark | undefined;

  const visit = async (
    { forms, deleteBackups }: FileQuery,
    ask: (holder: Holder<FileSearch>, search: FileSearch) => Promise<readonly Held[]>,
  ) => {
    const search = {
      layout,
      deleteBackups,
      finder: createValueFinder(forms),
      now: options.now(),
      filesInUse: options.filesInUse(),
    };
    const found: Held[] = [];
    for (const holder of fileHolders) found.push(...(await ask(holder, search)));
    return found;
  };
  const restore = () => (former === undefined ? removeErasureMark(layout) : writeErasureMark(layout, former));

  return {
    async hashes(identities, make) {
      const hash = await memberHash(secrets, projectId, make);
      return hash === undefined ? [] : identities.map(hash);
    },
    find: (query) => visit(query, (holder, search) => holder.find(search)),
    erase: (query) => visit(query, (holder, search) => holder.erase(search)),
    async unfinished() {
      const mark = await readErasureMark(layout);
      return mark && { mark, order: openOrder(mark, sealer) };
    },
    async begin(order, hashes) {
      former = await readErasureMark(layout);
      const sealed = {
        by: sealer.kind,
        order: Buffer.from(sealer.seal(JSON.stringify(order))).toString('base64'),
      };
      const mark: ErasureMark = {
        version: 1,
        id: randomUUID(),
        startedAt: options.now().toISOString(),
        identities: order.identities.length,
        hashes: [...hashes],
        erased: [],
        sealed,
      };
      const { id, startedAt, erased } = joined(former, mark);
      await writeErasureMark(layout, joined(former, mark));
      return { id, startedAt, erased, isVersioned: existsSync(path.join(layout.folder, '.git')) };
    },
    async note(erased) {
      const mark = await readErasureMark(layout);
      if (mark !== undefined) await writeErasureMark(layout, { ...mark, erased: [...mark.erased, ...erased] });
    },
    abandon: restore,
    async finish(report) {
      const file = await keepErasureReport(layout, report);
      const rest = former && without(former, report.hashes);
      if (rest === undefined) await removeErasureMark(layout);
      else await writeErasureMark(layout, rest);
      former = undefined;
      return { file, unfinished: rest };
    },
  };
}

function openOrder({ sealed }: ErasureMark, sealer: Sealer): ErasureOrder | undefined {
  if (sealed?.by !== sealer.kind) return undefined;
  try {
    return erasureOrderSchema.parse(JSON.parse(sealer.open(Buffer.from(sealed.order, 'base64'))));
  } catch {
    return undefined; // sealed with a key that is gone: the order has to be given again
  }
}

/** The mark of an erasure that begins where another did not end: it goes on as that one, and names all of both. */
function joined(former: ErasureMark | undefined, mark: ErasureMark): ErasureMark {
  if (former === undefined) return mark;
  const hashes = [...new Set([...former.hashes, ...mark.hashes])];
  return {
    ...mark,
    id: former.id,
    startedAt: former.startedAt,
    identities: Math.max(hashes.length, former.identities, mark.identities),
    hashes,
    erased: former.erased,
  };
}

/** What a report leaves of a mark; one without hashes cannot be told from another, and counts as covered. */
function without(former: ErasureMark, done: readonly string[]): ErasureMark | undefined {
  const hashes = former.hashes.filter((hash) => !done.includes(hash));
  return hashes.length === 0 ? undefined : { ...former, identities: hashes.length, hashes, erased: [] };
}
