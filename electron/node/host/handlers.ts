import type { HostCallName, HostParams, HostResult } from '../../../src/host/protocol.ts';

/** One function for each call of the protocol. */
export type HostHandlers = {
  [Name in HostCallName]: (
    params: HostParams<Name>,
  ) => Promise<HostResult<Name> extends undefined ? unknown : HostResult<Name>>;
};
