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
  /** What the program cannot reach or see. */
  limits: z.array(z.string()),
});
export type ErasureReport = z.output<typeof erasureReportSchema>;

/** An erasure under way: found on the next run where it did not end. */
export const erasureMarkSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  startedAt: z.iso.datetime(),
  identities: z.int().min(1),
  hashes: z.array(z.string()),
});
export type ErasureMark = z.output<typeof erasureMarkSchema>;
