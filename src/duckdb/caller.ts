import { errorFromData, type ErrorData, StillhouseError } from '../core/error.ts';
import type { CallMessage, CallName, EngineCalls, EnginePort, ReplyMessage } from './protocol.ts';

/** Sends calls over a port and pairs the answers with them. */
export interface Caller {
  call<Name extends CallName>(
    name: Name,
    args: EngineCalls[Name]['args'],
    transfer?: readonly ArrayBuffer[],
  ): Promise<EngineCalls[Name]['result']>;
  /** Rejects everything under way; later calls reject too. */
  abandon(reason: StillhouseError): void;
  /** Hears the progress of one query; `undefined` stops it. */
  follow(query: number, listener: ((fraction: number) => void) | undefined): void;
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: StillhouseError) => void;
}

export function createCaller(port: EnginePort): Caller {
  const waiting = new Map<number, Waiting>();
  const followers = new Map<number, (fraction: number) => void>();
  let nextId = 1;
  let abandoned: StillhouseError | undefined;

  port.listen((data) => {
    const message = data as ReplyMessage; // our own server's messages
    if (message.kind === 'progress') {
      followers.get(message.query)?.(message.fraction);
      return;
    }
    const entry = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'result')
      entry?.resolve(message.value as never); // paired with the call by its id
    else entry?.reject(errorFromData(message.error satisfies ErrorData));
  });

  return {
    call(name, args, transfer = []) {
      return new Promise((resolve, reject) => {
        if (abandoned !== undefined) {
          reject(abandoned);
          return;
        }
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        port.post({ id, name, args } as CallMessage, transfer); // name and args agree by the signature
      });
    },
    abandon(reason) {
      abandoned = reason;
      for (const entry of waiting.values()) entry.reject(reason);
      waiting.clear();
    },
    follow(query, listener) {
      if (listener === undefined) followers.delete(query);
      else followers.set(query, listener);
    },
  };
}
