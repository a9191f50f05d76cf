import { cancelledError, type CancelSignal } from '../../core/cancel.ts';

/** Who may write now: one at a time over all sessions; the others wait in the order they came. */
export interface WriteQueue {
  /** Waits for the turn to write and gives the way to end it. Rejects with code `cancelled` when cancelled while waiting. */
  acquire(holder: string, signal: CancelSignal | undefined): Promise<() => void>;
  /** The label of who writes now. */
  readonly holder: string | undefined;
  readonly waiting: number;
}

interface Waiter {
  readonly holder: string;
  readonly begin: () => void;
}

export function createWriteQueue(onChange: () => void): WriteQueue {
  const waiters: Waiter[] = [];
  let current: Waiter | undefined;

  const advance = () => {
    current = waiters.shift();
    current?.begin();
    onChange();
  };

  return {
    acquire(holder, signal) {
      return new Promise((resolve, reject) => {
        let stopListening: () => void = () => undefined;
        const waiter: Waiter = {
          holder,
          begin: () => {
            stopListening();
            resolve(() => {
              if (current === waiter) advance();
            });
          },
        };
        if (signal?.cancelled === true) {
          reject(cancelledError());
          return;
        }
        waiters.push(waiter);
        if (current === undefined) {
          advance();
          return;
        }
        onChange();
        stopListening =
          signal?.onCancel(() => {
            const at = waiters.indexOf(waiter);
            if (at < 0) return;
            waiters.splice(at, 1);
            reject(cancelledError());
            onChange();
          }) ?? stopListening;
      });
    },
    get holder() {
      return current?.holder;
    },
    get waiting() {
      return waiters.length;
    },
  };
}
