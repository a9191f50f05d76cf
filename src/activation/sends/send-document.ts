import { z } from 'zod';
import { repeatedName, targetNameProblem } from './target-names.ts';

/** The version of `send.json` this program writes. */
export const sendVersion = 1;

/**
 * The way of a send: `preparing` (files are being written), `ready` (sealed), `sending`, then `sent`, `failed` (can be
 * resumed), `unknown` (a webhook's answer was lost: repeating it needs a decision) or `cancelled`.
 */
export const sendStates = ['preparing', 'ready', 'sending', 'sent', 'failed', 'unknown', 'cancelled'] as const;
export type SendState = (typeof sendStates)[number];

const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const targetName = z.string().superRefine((name, context) => {
  const problem = targetNameProblem(name);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

const draftFile = z.object({
  /** Relative path at the destination, macros filled in. */
  name: targetName,
  rows: count,
});

const draftShape = {
  destination: z.string().min(1),
  title: z.string().trim().min(1).max(200),
  kind: z.enum(['audience', 'dataset', 'removal']),
  source: z.object({
    /** The dataset or audience as its user calls it. */
    dataset: z.string(),
    snapshot: z.string().nullable(),
    /** The statement whose rows leave. */
    sql: z.string(),
  }),
  identity: z.object({ column: z.string(), namespace: z.string() }).nullable(),
  format: z.object({
    name: z.enum(['csv', 'tsv', 'json', 'ndjson', 'parquet', 'excel']),
    /** How the files are packed as a whole. */
    compression: z.enum(['none', 'gzip']),
    options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
  /** Rows in all files together. */
  rows: count,
  /** Rows that stay, by reason. */
  leftOut: z.array(z.object({ reason: z.string(), rows: count })),
  consent: z.object({ purpose: z.string(), channel: z.string() }).nullable(),
  /** Columns as they leave: the treatment in words, as `SHA-256 of the address in small letters`. */
  mapping: z.array(z.object({ from: z.string(), to: z.string(), treatment: z.string() })),
  /** The send whose rows this one removes. */
  undoes: z.string().nullable(),
  /** The same for the same content to the same destination. */
  idempotencyKey: z.string().regex(/^[\x21-\x7e]{8,200}$/),
};

/** What is known of a send before its files are written. Holds no raw identities. */
export const sendDraftSchema = z
  .object({ ...draftShape, files: z.array(draftFile).max(1000) })
  .superRefine(({ files, rows }, context) => {
    const repeated = repeatedName(files.map(({ name }) => name));
    if (repeated !== undefined) {
      context.addIssue({ code: 'custom', path: ['files'], message: `Two files would have the name “${repeated}”.` });
    }
    const inFiles = files.reduce((sum, file) => sum + file.rows, 0);
    if (inFiles !== rows) {
      const message = `The files hold ${inFiles} rows, but the send says ${rows}.`;
      context.addIssue({ code: 'custom', path: ['rows'], message });
    }
  });

/** What the destination told of a file that arrived, or of all requests that carried it. */
const remoteFile = z.object({
  /** Whole address without secrets. */
  address: z.string(),
  bytes: count,
  /** The service's own mark of the content, where it gives one. */
  etag: z.string().optional(),
  /** False when the same content was there already and nothing was sent. */
  uploaded: z.boolean(),
  /** Requests answered with success, for a webhook. */
  requests: count.optional(),
  at: z.iso.datetime(),
});

const sealedFile = draftFile.extend({ bytes: count, sha256, remote: remoteFile.nullable() });

/** A send from its sealing on, and for ever after as its receipt: `send.json`. */
export const sendDocumentSchema = z.object({
  ...draftShape,
  version: z.literal(sendVersion),
  id: z.string().regex(/^[0-9a-z-]{8,64}$/),
  state: z.enum(sendStates),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  files: z.array(sealedFile),
  /** The list of the files, delivered last; `null` where the destination takes none. */
  manifest: sealedFile.omit({ rows: true }).nullable(),
  /** Deliveries begun, resumed ones included. */
  attempts: count,
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** The destination as it was when the send was sealed. */
  to: z.object({ id: z.string(), name: z.string(), kind: z.string(), words: z.string() }),
});

export type SendDraft = z.output<typeof sendDraftSchema>;
export type SendDocument = z.output<typeof sendDocumentSchema>;
export type RemoteFile = z.output<typeof remoteFile>;
