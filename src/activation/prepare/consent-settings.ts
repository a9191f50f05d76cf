import { z } from 'zod';

const column = z.string().trim().min(1, 'Choose a column.');
const filter = z.object({ column, value: z.string().trim().min(1, 'Say which value counts.') }).nullable();
const words = z.array(z.string().trim().toLowerCase().min(1));

/** Texts that mean yes in the consent columns of most systems, lower case. */
export const grantedWords = ['y', 'yes', 'true', 'granted', 'opt_in', 'opted_in', 'subscribed', '1'] as const;

/** Texts that mean no, lower case. */
export const withdrawnWords = [
  'n',
  'no',
  'false',
  'withdrawn',
  'denied',
  'opt_out',
  'opted_out',
  'unsubscribed',
  '0',
] as const;

/**
 * Where it is written who agreed. Only what is said clearly counts as consent: any other status, two answers at one time,
 * an unreadable time or a missing record keep the person back.
 */
const consentRecordsSchema = z.object({
  kind: z.literal('records'),
  dataset: z.string().trim().min(1, 'Choose the dataset with the consents.'),
  identity: column,
  /** A column, or a path into one: `consents.marketing.email.val`. */
  status: column,
  granted: words.min(1, 'Say which status means consent.').default([...grantedWords]),
  withdrawn: words.default([...withdrawnWords]),
  purpose: filter.default(null),
  channel: filter.default(null),
  /** When the record was made: the latest one decides. Without it all records of a person must agree. */
  time: column.nullable().default(null),
  expiry: column.nullable().default(null),
  /** Whether a missing expiry means that consent does not end; otherwise it is unknown. */
  endless: z.boolean().default(false),
  /** Days after which a consent no longer counts. */
  maximumAge: z.int().min(1).max(36_500).nullable().default(null),
});

/** Why these people may be written to. `none` sends nobody. */
export const consentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  consentRecordsSchema,
  z.object({
    kind: z.literal('stated-basis'),
    words: z.string().trim().min(10, 'Say in words why these people may be contacted, in at least ten characters.'),
  }),
]);

/** The dataset and columns that tell who agreed. */
export type ConsentRecords = z.output<typeof consentRecordsSchema>;

/** The purpose and the channel as a receipt keeps them: the values looked for, or the basis in the user's words. */
export function consentOnReceipt(
  consent: z.output<typeof consentSchema>,
): { readonly purpose: string; readonly channel: string } | null {
  if (consent.kind === 'none') return null;
  if (consent.kind === 'stated-basis') return { purpose: `Stated basis: ${consent.words}`, channel: 'any' };
  return { purpose: consent.purpose?.value ?? consent.status, channel: consent.channel?.value ?? 'any' };
}
