import type { Destination } from './destination.ts';
import { hostWords, isLoopback, parseWebAddress } from './web-address.ts';

/** Where a destination is, in one phrase without secrets: `s3://bucket/folder at host`. */
export function destinationWords(destination: Destination): string {
  switch (destination.kind) {
    case 'folder':
      return destination.folder;
    case 's3': {
      const where = destination.endpoint === null ? `Amazon S3 in ${destination.region}` : host(destination.endpoint);
      return `s3://${joinPath(destination.bucket, destination.prefix)} at ${where}`;
    }
    case 'azure': {
      const account = destination.account ?? 'the account of the connection string';
      const where = destination.endpoint === null ? account : `${account}, ${host(destination.endpoint)}`;
      return `Azure container ${joinPath(destination.container, destination.prefix)} at ${where}`;
    }
    case 'sftp':
      return `sftp://${destination.user}@${destination.host}:${destination.port}/${destination.folder.replace(/^\//, '')}`;
    case 'webhook':
      return `${destination.method} to ${host(destination.url)}`;
  }
}

/** What someone should know before rows go there, as sentences; empty when there is nothing to say. */
export function destinationCautions(destination: Destination): readonly string[] {
  switch (destination.kind) {
    case 's3':
    case 'azure':
      return destination.endpoint === null ? [] : plainTextCautions(destination.endpoint);
    case 'sftp':
      return destination.hostKey === null
        ? ['The server’s key is not known yet: test the destination and compare the fingerprint it shows.']
        : [];
    case 'webhook':
      return destination.idempotent
        ? []
        : ['A request whose answer is lost is not repeated by itself: the send then waits for your decision.'];
    case 'folder':
      return [];
  }
}

/** Joins parts of a remote path, leaving out empty ones. */
export function joinPath(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

function plainTextCautions(endpoint: string): readonly string[] {
  const address = parseWebAddress(endpoint);
  if (address === undefined || address.scheme === 'https' || isLoopback(address)) return [];
  return [`Rows travel to ${hostWords(address)} unencrypted: use https where the service offers it.`];
}

function host(address: string): string {
  const parsed = parseWebAddress(address);
  return parsed === undefined ? address : hostWords(parsed);
}
