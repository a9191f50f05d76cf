import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createHostService, type HostService } from '../../../electron/node/host/service.ts';

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-host-'));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A host as a shell makes it, with all of its files under `home`. */
export function openHost(home: string, savePath?: string): HostService {
  const service = createHostService({
    shell: 'browser',
    version: '1.2.3',
    preferencesFolder: path.join(home, 'preferences'),
    projectsFolder: path.join(home, 'projects'),
    chooseFolder: () => Promise.resolve({ kind: 'unsupported' }),
    chooseSavePath: () =>
      Promise.resolve(savePath === undefined ? { kind: 'cancelled' } : { kind: 'chosen', path: savePath }),
    now: () => new Date('2024-05-06T07:08:09.123Z'),
    emit: () => undefined,
  });
  onTestFinished(() => service.close());
  return service;
}
