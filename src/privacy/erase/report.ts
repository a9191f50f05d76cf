import { z } from 'zod';
import { heldSchema } from './holder.ts';

/** What an erasure did, kept with the project. Names nobody: identities stand in it as keyed hashes alone. */
export const erasureReportSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** How many identities were given. */
  identities: z.int().min(1),
  /** HMAC-SHA256 of each under the project's key of sent identities; empty where that is not on the machine. */
  hashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  erased: z.array(heldSchema),
  /** What was found again afterwards, and what needs a decision. */
  remaining: z.array(heldSchema),
  /** Places of the rewritten database file in which bytes of an identity still stand. */
  bytesLeft: z.int().min(0).default(0),
  /** What the program cannot reach or see. */
  limits: z.array(z.string()),
});
export type ErasureReport = z.output<typeof erasureReportSchema>;

/** An erasure under way, found on the next opening where it did not end. It names nobody who could be read without a key. */
export const erasureMarkSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  startedAt: z.iso.datetime(),
  identities: z.int().min(1),
  hashes: z.array(z.string()),
  /** What is gone already, for the report of the run that ends it. */
  erased: z.array(heldSchema).default([]),
  /** The order, encrypted as secrets are on this machine; absent where it has to be given again. */
  sealed: z.object({ by: z.string(), order: z.base64() }).optional(),
});
export type ErasureMark = z.output<typeof erasureMarkSchema>;

/** What is told of an erasure that did not end. */
export const unfinishedErasureSchema = z.object({
  startedAt: z.iso.datetime(),
  identities: z.int().min(1),
});
export type UnfinishedErasure = z.output<typeof unfinishedErasureSchema>;
