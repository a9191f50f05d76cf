import type { CancelSignal } from '../../core/cancel.ts';
import { erasePeople, type ErasurePlace, type ErasureRequest, findPeople, type FoundPeople } from './erase-people.ts';
import type { ErasureFolder } from './erasure-folder.ts';
import type { Held } from './holder.ts';
import { bytesLeftWords, limitsOf } from './limits.ts';
import { type ErasureOrder, joinOrders } from './order.ts';
import type { ErasureReport, UnfinishedErasure } from './report.ts';

/** The open project that people are taken out of. */
export interface ErasureProject {
  readonly folder: ErasureFolder;
  readonly place: ErasurePlace;
  /** Limits of this program beside the common ones, as sentences. */
  readonly limits: readonly string[];
  /** Whether rows that were taken out stay so when the program ends before the file is written anew. */
  readonly isDurable: boolean;
  now(): Date;
  /**
   * Closes the database, runs `whileClosed`, and puts a fresh file with the same content in the place of the old one and
   * of every copy. Answers with the places in which bytes of the forgotten texts still stand.
   */
  rewrite(
    forgotten: readonly string[],
    whileClosed: () => Promise<void>,
    onProgress: (fraction: number) => void,
  ): Promise<number>;
}

/** What is being done, in what, and how far it is: 0…1 of this step. */
export interface ErasureProgress {
  readonly step: 'search' | 'rows' | 'files' | 'rewrite';
  readonly place?: string;
  readonly fraction: number;
}

/** How an erasure is watched and stopped. */
export interface ErasureOptions {
  /** Heard until the rows are gone; what comes afterwards is finished. */
  readonly signal?: CancelSignal;
  readonly onProgress?: (progress: ErasureProgress) => void;
  /** Called when it can no longer be cancelled. */
  readonly onPointOfNoReturn?: () => void;
}

/** The report, where it is kept, and an older erasure that still has to be ordered again. */
export interface KeptErasure {
  readonly report: ErasureReport;
  readonly file: string;
  readonly unfinished: UnfinishedErasure | undefined;
}

/** What an erasure would touch; changes nothing. */
export async function previewErasure(
  project: ErasureProject,
  order: ErasureOrder,
  options: ErasureOptions = {},
): Promise<readonly Held[]> {
  const hashes = await project.folder.hashes(hashedForms(order), false);
  return (await search(project, requestOf(order, hashes, 'Preview', options), order, options)).held;
}

/**
 * Takes people out of the database, its former versions and the project's files, and writes the database anew. What an
 * erasure that did not end had been told is done along. Rejects with everything as it was while the rows are not gone.
 */
export async function runErasure(
  project: ErasureProject,
  given: ErasureOrder,
  options: ErasureOptions = {},
): Promise<KeptErasure> {
  const { folder, place } = project;
  const pending = (await folder.unfinished())?.order;
  const order = pending === undefined ? given : joinOrders(given, pending);
  const hashes = await folder.hashes(hashedForms(order), true);
  const before = await search(project, requestOf(order, hashes, 'Search', options), order, options);
  const begun = await folder.begin(order, hashes.slice(0, order.identities.length));
  const request = requestOf(order, hashes, `Erasure ${begun.id}`, options);
  const rows = await erasePeople(place, request, (label, done) => {
    options.onProgress?.({ step: 'rows', place: label, fraction: Math.min(1, done / before.places) });
  }).catch(async (error: unknown) => {
    await folder.abandon();
    throw error;
  });
  options.onPointOfNoReturn?.();
  if (project.isDurable) await folder.note(rows);
  const query = { forms: before.forms, deleteBackups: order.deleteBackups };
  const inRows = (await findPeople(place, withoutSignal(request))).held;
  let [files, inFiles]: (readonly Held[])[] = [[], []];
  const bytesLeft = await project.rewrite(
    [...order.identities, ...before.forms],
    async () => {
      options.onProgress?.({ step: 'files', fraction: 0 });
      files = (await folder.erase(query)).filter(({ action }) => action !== 'kept');
      await folder.note(files);
      inFiles = await folder.find(query);
    },
    (fraction) => {
      options.onProgress?.({ step: 'rewrite', fraction });
    },
  );
  const report: ErasureReport = {
    version: 1,
    id: begun.id,
    startedAt: begun.startedAt,
    finishedAt: project.now().toISOString(),
    identities: order.identities.length,
    hashes: hashes.slice(0, order.identities.length),
    erased: added([...begun.erased, ...rows, ...(files ?? [])]),
    remaining: [...inRows, ...(inFiles ?? [])],
    bytesLeft,
    limits: [...limitsOf(project.limits, begun.isVersioned, hashes.length === 0), ...bytesLeftWords(bytesLeft)],
  };
  return { report, ...(await folder.finish(report)) };
}

/** The identities as they are, then e-mail addresses in small letters. */
function hashedForms({ identities }: ErasureOrder): readonly string[] {
  return [...identities, ...identities.filter((value) => value.includes('@')).map((value) => value.toLowerCase())];
}

function requestOf(
  order: ErasureOrder,
  hashes: readonly string[],
  source: string,
  { signal }: ErasureOptions,
): ErasureRequest {
  const columns = new Map(Object.entries(order.columns));
  return { identities: order.identities, hashes, columns, source, ...(signal !== undefined && { signal }) };
}

function withoutSignal({ identities, hashes, columns, source }: ErasureRequest): ErasureRequest {
  return { identities, hashes, columns, source };
}

async function search(
  { folder, place }: ErasureProject,
  request: ErasureRequest,
  { deleteBackups }: ErasureOrder,
  { onProgress }: ErasureOptions,
): Promise<FoundPeople> {
  const found = await findPeople(place, request, (label, fraction) => {
    onProgress?.({ step: 'search', place: label, fraction });
  });
  const files = await folder.find({ forms: found.forms, deleteBackups });
  return { ...found, held: [...found.held, ...files] };
}

/** One entry for what is told of the same place twice. */
function added(all: readonly Held[]): Held[] {
  const places = new Map<string, Held>();
  for (const held of all) {
    const key = `${held.action} ${held.unit} ${held.place}`;
    places.set(key, { ...held, count: held.count + (places.get(key)?.count ?? 0) });
  }
  return [...places.values()];
}
