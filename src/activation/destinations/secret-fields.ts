import type { Destination } from './destination.ts';

/** One secret a destination can have: its key, what a form calls it, and whether nothing works without it. */
export interface SecretField {
  readonly name: string;
  readonly title: string;
  readonly required: boolean;
  /** Several lines, as a private key has. */
  readonly lines: boolean;
}

/** The secrets a destination of this configuration takes, in the order of a form. */
export function secretFields(destination: Destination): readonly SecretField[] {
  switch (destination.kind) {
    case 'folder':
      return [];
    case 's3':
      return [
        field('accessKeyId', 'Access key ID'),
        field('secretAccessKey', 'Secret access key'),
        optional('sessionToken', 'Session token'),
      ];
    case 'azure':
      return destination.auth === 'account-key'
        ? [field('accountKey', 'Account key')]
        : [field('connectionString', 'Connection string')];
    case 'sftp':
      return destination.auth === 'password'
        ? [field('password', 'Password')]
        : [{ ...field('privateKey', 'Private key'), lines: true }, optional('passphrase', 'Passphrase of the key')];
    case 'webhook':
      return destination.headers
        .filter(({ value }) => value === null)
        .map(({ name }) => field(headerSecret(name), `Header ${name}`));
  }
}

/** The secret that holds a webhook header's value. */
export function headerSecret(headerName: string): string {
  return `header:${headerName.toLowerCase()}`;
}

function field(name: string, title: string): SecretField {
  return { name, title, required: true, lines: false };
}

function optional(name: string, title: string): SecretField {
  return { ...field(name, title), required: false };
}
