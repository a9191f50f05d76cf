import { noteProgress } from '../activation/activation-store.ts';
import { isCancelled, toStillhouseError } from '../../src/core/error.ts';
import type { Host } from '../../src/host/host.ts';
import { openDemo } from '../demo/open-demo.ts';
import { parseSettings, settingsStore } from '../store/settings.ts';
import { registerAppCommands } from './app-commands.ts';
import { listenToShortcuts } from './command-registry.ts';
import type { Services } from './services.ts';

/** How long settings rest before they are written, in milliseconds. */
const restMs = 300;

/** Reads the settings, and writes them whenever they have changed. */
export async function keepSettings(host: Host): Promise<void> {
  settingsStore.setState(parseSettings(await host.call('settings.read')));
  let timer: ReturnType<typeof setTimeout> | undefined;
  settingsStore.subscribe((settings) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      host.call('settings.write', { text: JSON.stringify(settings, null, 2) }).catch(() => undefined); // with the next change again
    }, restMs);
  });
}

/** Connects keys, menu and closing to the services, for as long as the window lives. */
export function connectShell(services: Services): void {
  const { host, commands, project } = services;
  registerAppCommands(services);
  listenToShortcuts(commands);
  host.onEvent((event) => {
    switch (event.kind) {
      case 'command':
        commands.run(event.id);
        return;
      case 'closing':
        void project.close().finally(() => window.stillhouseShell?.readyToClose());
        return;
      case 'send-progress':
        noteProgress(event);
        return;
    }
  });
}

/** Opens the project used last, or the demo project on the very first start. */
export async function openFirstProject(services: Services): Promise<void> {
  const { host, project, messages } = services;
  try {
    const [last] = await host.call('projects.recent');
    if (last === undefined) await openDemo(services);
    else await project.switchTo(() => host.call('projects.open', { folder: last.folder, force: false }));
  } catch (error) {
    if (!isCancelled(error)) messages.fail(toStillhouseError(error));
  }
}
