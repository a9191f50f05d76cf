import { StillhouseError, toStillhouseError } from '../../src/core/error.ts';
import type { Host } from '../../src/host/host.ts';
import { createProjectController } from '../project/project-controller.ts';
import { resumeErasure } from '../privacy/resume.ts';
import { currentCatalog, loadFunctions } from '../query/catalog-shape.ts';
import { clearActivation, openActivation } from '../activation/activation-store.ts';
import { createScheduler } from '../activation/scheduler.ts';
import { createSendRunner } from '../activation/send-runner.ts';
import { audiencesStore, followAudiences } from '../audiences/audiences-store.ts';
import { createAudienceRunner } from '../audiences/audience-runner.ts';
import { createModuleRunner } from '../modules/module-runner.ts';
import { createTabRunners } from '../query/tab-runners.ts';
import { createPerTab } from '../store/per-tab.ts';
import { loadSavedQueries, savedQueriesStore } from '../store/saved-queries.ts';
import { createCommandRegistry } from './command-registry.ts';
import { createTabOpener } from './dock/tab-opener.ts';
import { inspectorStore } from './inspector/inspector-store.ts';
import { messenger } from './messenger.ts';
import type { Services } from './services.ts';

/** Puts together what the window runs on. */
export function createServices(host: Host): Services {
  let stopAudiences: () => void = () => undefined;
  const project = createProjectController({
    host,
    onMessage: messenger.warn,
    onEngineRestart: (reason) => {
      messenger.fail(
        new StillhouseError('engine-restarted', `The engine was restarted: ${reason}`, {
          remedy: 'Your tables are safe. Run a query again if its rows are needed.',
        }),
      );
    },
    onLeaving: async () => {
      inspectorStore.setState({ inspected: undefined });
      await Promise.all([
        runners.closeAll(),
        moduleRunners.closeAll(),
        sendRunners.closeAll(),
        audienceRunners.closeAll(),
        scheduler.leave(),
      ]);
      stopAudiences();
      audiencesStore.setState({ audiences: [] });
      savedQueriesStore.setState({ queries: [] });
      clearActivation();
    },
    onLive: (live) => {
      stopAudiences = followAudiences(live);
      openActivation(host, live)
        .then(() => {
          if (project.live === live) scheduler.enter(live);
        })
        .catch((error: unknown) => {
          messenger.fail(toStillhouseError(error));
        });
      resumeErasure({ host, project }).catch((error: unknown) => {
        messenger.fail(toStillhouseError(error));
      });
      loadSavedQueries(host).catch(() => undefined); // the panel of saved queries and every run ask again
      loadFunctions(live.engine).then(currentCatalog, () => undefined); // suggestions go without functions
    },
  });
  const scheduler = createScheduler(host, messenger);
  const runners = createTabRunners(host, project.whenLive);
  const audienceRunners = createPerTab(() => createAudienceRunner(project.whenLive));
  const moduleRunners = createPerTab(() => createModuleRunner(host, project.whenLive));
  const sendRunners = createPerTab(() => createSendRunner(host, project.whenLive));
  return {
    host,
    project,
    runners,
    moduleRunners,
    sendRunners,
    scheduler,
    audienceRunners,
    commands: createCommandRegistry(),
    tabs: createTabOpener(),
    messages: messenger,
  };
}
