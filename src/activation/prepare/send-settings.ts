import { z } from 'zod';
import { exportFormats } from '../../export/export-format.ts';
import { consentSchema } from './consent-settings.ts';
import { hashEncodings, normaliseSchema, nullPolicySchema } from './treatment.ts';

const column = z.string().trim().min(1, 'Choose a column.');
const dataset = z.string().trim().min(1, 'Choose a dataset.');
const oneCharacter = z.string().length(1, 'Give one character.');

/** One column of what leaves. */
export const sendFieldSchema = z.object({
  /** A column or a path into one; empty for a constant. */
  path: z.string().trim(),
  header: z.string().min(1, 'Give the column a header.').max(200),
  normalise: normaliseSchema.default({ kind: 'as-is' }),
  hash: z.enum(hashEncodings).default('none'),
  onNull: nullPolicySchema.default({ kind: 'empty' }),
});

/** One mapped column. */
export type SendField = z.output<typeof sendFieldSchema>;

/** People who must not be written to, whatever else holds. */
const suppressionSchema = z.object({
  dataset,
  column,
  /** The column of the source to look for; empty for the identity. */
  against: z.string().trim().default(''),
  comparison: z.enum(['exact', 'lower', 'email', 'phone']).default('exact'),
  /** Whether the list holds SHA-256 digests in hex of values normalised in the same way. */
  hashed: z.boolean().default(false),
});

/** A list of people to keep back. */
export type SuppressionList = z.output<typeof suppressionSchema>;

/** Who is kept back to compare with: a group of a split that was made, or a share at random, the same people each time. */
const controlSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('split'),
    /** The split's dataset, which has the source's identity column. */
    dataset,
    /** Its column of the group. */
    column,
    group: z.string().min(1, 'Choose a group.'),
  }),
  z.object({
    kind: z.literal('random'),
    percent: z.number().gt(0, 'Give more than 0 %.').lt(100, 'Give less than 100 %.'),
    /** As in a split: with the same salt the same people are in the first group. */
    salt: z.string(),
  }),
]);

/** A control group. */
export type Control = z.output<typeof controlSchema>;

/** How the files are written; options that a format does not know are ignored. */
export const fileFormatSchema = z.object({
  format: z.enum(exportFormats).default('csv'),
  delimiter: oneCharacter.default(','),
  quote: oneCharacter.default('"'),
  quoting: z.enum(['needed', 'all']).default('needed'),
  header: z.boolean().default(true),
  lineEnd: z.enum(['\n', '\r\n']).default('\n'),
  byteOrderMark: z.boolean().default(false),
  gzip: z.boolean().default(false),
  /** Rows a file at most; `null` writes one file. */
  rowsPerFile: z.int().min(1).nullable().default(null),
  /** The path at the destination without its ending: see `naming.ts`. */
  name: z.string().trim().min(1, 'Give the files a name.').max(500).default('{dataset}-{date}'),
});

/** A file's format and name. */
export type FileFormat = z.output<typeof fileFormatSchema>;

/** What leaves, of whom, in which form, and who is kept back: all that a send repeats from. */
export const sendSettingsSchema = z.object({
  version: z.literal(1).default(1),
  title: z.string().trim().min(1, 'Give the send a title.').max(200),
  kind: z.enum(['audience', 'dataset']).default('audience'),
  dataset,
  /** For a dataset: all rows, or those written since the last export to the same destination. */
  mode: z.enum(['full', 'incremental']).default('full'),
  /** The column that says who a row is about; required for an audience. */
  identity: z.string().trim().default(''),
  namespace: z.string().trim().default(''),
  platform: z.string().trim().default('crm'),
  fields: z.array(sendFieldSchema).min(1, 'Map at least one column.'),
  /** Headers that make a row matchable, alone or, within one key, together. Without any, every row is. */
  keys: z.array(z.object({ title: z.string(), headers: z.array(z.string()).min(1) })).default([]),
  /** ISO country of phone numbers that carry none. */
  defaultCountry: z
    .union([z.literal(''), z.string().regex(/^[A-Z]{2}$/, 'Give a two-letter country code.')])
    .default(''),
  consent: consentSchema.default({ kind: 'none' }),
  suppressions: z.array(suppressionSchema).default([]),
  /** At most `sends` sends a person within `days` days, this one included. */
  frequency: z
    .object({
      sends: z.int().min(1).max(1000),
      days: z.int().min(1).max(3650),
      within: z.enum(['project', 'destination']),
    })
    .nullable()
    .default(null),
  /** Audiences whose members are left to them. */
  priority: z.array(z.object({ dataset, column })).default([]),
  /** An SQL condition over the source: people for whom it is true, or unknown, are held out. Empty holds out nobody. */
  holdout: z.string().trim().default(''),
  control: controlSchema.nullable().default(null),
  duplicates: z.enum(['keep', 'drop-same-row', 'drop-same-person']).default('drop-same-row'),
  /** Per cent that the number of rows may differ from the send before; `null` does not look. */
  sizeLimit: z.number().min(0).max(10_000).nullable().default(30),
  file: fileFormatSchema.prefault({}),
});

/** Complete settings. */
export type SendSettings = z.output<typeof sendSettingsSchema>;

/** Settings as they are stored, with defaults left out. */
export type SendSettingsInput = z.input<typeof sendSettingsSchema>;
