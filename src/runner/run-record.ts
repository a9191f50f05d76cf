import { z } from 'zod';
import { StillhouseError } from '../core/error.ts';

/** A cell as plain JSON: whole numbers beyond what JavaScript counts exactly, days, times and blobs are texts. */
const cell = z.json();

const figures = z.object({
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  rows: z.array(z.array(cell)),
  /** How many rows there are; `rows` holds the first of them. */
  rowCount: z.int(),
});
export type RecordedFigures = z.output<typeof figures>;

const runRecord = z.object({
  version: z.literal(1),
  id: z.string(),
  module: z.string(),
  moduleVersion: z.int(),
  title: z.string(),
  /** As it was given, defaults filled in. */
  input: z.record(z.string(), z.json()),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  steps: z.array(z.object({ id: z.string(), title: z.string(), rows: z.int().nullable(), milliseconds: z.number() })),
  checks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      severity: z.enum(['error', 'warning', 'note']),
      passed: z.boolean(),
      remedy: z.string(),
      field: z.string().optional(),
      evidence: figures,
    }),
  ),
  findings: z.array(z.object({ id: z.string(), title: z.string(), words: z.string(), reading: z.string(), figures })),
  outputs: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      from: z.array(z.string()),
      rows: z.int(),
      snapshot: z.int().nullable(),
      /** Whether a dataset of this name was there before; its old rows stay in its history. */
      replaced: z.boolean().default(false),
    }),
  ),
  /** Whose rows it read, in words, where the customer filter narrowed them. */
  narrowedTo: z.string().optional(),
  /** Why outputs that were asked for were not written; absent when they were. */
  withheld: z.string().optional(),
});

/** What one run did and found: kept with the project, printed by the command line, compared with the next run. */
export type RunRecord = z.output<typeof runRecord>;
export type RecordedCheck = RunRecord['checks'][number];
export type RecordedFinding = RunRecord['findings'][number];
export type RecordedOutput = RunRecord['outputs'][number];

/** Reads a stored record; throws `project-invalid` for what is none. */
export function parseRunRecord(text: string): RunRecord {
  const parsed = runRecord.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new StillhouseError('project-invalid', 'A stored run of a module cannot be read.', {
    remedy: 'Run the module again, or open the project with the version that saved it.',
    cause: parsed.error,
  });
}
