import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  freePort,
  isListening,
  processGroup,
  requireProgram,
  serverFolder,
  type TestServer,
} from './server-process.ts';

export interface SshServer extends TestServer {
  readonly port: number;
  readonly user: string;
  /** A folder files can be sent to. */
  readonly folder: string;
  readonly privateKey: string;
  /** The same key, locked with the passphrase `open sesame`. */
  readonly lockedKey: string;
  /** A key the server does not know. */
  readonly strangeKey: string;
  readonly hostKey: string;
}

export interface SshOptions {
  /** Requests of the protocol the server is to lack, as `posix-rename`. */
  readonly without?: readonly string[];
}

/** OpenSSH's server for this user, for SFTP alone. */
export async function startSshd({ without = [] }: SshOptions = {}): Promise<SshServer> {
  requireProgram('/usr/sbin/sshd', 'openssh-server');
  if (process.getuid?.() === 0) fs.mkdirSync('/run/sshd', { recursive: true });
  const folder = serverFolder('sshd');
  const group = processGroup(folder);
  const port = await freePort();
  const at = (name: string) => path.join(folder, name);
  for (const name of ['host', 'user', 'strange']) makeKey(at(name), '');
  fs.copyFileSync(at('user'), at('locked'));
  fs.chmodSync(at('locked'), 0o600);
  spawnSync('ssh-keygen', ['-q', '-p', '-P', '', '-N', 'open sesame', '-f', at('locked')]);
  fs.copyFileSync(at('user.pub'), at('authorized'));
  fs.mkdirSync(at('files'));
  const denied = without.length === 0 ? '' : ` -P ${without.join(',')}`;
  const configuration = [
    ...[`Port ${port}`, 'ListenAddress 127.0.0.1', `HostKey ${at('host')}`, `PidFile ${at('pid')}`],
    ...['UsePAM no', 'StrictModes no', 'PermitRootLogin yes', `AuthorizedKeysFile ${at('authorized')}`],
    ...['PasswordAuthentication yes', 'MaxStartups 100', 'MaxAuthTries 20', 'Subsystem sftp internal-sftp'],
    `ForceCommand internal-sftp${denied}`,
  ];
  fs.writeFileSync(at('config'), `${configuration.join('\n')}\n`);
  group.start('/usr/sbin/sshd', ['-D', '-e', '-f', at('config')]);
  await group.untilReady('sshd', () => isListening(port));
  return {
    ...{ port, user: os.userInfo().username, folder: at('files') },
    privateKey: fs.readFileSync(at('user'), 'utf8'),
    lockedKey: fs.readFileSync(at('locked'), 'utf8'),
    strangeKey: fs.readFileSync(at('strange'), 'utf8'),
    hostKey: fingerprintOf(at('host.pub')),
    stop: () => group.stop(),
  };
}

function makeKey(file: string, passphrase: string): void {
  const { status } = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-C', 'test', '-f', file]);
  if (status !== 0) throw new Error('ssh-keygen made no key.');
}

function fingerprintOf(publicKeyFile: string): string {
  const { stdout } = spawnSync('ssh-keygen', ['-l', '-E', 'sha256', '-f', publicKeyFile], { encoding: 'utf8' });
  return stdout.split(' ')[1] ?? '';
}
