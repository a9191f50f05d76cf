import { createHash } from 'node:crypto';
import net from 'node:net';
import { Client, type SFTPWrapper } from 'ssh2';
import type { SftpDestination } from '../../../../src/activation/destinations/destination.ts';
import { StillhouseError } from '../../../../src/core/error.ts';
import { networkError } from '../network-errors.ts';
import type { SecretValues } from '../courier.ts';

/** A signed-in connection. */
export interface SftpSession {
  readonly sftp: SFTPWrapper;
  /** Host and port. */
  readonly where: string;
  /** True from the moment on at which the connection is gone. */
  isLost(): boolean;
  /** Calls back when the connection ends, at once when it has. Returns the way to stop listening. */
  onLost(listener: () => void): () => void;
  close(): void;
}

const patienceMs = 20_000;

/** Connects and signs in, to the server whose key was kept and to no other. No password leaves before that is sure. */
export function openSession(destination: SftpDestination, secrets: SecretValues): Promise<SftpSession> {
  const where = `${destination.host}:${destination.port}`;
  const client = new Client();
  let shown: string | undefined;
  let lost = false;
  let closed = false;
  const listeners = new Set<() => void>();
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      client.end();
      const trusted = shown === undefined || shown === destination.hostKey;
      reject(
        trusted ? describeConnectError(error, destination, where) : strangerError(destination, where, shown ?? ''),
      );
    };
    client.on('error', (error) => {
      lost = true;
      fail(error);
    });
    client.on('close', () => {
      lost = true;
      closed = true;
      for (const listener of [...listeners]) listener();
      fail(Object.assign(new Error('The connection closed.'), { code: 'ECONNRESET' }));
    });
    client.on('keyboard-interactive', (_name, _words, _language, prompts, answer) => {
      answer(prompts.map(() => secrets.password ?? ''));
    });
    client.on('ready', () => {
      client.sftp((error, sftp) => {
        if (error !== undefined) {
          fail(error);
          return;
        }
        resolve({
          ...{ sftp, where },
          isLost: () => lost,
          onLost(listener) {
            if (closed) listener();
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
          close: () => client.end(),
        });
      });
    });
    try {
      client.connect({
        // Small requests must not wait for each other's acknowledgement.
        sock: net.connect({ host: destination.host.replace(/^\[|\]$/g, ''), port: destination.port, noDelay: true }),
        username: destination.user,
        ...credentials(destination, secrets),
        hostVerifier: (key: Buffer) => {
          shown = fingerprint(key);
          return shown === destination.hostKey;
        },
        readyTimeout: patienceMs,
        keepaliveInterval: 15_000,
        keepaliveCountMax: 4,
      });
    } catch (error) {
      fail(error);
    }
  });
}

function credentials(destination: SftpDestination, { password, privateKey, passphrase }: SecretValues) {
  if (destination.auth === 'password') return { password: password ?? '', tryKeyboard: true };
  return { privateKey: privateKey ?? '', ...(passphrase !== undefined && { passphrase }) };
}

/** As OpenSSH prints it. */
function fingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

function strangerError({ hostKey }: SftpDestination, where: string, shown: string): StillhouseError {
  if (hostKey === null) {
    return new StillhouseError(
      'destination-host-key',
      `${where} shows the key ${shown}, which nobody has vouched for.`,
      {
        remedy: 'Compare it with what the server’s owner says; save it with the destination when it is the same.',
        technical: shown,
      },
    );
  }
  return new StillhouseError(
    'destination-host-key',
    `${where} shows the key ${shown} instead of ${hostKey}: it may be another server. Nothing was sent.`,
    { remedy: 'Ask the server’s owner whether its key was changed before you accept the new one.', technical: shown },
  );
}

function describeConnectError(error: unknown, { user }: SftpDestination, where: string): StillhouseError {
  if (error instanceof StillhouseError) return error;
  const level = error instanceof Error && 'level' in error ? String(error.level) : '';
  const message = error instanceof Error ? error.message : String(error);
  if (level === 'client-authentication') {
    return new StillhouseError('destination-credentials', `${where} does not let “${user}” in.`, {
      remedy: 'Check the user, and the password or key; the server may also want another way to sign in.',
      technical: message,
      cause: error,
    });
  }
  if (/privateKey|passphrase|Encrypted/i.test(message)) {
    return new StillhouseError('destination-credentials', 'The private key cannot be read.', {
      remedy: 'Give the whole key in OpenSSH or PEM form, and its passphrase if it has one.',
      technical: message,
      cause: error,
    });
  }
  const timedOut = level === 'client-timeout' ? Object.assign(new Error(message), { code: 'ETIMEDOUT' }) : error;
  return (
    networkError(timedOut, where) ??
    new StillhouseError('destination-refused', `${where} could not be signed in to.`, {
      technical: message,
      cause: error,
    })
  );
}
