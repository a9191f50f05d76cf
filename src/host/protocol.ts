import { z } from 'zod';
import { destinationSchema } from '../activation/destinations/destination.ts';
import { sendDocumentSchema, sendDraftSchema } from '../activation/sends/send-document.ts';
import { heldSchema } from '../privacy/erase/holder.ts';
import { erasureOrderSchema } from '../privacy/erase/order.ts';
import { erasureReportSchema, unfinishedErasureSchema } from '../privacy/erase/report.ts';
import { projectDocumentSchema } from './project-document.ts';
import { scratchPathSchema } from './scratch-path.ts';

const bytes = z.instanceof(Uint8Array) as z.ZodType<Uint8Array<ArrayBuffer>>; // bytes that crossed a process are never shared
const nothing = z.undefined();

const openedProject = z.object({
  folder: z.string(),
  document: projectDocumentSchema,
  /** Size of the folder's copy of the database in bytes; 0 when there is none yet. */
  databaseSize: z.int().min(0),
  /** What the window looked like: opaque text, `''` for a project never opened. */
  state: z.string(),
});

const historyEntry = z.object({
  id: z.string(),
  /** ISO time at which the statement was started. */
  at: z.iso.datetime(),
  sql: z.string(),
  durationMs: z.number(),
  /** Rows returned or changed. */
  rows: z.int().min(0).nullable(),
  outcome: z.enum(['done', 'failed', 'cancelled']),
  message: z.string().optional(),
});

const chosen = z.object({ kind: z.literal('chosen'), path: z.string() });
const cancelled = z.object({ kind: z.literal('cancelled') });
/** This shell has no such dialog. */
const unsupported = z.object({ kind: z.literal('unsupported') });
const pathChoice = z.discriminatedUnion('kind', [chosen, cancelled, unsupported]);

const destinationId = z.string().max(64);
const sendId = z.object({ id: z.string().max(64) });
const secretName = z.string().regex(/^[a-z0-9-]{1,64}$/, 'A secret’s name has small letters, digits and hyphens.');

const listedDestination = z.object({
  destination: destinationSchema,
  /** Names of the secrets that are kept for it on this machine. */
  secretsSet: z.array(z.string()),
});

const destinationTest = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), words: z.string() }),
  z.object({
    ok: z.literal(false),
    code: z.string(),
    message: z.string(),
    remedy: z.string().optional(),
    /** Fingerprint of an SFTP server nobody vouched for yet: saved with the destination, it is trusted. */
    hostKey: z.string().optional(),
  }),
]);

const heldList = z.array(heldSchema);
const fileQuery = z.object({
  /** Identities in every form that is looked for. */
  forms: z.array(z.string()).readonly(),
  deleteBackups: z.boolean(),
});

const savedQuery = z.object({ name: z.string(), text: z.string() });

/** Everything a window may ask of the machine: the schema of the parameters and of the answer, by name. */
export const hostCalls = {
  'app.info': {
    params: nothing,
    result: z.object({ shell: z.enum(['electron', 'browser']), version: z.string(), projectsFolder: z.string() }),
  },
  'settings.read': { params: nothing, result: z.string() },
  'settings.write': { params: z.object({ text: z.string() }), result: nothing },

  'projects.recent': {
    params: nothing,
    result: z.array(z.object({ folder: z.string(), name: z.string(), openedAt: z.iso.datetime() })),
  },
  'projects.openDemo': { params: nothing, result: openedProject },
  'projects.create': { params: z.object({ name: z.string(), folder: z.string().optional() }), result: openedProject },
  'projects.open': { params: z.object({ folder: z.string(), force: z.boolean() }), result: openedProject },
  /** Copies the open project into a new folder under a new id and opens that. */
  'projects.saveAs': { params: z.object({ name: z.string(), folder: z.string().optional() }), result: openedProject },
  'projects.forget': { params: z.object({ folder: z.string() }), result: nothing },
  /** Asks the user for a folder, where the shell has a dialog for it. */
  'projects.chooseFolder': { params: nothing, result: pathChoice },
  'projects.list': { params: nothing, result: z.array(z.object({ folder: z.string(), name: z.string() })) },

  'project.rename': { params: z.object({ name: z.string() }), result: projectDocumentSchema },
  'project.writeState': { params: z.object({ state: z.string() }), result: nothing },
  'project.queries': { params: nothing, result: z.array(savedQuery) },
  'project.writeQuery': { params: savedQuery, result: nothing },
  'project.renameQuery': { params: z.object({ from: z.string(), to: z.string() }), result: nothing },
  'project.deleteQuery': { params: z.object({ name: z.string() }), result: nothing },

  'history.append': { params: historyEntry, result: nothing },
  /** Newest first; `text` narrows to statements that contain it, in any case. */
  'history.search': {
    params: z.object({ text: z.string(), limit: z.int().min(1).max(10_000) }),
    result: z.array(historyEntry),
  },

  'database.read': { params: z.object({ offset: z.int().min(0), length: z.int().min(1) }), result: bytes },
  /** Begins a copy of the window's database; blocks not written keep the folder's content. */
  'database.beginCopy': { params: nothing, result: nothing },
  'database.writeCopy': { params: z.object({ offset: z.int().min(0), bytes }), result: nothing },
  /** Makes the copy the folder's database and raises the generation. */
  'database.commitCopy': { params: z.object({ size: z.int().min(0) }), result: projectDocumentSchema },
  'database.abortCopy': { params: nothing, result: nothing },
  /** Puts the copy begun aside as a dated backup instead; answers with its file name. */
  'database.commitBackup': { params: z.object({ size: z.int().min(0) }), result: z.string() },
  /** Keeps the folder's own database as a dated backup; answers with its file name. */
  'database.backupFolderCopy': { params: nothing, result: z.string() },

  /** Asks where to save. In a browser the window saves by itself: `unsupported`. */
  'files.beginSave': {
    params: z.object({ suggestedName: z.string() }),
    result: z.discriminatedUnion('kind', [cancelled, unsupported, chosen.extend({ token: z.string() })]),
  },
  /** Begins a file in the project's scratch folder, which takes the place of one with its name. */
  'files.beginScratch': {
    params: z.object({ path: scratchPathSchema }),
    result: z.object({ token: z.string(), path: z.string() }),
  },
  'files.writeSave': { params: z.object({ token: z.string(), bytes }), result: nothing },
  /** The file appears under its name only now. */
  'files.commitSave': { params: z.object({ token: z.string() }), result: nothing },
  'files.abortSave': { params: z.object({ token: z.string() }), result: nothing },

  'destinations.list': { params: nothing, result: z.array(listedDestination) },
  /** Adds or replaces one. Secrets go in and never come out; one that is `''` is forgotten, one not named stays. */
  'destinations.save': {
    params: z.object({ destination: destinationSchema, secrets: z.record(z.string(), z.string()).optional() }),
    result: listedDestination,
  },
  'destinations.remove': { params: z.object({ id: destinationId }), result: nothing },
  /** Writes a small object, reads it back and removes it; a webhook is only asked whether it is there. */
  'destinations.test': { params: z.object({ id: destinationId }), result: destinationTest },

  'sends.begin': { params: z.object({ draft: sendDraftSchema }), result: sendId },
  /** Appends a block to a file of the draft, by the file's place in it; files are written one after another. */
  'sends.writeFile': { params: sendId.extend({ file: z.int().min(0), bytes }), result: nothing },
  /** From here on the content of the send is fixed. */
  'sends.seal': { params: sendId, result: sendDocumentSchema },
  /** Delivers or resumes, and answers when that has ended; `repeatUnknown` repeats requests whose answer was lost. */
  'sends.deliver': { params: sendId.extend({ repeatUnknown: z.boolean().optional() }), result: sendDocumentSchema },
  /** Stops it, removes what is half-sent and the files of the outbox, and keeps the receipt. */
  'sends.cancel': { params: sendId, result: sendDocumentSchema },
  /** Forgets a send of which nothing ever left. */
  'sends.discard': { params: sendId, result: nothing },
  'sends.list': { params: nothing, result: z.array(sendDocumentSchema) },

  /** Keyed hashes as sends keep people, one each; none where the key cannot be opened here. */
  'erasure.hashes': {
    params: z.object({ identities: z.array(z.string()).readonly(), make: z.boolean() }),
    result: z.array(z.string()),
  },
  /** What the project's files hold of people; changes nothing. */
  'erasure.find': { params: fileQuery, result: heldList },
  /** Takes it away. */
  'erasure.erase': { params: fileQuery, result: heldList },
  /** The erasure that did not end, with its order where that can be opened here. */
  'erasure.unfinished': {
    params: nothing,
    result: z.object({ mark: unfinishedErasureSchema, order: erasureOrderSchema.nullable() }).nullable(),
  },
  'erasure.begin': {
    params: z.object({
      order: erasureOrderSchema,
      hashes: z.array(z.string()).readonly(),
    }),
    result: z.object({ id: z.string(), startedAt: z.iso.datetime(), erased: heldList, isVersioned: z.boolean() }),
  },
  /** Puts on record what is gone for good. */
  'erasure.note': { params: z.object({ erased: heldList.readonly() }), result: nothing },
  'erasure.abandon': { params: nothing, result: nothing },
  /** Keeps the report; answers with its path in the project, and what is still unfinished. */
  'erasure.finish': {
    params: z.object({ report: erasureReportSchema }),
    result: z.object({ file: z.string(), unfinished: unfinishedErasureSchema.nullable() }),
  },
  /** The reports kept with the project, the latest first. */
  'erasure.reports': { params: nothing, result: z.array(erasureReportSchema) },

  /** Keys that SQL uses by name, kept per project on this machine. */
  'secrets.names': { params: nothing, result: z.array(secretName) },
  'secrets.write': { params: z.object({ name: secretName, value: z.string().min(1) }), result: nothing },
  'secrets.remove': { params: z.object({ name: secretName }), result: nothing },
  /** What the keeping of secrets on this machine protects from, in words. */
  'secrets.protection': { params: nothing, result: z.string() },
  /** For the run of a statement that names it, and for nothing else. */
  'secrets.reveal': { params: z.object({ name: secretName }), result: z.string() },
} as const;

export type HostCallName = keyof typeof hostCalls;
export type HostParams<Name extends HostCallName> = z.output<(typeof hostCalls)[Name]['params']>;
export type HostResult<Name extends HostCallName> = z.output<(typeof hostCalls)[Name]['result']>;

export type OpenedProject = z.output<typeof openedProject>;
export type HistoryEntry = z.output<typeof historyEntry>;
export type PathChoice = z.output<typeof pathChoice>;
export type ListedDestination = z.output<typeof listedDestination>;
export type DestinationTest = z.output<typeof destinationTest>;
export type SavedQuery = z.output<typeof savedQuery>;

export function isHostCallName(name: string): name is HostCallName {
  return Object.hasOwn(hostCalls, name);
}
