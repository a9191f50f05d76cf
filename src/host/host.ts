import { z } from 'zod';
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

/** How far the delivery of one file is. */
const sendProgressSchema = z.object({
  kind: z.literal('send-progress'),
  /** The send's id. */
  id: z.string(),
  file: z.string(),
  sentBytes: z.int().min(0),
  totalBytes: z.int().min(0),
  /** 1 for the first try; grows when a failure made it try again. */
  attempt: z.int().min(1),
  /** Why it waits, in words. */
  note: z.string().optional(),
});

/** What the shell tells the window without being asked. */
export const hostEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), id: z.string() }),
  /** The window is about to close: save, then answer with `ready-to-close`. */
  z.object({ kind: z.literal('closing') }),
  sendProgressSchema,
]);

export type HostEvent = z.output<typeof hostEventSchema>;
export type SendProgress = z.output<typeof sendProgressSchema>;
