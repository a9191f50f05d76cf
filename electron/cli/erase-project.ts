import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CancelSignal } from '../../src/core/cancel.ts';
import {
  erasePeople,
  type ErasureRequest,
  findPeople,
  type FoundPeople,
} from '../../src/privacy/erase/erase-people.ts';
import type { Held } from '../../src/privacy/erase/holder.ts';
import type { ChosenColumns } from '../../src/privacy/erase/person-columns.ts';
import type { ErasureMark, ErasureReport } from '../../src/privacy/erase/report.ts';
import type { ValueFinder } from '../../src/privacy/erase/value-finder.ts';
import {
  keepErasureReport,
  readErasureMark,
  removeErasureMark,
  writeErasureMark,
} from '../node/erase/erasure-files.ts';
import { fileHolders } from '../node/erase/file-holders.ts';
import type { FileSearch } from '../node/erase/file-search.ts';
import { memberHash } from '../node/erase/member-hash.ts';
import { preferencesFolder } from '../node/folders.ts';
import { rewriteFile } from '../node/erase/rewrite-file.ts';
import type { ProjectLayout } from '../node/host/layout.ts';
import { readDocument } from '../node/host/project-folder.ts';
import { createKeyFileSealer } from '../node/host/sealer.ts';
import { createSecretStore } from '../node/host/secrets.ts';
import type { OpenDatabase } from './open-project.ts';
import type { Terminal } from './terminal.ts';

export interface ErasureCall {
  readonly database: OpenDatabase;
  readonly layout: ProjectLayout;
  readonly identities: readonly string[];
  readonly columns: ChosenColumns;
  readonly deleteBackups: boolean;
  readonly signal: CancelSignal;
}

/** What an erasure would touch; changes nothing. */
export async function previewErasure(call: ErasureCall): Promise<readonly Held[]> {
  return (await search(call, await requestOf(call, 'Preview', false))).held;
}

/** The rest of an erasure: `rewrite` is for closing the database with, `finish` for afterwards. */
interface ErasureEnd {
  readonly rewrite: (working: string) => Promise<void>;
  /** Keeps the report and takes the mark away. */
  readonly finish: () => Promise<{ readonly report: ErasureReport; readonly file: string }>;
}

/** Erases from the project's working copy and its files. */
export async function eraseProject(call: ErasureCall, terminal: Terminal): Promise<ErasureEnd> {
  const { database, layout, identities } = call;
  const id = randomUUID();
  const startedAt = database.clock.now().toISOString();
  const request = await requestOf(call, `Erasure ${id}`, true);
  const before = await search(call, request);
  const unfinished = await readErasureMark(layout);
  const hashes = request.hashes.slice(0, identities.length);
  const mark: ErasureMark = { version: 1, id, startedAt, identities: identities.length, hashes };
  await writeErasureMark(layout, unfinished === undefined ? mark : joined(unfinished, mark));
  const erased = [
    ...(await erasePeople(database, request).catch(async (error: unknown) => {
      if (unfinished === undefined) await removeErasureMark(layout);
      throw error;
    })),
  ];
  const files = fileSearch(call, before.finder);
  for (const holder of fileHolders)
    erased.push(...(await holder.erase(files)).filter(({ action }) => action !== 'kept'));
  const remaining = (await search(call, request)).held;
  const isOpen = unfinished !== undefined && !covers(mark, unfinished);
  if (isOpen) {
    terminal.tell(
      `An erasure begun at ${unfinished.startedAt} did not end, and these are not its identities: erase those as well.`,
    );
  }
  let leftInFile = 0;
  const rewrite = async (working: string) => {
    leftInFile = await rewriteFile(working, [...identities, ...before.forms]);
  };
  const finish = async () => {
    const finishedAt = database.clock.now().toISOString();
    const limits = [...limitsOf(layout, hashes.length === 0), ...leftWords(leftInFile)];
    const base = { version: 1, id, startedAt, finishedAt, identities: identities.length, hashes } as const;
    const report: ErasureReport = { ...base, erased, remaining: [...remaining], limits };
    const file = await keepErasureReport(layout, report);
    if (isOpen) await writeErasureMark(layout, unfinished);
    else await removeErasureMark(layout);
    return { report, file };
  };
  return { rewrite, finish };
}

/** Hashes of the identities as they are come first, then of e-mail addresses in small letters. */
async function requestOf(call: ErasureCall, source: string, make: boolean): Promise<ErasureRequest> {
  const { layout, identities, columns, signal } = call;
  const folder = preferencesFolder();
  const secrets = createSecretStore(folder, createKeyFileSealer(path.join(folder, 'secrets.key')));
  const hash = await memberHash(secrets, (await readDocument(layout)).id, make);
  const small = identities.filter((value) => value.includes('@')).map((value) => value.toLowerCase());
  const hashes = hash === undefined ? [] : [...identities, ...small].map(hash);
  return { identities, hashes, columns, source, signal };
}

async function search(call: ErasureCall, request: ErasureRequest): Promise<FoundPeople> {
  const { held, finder, forms } = await findPeople(call.database, request);
  const files = fileSearch(call, finder);
  const others: Held[] = [];
  for (const holder of fileHolders) others.push(...(await holder.find(files)));
  return { held: [...held, ...others], finder, forms };
}

function fileSearch({ layout, deleteBackups, database }: ErasureCall, finder: ValueFinder): FileSearch {
  return { layout, finder, deleteBackups, now: database.clock.now() };
}

/** Whether an erasure finishes one that did not end; one without hashes cannot be told from another. */
function covers({ hashes }: ErasureMark, unfinished: ErasureMark): boolean {
  return unfinished.hashes.every((hash) => hashes.includes(hash));
}

function joined(unfinished: ErasureMark, mark: ErasureMark): ErasureMark {
  if (covers(mark, unfinished)) return mark;
  const hashes = [...new Set([...unfinished.hashes, ...mark.hashes])];
  return { ...unfinished, identities: Math.max(hashes.length, unfinished.identities, mark.identities), hashes };
}

function limitsOf(layout: ProjectLayout, isWithoutKey: boolean): string[] {
  return [
    'A window keeps a private copy of the database on the machine it runs on: it is replaced when the window opens this project next. Changes that it had not saved are then kept as a dated backup, which holds the people again: delete it.',
    'Copies of the folder elsewhere, exported files, what destinations received, and disk blocks that the system gave free are out of reach.',
    'Texts shorter than four characters are found as whole values alone, and other spellings of an identity are not found.',
    ...(existsSync(path.join(layout.folder, '.git'))
      ? ['Version control may hold earlier versions of saved queries.']
      : []),
    ...(isWithoutKey
      ? [
          'The key that sends hash people with cannot be opened here: people reached by sends were looked for by match keys alone.',
        ]
      : []),
  ];
}

function leftWords(places: number): readonly string[] {
  if (places === 0) return [];
  return [
    `In ${places} places of the rewritten database file stand the bytes of an identity: as a part of other values or names, or in what was left to be decided.`,
  ];
}
