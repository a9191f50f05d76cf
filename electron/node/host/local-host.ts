import { StillhouseError } from '../../../src/core/error.ts';
import type { Host } from '../../../src/host/host.ts';
import type { HostHandlers } from './handlers.ts';

/** Calls handlers in this very process, where nothing has to be checked on the way. */
export function localHost(handlers: Partial<HostHandlers>): Pick<Host, 'call'> {
  return {
    async call(name, ...params) {
      const handler = handlers[name] as ((given: unknown) => Promise<unknown>) | undefined; // of this very call
      if (handler === undefined) throw new StillhouseError('host-refused', `There is no host call "${name}" here.`);
      return (await handler(params[0])) as never; // what the handler of this call answers
    },
  };
}
