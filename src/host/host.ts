import type { HostCallName, HostParams, HostResult } from './protocol.ts';

/** The one door to the machine, as a window sees it. Parameters and answers are checked at both ends. */
export interface Host {
  call<Name extends HostCallName>(
    name: Name,
    ...params: HostParams<Name> extends undefined ? [] : [HostParams<Name>]
  ): Promise<HostResult<Name>>;
  /** Hears what the shell asks of the window, such as a menu command. Returns the way to stop listening. */
  onEvent(listener: (event: HostEvent) => void): () => void;
}

/** What the shell tells the window without being asked. */
export type HostEvent =
  | { readonly kind: 'command'; readonly id: string }
  /** The window is about to close: save, then answer with `ready-to-close`. */
  | { readonly kind: 'closing' };
