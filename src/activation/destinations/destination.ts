import { z } from 'zod';
import { isLoopback, parseWebAddress } from './web-address.ts';

/** The version of `destinations.json` this program writes. */
export const destinationsVersion = 1;

const identified = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'An id has small letters, digits and hyphens.'),
  name: z.string().trim().min(1, 'Give the destination a name.').max(120),
};

const forFiles = {
  /** Replaces a file of the same name and other content; otherwise such a file stops the send. */
  overwrite: z.boolean(),
  /** Adds a JSON file that lists all others, after them. */
  manifest: z.boolean(),
};

const webAddress = z
  .string()
  .refine((text) => parseWebAddress(text) !== undefined, 'Give an address like https://host or https://host:9000.');

const remoteFolder = z
  .string()
  .max(800)
  .refine(isFolderPath, 'A folder is written like exports/daily: no "..", no empty parts, no backslash.');

const hostName = z.string().regex(/^(\[[0-9a-fA-F:.]+\]|[^\s/?#:@[\]\\]{1,253})$/, 'Give a host name or an address.');

/** A folder of this machine or of one it has mounted. */
const folderDestinationSchema = z.object({
  ...identified,
  ...forFiles,
  kind: z.literal('folder'),
  folder: z.string().regex(/^(\/|[A-Za-z]:[\\/]|\\\\)/, 'Give the whole path of the folder.'),
});

/** Amazon S3 or a service that speaks its protocol. Secrets: `accessKeyId`, `secretAccessKey`, `sessionToken`. */
const s3DestinationSchema = z.object({
  ...identified,
  ...forFiles,
  kind: z.literal('s3'),
  provider: z.enum(['aws', 'r2', 'gcs', 'minio', 'other']),
  /** `null` for Amazon itself. */
  endpoint: webAddress.nullable(),
  region: z.string().regex(/^[a-z0-9-]{1,40}$/, 'Give a region like eu-central-1, or auto.'),
  bucket: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/i, 'A bucket has 3 to 63 letters, digits, dots and hyphens.'),
  /** Folder in the bucket; `''` for its top. */
  prefix: remoteFolder,
  /** Bucket in the path instead of in the host name. */
  pathStyle: z.boolean(),
});

/** Azure Blob Storage. Secrets: `accountKey` or `connectionString`, as `auth` says. */
const azureDestinationSchema = z
  .object({
    ...identified,
    ...forFiles,
    kind: z.literal('azure'),
    auth: z.enum(['account-key', 'connection-string']),
    /** `null` when the connection string names it. */
    account: z
      .string()
      .regex(/^[a-z0-9]{3,24}$/, 'An account has 3 to 24 small letters and digits.')
      .nullable(),
    container: z.string().regex(/^(\$web|[a-z0-9](-?[a-z0-9]){2,62})$/, 'A container has 3 to 63 small letters.'),
    prefix: remoteFolder,
    /** `null` for `https://<account>.blob.core.windows.net`. */
    endpoint: webAddress.nullable(),
  })
  .refine(({ auth, account }) => auth === 'connection-string' || account !== null, {
    path: ['account'],
    message: 'Name the storage account.',
  });

/** A server reached by SSH. Secrets: `password`, or `privateKey` and perhaps `passphrase`, as `auth` says. */
const sftpDestinationSchema = z.object({
  ...identified,
  ...forFiles,
  kind: z.literal('sftp'),
  host: hostName,
  port: z.int().min(1).max(65_535),
  user: z.string().min(1).max(200),
  /** From the server's root when it begins with `/`, else from the user's own folder; `''` for that. */
  folder: z
    .string()
    .max(800)
    .refine((text) => isFolderPath(text.replace(/^\//, '')), 'Give a folder like /upload/daily, without "..".'),
  auth: z.enum(['password', 'private-key']),
  /** Fingerprint of the server's key as `SHA256:…`; `null` until a test has shown it and someone kept it. */
  hostKey: z
    .string()
    .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, 'A fingerprint begins with SHA256: and 43 characters follow.')
    .nullable(),
});

const header = z.object({
  name: z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, 'Header names have letters, digits and hyphens.'),
  /** `null` when the value is a secret: the one named `header:` and the name in small letters. */
  value: z
    .string()
    .regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'Header values have no line ends.')
    .nullable(),
});

/** An endpoint that takes records or whole files by HTTP. Secrets: `header:<name>` for each secret header. */
const webhookDestinationSchema = z.object({
  ...identified,
  kind: z.literal('webhook'),
  url: webAddress.refine((text) => {
    const address = parseWebAddress(text);
    return address === undefined || address.scheme === 'https' || isLoopback(address);
  }, 'Use https: http is allowed for this machine only.'),
  method: z.enum(['POST', 'PUT', 'PATCH']),
  headers: z.array(header).max(40),
  body: z.discriminatedUnion('kind', [
    /** NDJSON files, sent as JSON arrays of up to so many records. */
    z.object({ kind: z.literal('records'), batch: z.int().min(1).max(10_000) }),
    /** Each file in one request. */
    z.object({ kind: z.literal('file') }),
  ]),
  /** The endpoint takes a request with the same `Idempotency-Key` twice and acts once: lost answers are asked again. */
  idempotent: z.boolean(),
  successCodes: z.array(z.int().min(200).max(299)).min(1),
  timeoutSeconds: z.int().min(1).max(600),
});

/** Where a send can go, without its secrets. */
export const destinationSchema = z.discriminatedUnion('kind', [
  folderDestinationSchema,
  s3DestinationSchema,
  azureDestinationSchema,
  sftpDestinationSchema,
  webhookDestinationSchema,
]);

/** `destinations.json` of a project. */
export const destinationsDocumentSchema = z.object({
  version: z.literal(destinationsVersion),
  destinations: z.array(destinationSchema),
});

export type Destination = z.output<typeof destinationSchema>;
export type DestinationKind = Destination['kind'];
export type S3Destination = z.output<typeof s3DestinationSchema>;
export type AzureDestination = z.output<typeof azureDestinationSchema>;
export type SftpDestination = z.output<typeof sftpDestinationSchema>;
export type WebhookDestination = z.output<typeof webhookDestinationSchema>;

function isFolderPath(text: string): boolean {
  return text === '' || text.split('/').every((part) => /^[^\\\p{Cc}]+$/u.test(part) && part !== '.' && part !== '..');
}
