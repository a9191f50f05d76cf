import fs from 'node:fs';
import path from 'node:path';
import type { SecretValues } from '../../../../electron/node/destinations/courier.ts';
import type { Destination } from '../../../../src/activation/destinations/destination.ts';
import type { ErrorCode } from '../../../../src/core/error.ts';
import type { FilePlace } from './places.ts';

/** One thing that is wrong with a destination, and what its test must say. */
export interface Failure {
  readonly title: string;
  readonly settings?: (destination: Destination) => Readonly<Record<string, unknown>>;
  readonly secrets?: (place: FilePlace) => SecretValues;
  /** How far this computer's clock is ahead, in minutes. */
  readonly clock?: number;
  readonly code: ErrorCode;
  readonly words: RegExp;
}

const nobody = 'nobody-has-this-name.invalid';

const s3: readonly Failure[] = [
  {
    title: 'a wrong secret',
    secrets: ({ secrets }) => ({ ...secrets, secretAccessKey: 'wrong' }),
    code: 'destination-credentials',
    words: /does not accept the secret access key/,
  },
  {
    title: 'an unknown key',
    secrets: ({ secrets }) => ({ ...secrets, accessKeyId: 'test:nobody' }),
    code: 'destination-credentials',
    words: /access key/,
  },
  { title: 'no secret', secrets: () => ({}), code: 'secret-missing', words: /has no “Access key ID” on this machine/ },
  {
    title: 'a missing bucket',
    settings: () => ({ bucket: 'no-such-bucket' }),
    code: 'destination-missing',
    words: /no bucket “no-such-bucket”/,
  },
  { title: 'a wrong clock', clock: 50, code: 'destination-clock', words: /clock/ },
  {
    title: 'a port where nobody listens',
    settings: () => ({ endpoint: 'http://127.0.0.1:9' }),
    code: 'destination-unreachable',
    words: /127\.0\.0\.1:9 refuses the connection/,
  },
  {
    title: 'an unknown host',
    settings: () => ({ endpoint: `http://${nobody}` }),
    code: 'destination-unreachable',
    words: new RegExp(nobody),
  },
  {
    title: 'https where http is spoken',
    settings: (destination) => ({
      endpoint: destination.kind === 's3' ? destination.endpoint?.replace('http:', 'https:') : '',
    }),
    code: 'destination-tls',
    words: /does not speak TLS/,
  },
];

const azure: readonly Failure[] = [
  {
    title: 'a wrong key',
    secrets: () => ({ accountKey: Buffer.from('wrong').toString('base64') }),
    code: 'destination-credentials',
    words: /does not accept the account key/,
  },
  {
    title: 'a wrong clock',
    secrets: () => ({ accountKey: Buffer.from('wrong').toString('base64') }),
    clock: -90,
    code: 'destination-clock',
    words: /90 minutes behind/,
  },
  {
    title: 'a missing container',
    settings: () => ({ container: 'no-such-container' }),
    code: 'destination-missing',
    words: /no container “no-such-container”/,
  },
  {
    title: 'a connection string that is none',
    settings: () => ({ auth: 'connection-string', account: null }),
    secrets: () => ({ connectionString: 'AccountName' }),
    code: 'destination-credentials',
    words: /cannot be read/,
  },
  {
    title: 'a port where nobody listens',
    settings: () => ({ endpoint: 'http://127.0.0.1:9/devstoreaccount1' }),
    code: 'destination-unreachable',
    words: /refuses the connection/,
  },
];

const sftp: readonly Failure[] = [
  {
    title: 'a server nobody vouched for',
    settings: () => ({ hostKey: null }),
    code: 'destination-host-key',
    words: /shows the key SHA256:.* which nobody has vouched for/,
  },
  {
    title: 'a server whose key changed',
    settings: () => ({ hostKey: `SHA256:${'A'.repeat(43)}` }),
    code: 'destination-host-key',
    words: /may be another server/,
  },
  {
    title: 'a password the server does not accept',
    settings: () => ({ auth: 'password' }),
    secrets: () => ({ password: 'wrong' }),
    code: 'destination-credentials',
    words: /does not let/,
  },
  {
    title: 'a private key that is none',
    secrets: () => ({ privateKey: 'no key at all' }),
    code: 'destination-credentials',
    words: /private key cannot be read/,
  },
  {
    title: 'a folder that cannot be made',
    settings: () => ({ folder: '/proc/nowhere' }),
    code: 'destination-missing',
    words: /proc/,
  },
  {
    title: 'a port where nobody listens',
    settings: () => ({ port: 9 }),
    code: 'destination-unreachable',
    words: /127\.0\.0\.1:9 refuses the connection/,
  },
  {
    title: 'an unknown host',
    settings: () => ({ host: nobody }),
    code: 'destination-unreachable',
    words: new RegExp(nobody),
  },
];

const folder: readonly Failure[] = [
  {
    title: 'a folder inside of a file',
    settings: (destination) => {
      const file = path.join(path.dirname(destination.kind === 'folder' ? destination.folder : ''), 'file');
      fs.writeFileSync(file, '');
      return { folder: path.join(file, 'folder') };
    },
    code: 'destination-missing',
    words: /not in a folder that can be used/,
  },
];

/** What can be wrong with each kind of destination. */
export const failures = { folder, s3, azure, sftp } as const;
