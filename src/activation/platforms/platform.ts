import type { SendSettingsInput } from '../prepare/send-settings.ts';
import type { HashEncoding, Normalise } from '../prepare/treatment.ts';

/** One column that a platform reads. */
export interface PlatformColumn {
  readonly header: string;
  readonly normalise: Normalise;
  readonly hash: HashEncoding;
  /** Names of columns in customer data that usually hold it. */
  readonly looksLike: RegExp;
  /** How often the header may stand in one file. */
  readonly atMost: number;
}

/** What a receiver of audiences wants, as far as its public documentation says. */
export interface Platform {
  readonly id: string;
  readonly title: string;
  /** What it takes, in one sentence. */
  readonly summary: string;
  /** The documentation that excerpts or copies were read of, and when: `2026-11-22`. The pages were not opened whole. */
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  readonly read: string;
  readonly columns: readonly PlatformColumn[];
  /** Whether other headers are taken too. */
  readonly anyHeader: boolean;
  readonly keys: NonNullable<SendSettingsInput['keys']>;
  /** Rows below which an audience cannot be used. */
  readonly fewestRows?: number;
  readonly rowsPerFile?: number;
  /** Bytes of one file at most. */
  readonly fileBytes?: number;
  /** Begins settings that are sent there. */
  readonly file: NonNullable<SendSettingsInput['file']>;
  /** How people are taken out again. */
  readonly removal: { readonly words: string; readonly column?: { readonly header: string; readonly value: string } };
  /** What could not be verified offline, each as a sentence. */
  readonly unverified: readonly string[];
}

/** Column names that usually hold each kind of identity; whole words, case ignored. */
export const columnNames = {
  email: /(^|[^a-z])e-?mail(_?addr(ess)?)?($|[^a-z])/i,
  phone: /(^|[^a-z])(phone|mobile|cell|tel(ephone)?)(_?(no|number))?($|[^a-z])/i,
  firstName: /(^|[^a-z])(first|given)_?name($|[^a-z])/i,
  lastName: /(^|[^a-z])(last|family|sur)_?name($|[^a-z])/i,
  postcode: /(^|[^a-z])(zip(_?code)?|post(al)?_?code|plz)($|[^a-z])/i,
  country: /(^|[^a-z])country(_?code)?($|[^a-z])/i,
  city: /(^|[^a-z])(city|town)($|[^a-z])/i,
  birth: /(^|[^a-z])(dob|birth_?(date|day)|date_of_birth)($|[^a-z])/i,
  device: /(^|[^a-z])(maid|madid|idfa|gaid|aaid|mobile_?ad(vertiser|vertising)?_?id)($|[^a-z])/i,
  company: /(^|[^a-z])(company|employer|organi[sz]ation)(_?name)?($|[^a-z])/i,
  jobTitle: /(^|[^a-z])(job_?title|position)($|[^a-z])/i,
  never: /(?!)/,
} as const;

/** A column that is taken once. */
export function platformColumn(
  header: string,
  looksLike: RegExp,
  normalise: Normalise,
  hash: HashEncoding = 'none',
  atMost = 1,
): PlatformColumn {
  return { header, looksLike, normalise, hash, atMost };
}
