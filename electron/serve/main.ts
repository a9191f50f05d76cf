import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { StillhouseError } from '../../src/core/error.ts';
import { defaultProjectsFolder, preferencesFolder } from '../node/folders.ts';
import { createHostService } from '../node/host/service.ts';
import { version } from '../node/version.ts';
import { createEventFeed } from './event-feed.ts';
import { startServer } from './server.ts';

/** The port is fixed because a window's database belongs to its origin, and the port is part of that. */
const fixedPort = 4680;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: String(fixedPort) },
    root: { type: 'string', default: fileURLToPath(new URL('../renderer', import.meta.url)) },
    preferences: { type: 'string', default: preferencesFolder() },
    projects: { type: 'string', default: defaultProjectsFolder() },
  },
});

const port = Number(values.port);
const token = randomBytes(24).toString('base64url');
const feed = createEventFeed();
const host = createHostService({
  shell: 'browser',
  version,
  preferencesFolder: path.resolve(values.preferences),
  projectsFolder: path.resolve(values.projects),
  chooseFolder: () => Promise.resolve({ kind: 'unsupported' }),
  chooseSavePath: () => Promise.resolve({ kind: 'unsupported' }),
  now: () => new Date(),
  emit: (event) => feed.emit(event),
});

const stop = async () => {
  await host.close();
  process.exit(0);
};

try {
  await startServer({ port, token, root: values.root, host, feed });
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  process.stdout.write(`Stillhouse is ready: http://127.0.0.1:${port}/#token=${token}\n`);
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const failure = taken
    ? new StillhouseError('host-refused', `Port ${port} is in use: Stillhouse may be running already.`)
    : error;
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
