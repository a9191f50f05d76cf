import { createContext, use } from 'react';
import type { StillhouseError } from '../../src/core/error.ts';
import type { Host } from '../../src/host/host.ts';
import type { ProjectController } from '../project/project-controller.ts';
import type { Scheduler } from '../activation/scheduler.ts';
import type { SendRunner } from '../activation/send-runner.ts';
import type { AudienceRunner } from '../audiences/audience-runner.ts';
import type { ModuleRunner } from '../modules/module-runner.ts';
import type { TabRunners } from '../query/tab-runners.ts';
import type { PerTab } from '../store/per-tab.ts';
import type { DockTabs } from './dock/tab-opener.ts';
import type { CommandRegistry } from './command-registry.ts';

/** Short words to the user that fade by themselves; errors stay until dismissed. */
export interface Messenger {
  say(message: string): void;
  warn(message: string): void;
  fail(error: StillhouseError): void;
}

/** What every part of the window may use. */
export interface Services {
  readonly host: Host;
  readonly commands: CommandRegistry;
  readonly project: ProjectController;
  readonly tabs: DockTabs;
  readonly runners: TabRunners;
  readonly moduleRunners: PerTab<ModuleRunner>;
  readonly sendRunners: PerTab<SendRunner>;
  readonly scheduler: Scheduler;
  readonly audienceRunners: PerTab<AudienceRunner>;
  readonly messages: Messenger;
}

export const ServicesContext = createContext<Services | undefined>(undefined);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === undefined) throw new Error('Rendered outside of the app.');
  return services;
}
