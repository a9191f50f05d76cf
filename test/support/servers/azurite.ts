import { createRequire } from 'node:module';
import path from 'node:path';
import { freePort, isListening, processGroup, serverFolder, type TestServer } from './server-process.ts';

export interface AzuriteServer extends TestServer {
  readonly port: number;
  readonly account: string;
  readonly endpoint: string;
  readonly accountKey: string;
}

/** The account that the emulator's documentation gives. */
const account = 'devstoreaccount1';
const accountKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** Microsoft's emulator of Azure Blob Storage; it checks signatures and keeps everything in memory. */
export async function startAzurite(): Promise<AzuriteServer> {
  const require = createRequire(import.meta.url);
  const program = path.join(path.dirname(require.resolve('azurite/package.json')), 'dist/src/blob/main.js');
  const folder = serverFolder('azurite');
  const group = processGroup(folder);
  const port = await freePort();
  group.start(process.execPath, [
    ...[program, '--silent', '--disableTelemetry', '--skipApiVersionCheck', '--inMemoryPersistence'],
    ...['--blobHost', '127.0.0.1', '--blobPort', String(port)],
  ]);
  await group.untilReady('Azurite', () => isListening(port));
  return {
    ...{ port, account, accountKey },
    endpoint: `http://127.0.0.1:${port}/${account}`,
    stop: () => group.stop(),
  };
}
