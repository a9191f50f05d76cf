import { z } from 'zod';

/** How a value is brought into the one form that both sides hash; what cannot be brought there becomes NULL. */
export const normaliseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('as-is') }),
  z.object({ kind: z.literal('trim') }),
  z.object({ kind: z.literal('lower') }),
  z.object({
    kind: z.literal('email'),
    /** Domains at which dots and what follows a plus sign are not part of the address. */
    canonicalAt: z.array(z.string().trim().toLowerCase().min(1)).default([]),
  }),
  z.object({ kind: z.literal('phone'), plus: z.boolean().default(true) }),
  z.object({ kind: z.literal('name'), punctuation: z.enum(['keep', 'drop']).default('keep') }),
  z.object({ kind: z.literal('postcode'), compact: z.boolean().default(false) }),
  z.object({ kind: z.literal('country'), letters: z.enum(['lower', 'upper']).default('upper') }),
  z.object({
    kind: z.literal('date'),
    format: z.enum(['YYYY-MM-DD', 'YYYYMMDD', 'MM/DD/YYYY', 'DD.MM.YYYY', 'YYYY', 'MM', 'DD']).default('YYYY-MM-DD'),
  }),
  z.object({ kind: z.literal('device-id'), letters: z.enum(['lower', 'upper']).default('lower') }),
  z.object({ kind: z.literal('digest') }),
  z.object({ kind: z.literal('constant'), value: z.string() }),
]);

/** One way of normalising. */
export type Normalise = z.output<typeof normaliseSchema>;

/** How a normalised value is made unreadable; every one is SHA-256 of its UTF-8 bytes, without a salt. */
export const hashEncodings = ['none', 'sha256-hex', 'sha256-hex-upper', 'sha256-base64'] as const;

/** How a digest is written. */
export type HashEncoding = (typeof hashEncodings)[number];

/** What stands where a person has no value, or none that could be normalised. */
export const nullPolicySchema = z.discriminatedUnion('kind', [
  /** Nothing between the delimiters; null in JSON and Parquet. */
  z.object({ kind: z.literal('empty') }),
  /** JSON leaves the key out; elsewhere as `empty`. */
  z.object({ kind: z.literal('omit') }),
  z.object({ kind: z.literal('text'), text: z.string().min(1) }),
  z.object({ kind: z.literal('drop-row') }),
]);

const normaliseWords: Readonly<Record<Normalise['kind'], string>> = {
  'as-is': 'as it is',
  trim: 'without spaces around it',
  lower: 'lower case, without spaces around it',
  email: 'e-mail address, lower case',
  phone: 'phone number with its country code',
  name: 'name, lower case',
  postcode: 'postcode',
  country: 'two-letter country code',
  date: 'day',
  'device-id': 'advertising id of a device',
  digest: 'SHA-256 digest made before',
  constant: 'the same for all',
};

const hashWords: Readonly<Record<HashEncoding, string>> = {
  none: '',
  'sha256-hex': ', SHA-256 in lower-case hex',
  'sha256-hex-upper': ', SHA-256 in upper-case hex',
  'sha256-base64': ', SHA-256 in Base64',
};

/** What happens to a column on its way out, as the form and the receipt say it. */
export function treatmentWords(normalise: Normalise, hash: HashEncoding): string {
  return normaliseWords[normalise.kind] + detailWords(normalise) + hashWords[hash];
}

function detailWords(normalise: Normalise): string {
  switch (normalise.kind) {
    case 'email':
      return normalise.canonicalAt.length === 0
        ? ''
        : `, without dots and tags at ${normalise.canonicalAt.join(' and ')}`;
    case 'phone':
      return normalise.plus ? ', as +491701234567' : ', as 491701234567';
    case 'name':
      return normalise.punctuation === 'drop' ? ', letters only' : '';
    case 'postcode':
      return normalise.compact ? ', lower case without spaces' : '';
    case 'country':
    case 'device-id':
      return `, ${normalise.letters} case`;
    case 'date':
      return ` as ${normalise.format}`;
    case 'constant':
      return `: “${normalise.value}”`;
    default:
      return '';
  }
}
