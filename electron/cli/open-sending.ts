import path from 'node:path';
import { secretFields } from '../../src/activation/destinations/secret-fields.ts';
import { identityKeyName } from '../../src/activation/run/identity-key.ts';
import type { SendWorkshop } from '../../src/activation/run/send-workshop.ts';
import { createResultSpace } from '../../src/results/result-space.ts';
import { readDestinations } from '../node/destinations/destination-store.ts';
import { encodeHere, gzip } from '../node/encode-rows.ts';
import { preferencesFolder } from '../node/folders.ts';
import { layoutOf } from '../node/host/layout.ts';
import { localHost } from '../node/host/local-host.ts';
import { readDocument } from '../node/host/project-folder.ts';
import { createKeyFileSealer } from '../node/host/sealer.ts';
import { createSecretStore } from '../node/host/secrets.ts';
import { createSendHandlers } from '../node/host/send-handlers.ts';
import { secureRandom } from '../node/secure-random.ts';
import { preferGiven } from './given-secrets.ts';
import { openDatabase } from './open-project.ts';
import { createProgressLine } from './progress.ts';
import { secretSource } from './secrets.ts';

/** Where sends are made from, and with which secrets. */
export interface SendingOptions {
  readonly project: string;
  /** The folder of the user's preferences, where secrets are kept; the usual one where undefined. */
  readonly preferences: string | undefined;
  /** `NAME=@FILE` pairs. */
  readonly secrets: readonly string[];
}

/** A project from which sends can be made. */
export interface Sending {
  readonly workshop: SendWorkshop;
  close(): Promise<void>;
}

/** Opens a project folder for sending, with progress on standard error. */
export async function openSending({ project, preferences, secrets }: SendingOptions): Promise<Sending> {
  const layout = layoutOf(path.resolve(project));
  const { id } = await readDocument(layout);
  const fields = (await readDestinations(layout.destinations)).flatMap(secretFields).map(({ name }) => name);
  const given = secretSource(secrets);
  const folder = preferences ?? preferencesFolder();
  const sealer = createKeyFileSealer(path.join(folder, 'secrets.key'));
  const store = preferGiven(createSecretStore(folder, sealer), given, (scope) =>
    scope.endsWith('/keys') ? [identityKeyName] : [...new Set(fields)],
  );
  const database = await openDatabase(project);
  const line = createProgressLine();
  const sending = createSendHandlers({
    secrets: store,
    protection: sealer.words,
    now: () => new Date(),
    emit: (event) => {
      if (event.kind !== 'send-progress') return;
      const share = event.totalBytes === 0 ? 1 : event.sentBytes / event.totalBytes;
      line.show(`${event.file}: ${Math.round(100 * share)} %${event.note === undefined ? '' : `. ${event.note}`}`);
    },
  });
  const space = createResultSpace(database.engine);
  try {
    await sending.enter({ layout, id });
  } catch (error) {
    await space.close();
    await database.close();
    throw error;
  }
  return {
    workshop: {
      host: localHost(sending.handlers),
      workspace: database.workspace,
      space,
      engine: database.engine,
      now: () => new Date(),
      random: secureRandom,
      gzip,
      encode: encodeHere,
      save: () => database.save(),
    },
    async close() {
      line.end();
      await sending.leave();
      await space.close();
      await database.close();
    },
  };
}
