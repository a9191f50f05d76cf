import { setTimeout as delay } from 'node:timers/promises';
import { retryDefaults } from '../../../src/activation/sends/retry.ts';
import { StillhouseError, toStillhouseError } from '../../../src/core/error.ts';
import type { HostEvent } from '../../../src/host/host.ts';
import type { DestinationTest, ListedDestination } from '../../../src/host/protocol.ts';
import type { Destination } from '../../../src/activation/destinations/destination.ts';
import {
  findDestination,
  readDestinations,
  removeDestination,
  saveDestination,
} from '../destinations/destination-store.ts';
import { openCourier } from '../destinations/open-courier.ts';
import { createSends, type Sends } from '../sends/sends.ts';
import type { ProjectLayout } from './layout.ts';
import type { SecretStore } from './secrets.ts';
import type { HostHandlers } from './handlers.ts';

/** The open project as sends see it. */
export interface SendingProject {
  readonly layout: ProjectLayout;
  /** The id in `project.json`: secrets are kept under it. */
  readonly id: string;
}

export interface SendHandlerOptions {
  readonly secrets: SecretStore;
  /** What the keeping of secrets protects from, in words. */
  readonly protection: string;
  now(): Date;
  emit(event: HostEvent): void;
}

type Names = Extract<keyof HostHandlers, `${'destinations' | 'sends' | 'secrets'}.${string}`>;

/** Host calls about destinations, sends and named secrets, for the project that is open. */
export interface SendHandlers {
  readonly handlers: Pick<HostHandlers, Names>;
  /** Follows the window into a project. */
  enter(project: SendingProject): Promise<void>;
  leave(): Promise<void>;
  /** Runs `work` while no send of the open project is held in memory or delivered. */
  whileLeft<Result>(work: () => Promise<Result>): Promise<Result>;
}

export function createSendHandlers({ secrets, protection, now, emit }: SendHandlerOptions): SendHandlers {
  let open: { readonly project: SendingProject; readonly sends: Sends } | undefined;

  const current = () => {
    if (open === undefined) throw new StillhouseError('project-invalid', 'No project is open.');
    return open;
  };
  const file = () => current().project.layout.destinations;
  const scopeOf = (project: SendingProject, id: string) => `${project.id}/destination/${id}`;
  const keys = () => `${current().project.id}/keys`;

  const listed = async (destination: Destination): Promise<ListedDestination> => {
    const kept = await secrets.read(scopeOf(current().project, destination.id)).catch(() => ({})); // to be entered again
    return { destination, secretsSet: Object.keys(kept) };
  };
  const courierOf = async (project: SendingProject, id: string) => {
    const destination = await findDestination(project.layout.destinations, id);
    return openCourier(destination, await secrets.read(scopeOf(project, id)), { now });
  };
  const tools = {
    policy: retryDefaults,
    now,
    random: () => Math.random(),
    wait: (milliseconds: number, signal: AbortSignal) =>
      delay(milliseconds, undefined, { signal }).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      }),
    emit,
  };

  const enter: SendHandlers['enter'] = async (project) => {
    await open?.sends.close();
    const sends = createSends({
      sends: project.layout.sends,
      openCourier: (id) => courierOf(project, id),
      tools,
    });
    await sends.recover();
    open = { project, sends };
  };

  return {
    enter,
    async leave() {
      await open?.sends.close();
      open = undefined;
    },
    async whileLeft(work) {
      const { project, sends } = current();
      await sends.close();
      return work().finally(() => enter(project));
    },
    handlers: {
      'destinations.list': async () => Promise.all((await readDestinations(file())).map(listed)),
      'destinations.save': async ({ destination, secrets: given = {} }) => {
        const scope = scopeOf(current().project, destination.id);
        await saveDestination(file(), destination);
        if (Object.keys(given).length > 0) {
          const before = await secrets.read(scope).catch(() => ({})); // what cannot be opened is entered anew
          const merged = { ...before, ...given };
          await secrets.write(scope, Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== '')));
        }
        return listed(destination);
      },
      'destinations.remove': async ({ id }) => {
        await secrets.write(scopeOf(current().project, id), {});
        await removeDestination(file(), id);
      },
      'destinations.test': async ({ id }) => testDestination(() => courierOf(current().project, id)),

      'sends.begin': async ({ draft }) => {
        const destination = await findDestination(file(), draft.destination);
        return { id: await current().sends.begin(draft, destination, now()) };
      },
      'sends.writeFile': ({ id, file: index, bytes }) => current().sends.writeFile(id, index, bytes),
      'sends.seal': ({ id }) => current().sends.seal(id),
      'sends.deliver': ({ id, repeatUnknown = false }) => current().sends.deliver(id, repeatUnknown),
      'sends.cancel': ({ id }) => current().sends.cancel(id),
      'sends.discard': ({ id }) => current().sends.discard(id),
      'sends.list': async () => [...(await current().sends.list())],

      'secrets.names': async () => Object.keys(await secrets.read(keys())).sort(),
      'secrets.write': async ({ name, value }) =>
        secrets.write(keys(), { ...(await secrets.read(keys())), [name]: value }),
      'secrets.remove': async ({ name }) => {
        const others = Object.entries(await secrets.read(keys())).filter(([other]) => other !== name);
        await secrets.write(keys(), Object.fromEntries(others));
      },
      'secrets.protection': () => Promise.resolve(protection),
      'secrets.reveal': async ({ name }) => {
        const value = (await secrets.read(keys()))[name];
        if (value !== undefined) return value;
        throw new StillhouseError('secret-missing', `There is no secret “${name}” in this project on this machine.`, {
          remedy: 'Add it under Secrets, then run again.',
        });
      },
    },
  };
}

async function testDestination(open: () => ReturnType<typeof openCourier>): Promise<DestinationTest> {
  try {
    const courier = await open();
    try {
      return { ok: true, words: await courier.probe() };
    } finally {
      await courier.close();
    }
  } catch (error) {
    const { code, message, remedy, technical } = toStillhouseError(error);
    const hostKey = code === 'destination-host-key' ? technical : undefined;
    return {
      ok: false,
      code,
      message,
      ...(remedy !== undefined && { remedy }),
      ...(hostKey !== undefined && { hostKey }),
    };
  }
}
