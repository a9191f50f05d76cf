import { createHash, generateKeyPairSync } from 'node:crypto';
import ssh2 from 'ssh2';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openCourier } from '../../../../electron/node/destinations/open-courier.ts';
import { openSession } from '../../../../electron/node/destinations/sftp/session.ts';
import type { SftpDestination } from '../../../../src/activation/destinations/destination.ts';
import { type SshServer, startSshd } from '../../../support/servers/sshd.ts';
import { bytes, openProject, type Place, prepare } from './fixture.ts';

let server: SshServer;

beforeAll(async () => {
  server = await startSshd({ without: ['posix-rename', 'fsync'] });
});
afterAll(() => server.stop());

function destination(change: Partial<SftpDestination> = {}): SftpDestination {
  return {
    ...{ id: 'drop', name: 'Drop', kind: 'sftp', host: '127.0.0.1', port: server.port, user: server.user },
    ...{ folder: server.folder, auth: 'private-key', hostKey: server.hostKey, overwrite: true, manifest: false },
    ...change,
  };
}

const tools = { now: () => new Date() };

describe('a server with few extensions', () => {
  test('takes files, and other content under a name that is taken is refused rather than replaced in two steps', async () => {
    const place: Place = { destination: destination(), secrets: { privateKey: server.privateKey } };
    const project = openProject(place);
    const send = async (seed: number) => {
      const { id } = await prepare(project, place, [{ name: 'list.csv', content: bytes(2000, seed) }]);
      return project.sends.deliver(id, false);
    };
    expect(await send(1)).toMatchObject({ state: 'sent' });
    expect(await send(2)).toMatchObject({
      state: 'failed',
      error: { code: 'destination-conflict', message: expect.stringMatching(/cannot replace/) as string },
    });
    expect(await send(1)).toMatchObject({ state: 'sent', files: [{ remote: { uploaded: false } }] });
  });
});

describe('signing in', () => {
  const probe = async (secrets: Readonly<Record<string, string>>) => {
    const courier = await openCourier(destination(), secrets, tools);
    return courier.probe().finally(() => courier.close());
  };

  test('works with a locked key and its passphrase, and says what is missing without', async () => {
    expect(await probe({ privateKey: server.lockedKey, passphrase: 'open sesame' })).toMatch(/read back/);
    await expect(probe({ privateKey: server.lockedKey })).rejects.toMatchObject({ code: 'destination-credentials' });
    await expect(probe({ privateKey: server.lockedKey, passphrase: 'wrong' })).rejects.toMatchObject({
      code: 'destination-credentials',
    });
  });

  test('with a key the server does not know is refused in words', async () => {
    await expect(probe({ privateKey: server.strangeKey })).rejects.toMatchObject({
      code: 'destination-credentials',
      message: expect.stringMatching(/does not let/) as string,
    });
  });

  test.each(['password', 'keyboard-interactive'] as const)(
    'works by %s, which a stranger never hears',
    async (method) => {
      const heard: string[] = [];
      const { port, fingerprint } = await startPasswordServer(method, heard);
      const there = destination({ auth: 'password', port, hostKey: null });
      await expect(openSession(there, { password: 'open sesame' })).rejects.toMatchObject({
        code: 'destination-host-key',
        technical: fingerprint,
      });
      expect(heard).toEqual([]);
      const session = await openSession({ ...there, hostKey: fingerprint }, { password: 'open sesame' });
      session.close();
      expect(heard).toEqual(['open sesame']);
    },
  );
});

/** A server that lets in whoever says `open sesame`, one way only, and offers nothing else. */
async function startPasswordServer(method: 'password' | 'keyboard-interactive', heard: string[]) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const parsed = ssh2.utils.parseKey(pem);
  if (parsed instanceof Error) throw parsed;
  const hash = createHash('sha256').update(parsed.getPublicSSH()).digest('base64').replace(/=+$/, '');
  const strange = new ssh2.Server({ hostKeys: [pem] }, (client) => {
    client.on('error', () => undefined);
    client.on('authentication', (context) => {
      const decide = (password: string) => {
        heard.push(password);
        if (password === 'open sesame') context.accept();
        else context.reject();
      };
      if (context.method !== method) context.reject([method]);
      else if (context.method === 'password') decide(context.password);
      else context.prompt([{ prompt: 'Password: ', echo: false }], ([answer = '']) => decide(answer));
    });
    client.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => acceptSftp());
    });
  });
  await new Promise<void>((resolve) => strange.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    strange.close();
  });
  const address = strange.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return { port: address.port, fingerprint: `SHA256:${hash}` };
}
