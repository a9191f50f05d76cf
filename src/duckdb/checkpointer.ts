import { StillhouseError } from '../core/error.ts';
import { explainEngineError } from '../engine/error-words.ts';
import type { Bindings } from './bindings.ts';

/** Brings the log into the database file, but never while that would wait for a statement under way. */
export interface Checkpointer {
  /** Waits up to so many milliseconds for open statements to end. Rejects with `engine-busy` when some are left. */
  run(patience: number): Promise<void>;
  /** To be called whenever a statement has ended: a checkpoint that had to be put off is made up for. */
  statementEnded(): void;
}

/**
 * A checkpoint waits for every scan of a changed table, and a result that is not read to its end is such a scan. The
 * engine has one thread: it would wait for ever. `openStatements` counts those that may hold one.
 */
export function createCheckpointer(bindings: () => Bindings, openStatements: () => number): Checkpointer {
  const waiters = new Set<() => void>();
  let isOwed = false;

  const untilIdle = (patience: number): Promise<void> =>
    new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        waiters.delete(finish);
        resolve();
      };
      const timer = setTimeout(finish, patience);
      waiters.add(finish);
    });

  return {
    async run(patience) {
      if (openStatements() > 0 && patience > 0) await untilIdle(patience);
      isOwed = openStatements() > 0;
      if (isOwed) throw busy('results are read');
      checkpoint(bindings());
    },
    statementEnded() {
      if (openStatements() > 0) return;
      for (const finish of [...waiters]) finish();
      if (!isOwed) return;
      isOwed = false;
      try {
        checkpoint(bindings());
      } catch {
        return; // while somebody writes: the end of that brings the next checkpoint
      }
    },
  };
}

function checkpoint(bindings: Bindings): void {
  const connection = bindings.connect();
  try {
    connection.query('CHECKPOINT');
  } catch (error) {
    const explained = explainEngineError(error, 'CHECKPOINT');
    throw explained.technical?.includes('other write transactions active') === true
      ? busy('something is being written', explained)
      : explained;
  } finally {
    connection.close();
  }
}

function busy(reason: string, cause?: StillhouseError): StillhouseError {
  return new StillhouseError('engine-busy', `The database file cannot be brought up to date while ${reason}.`, {
    remedy: 'What was saved is safe. Try again when that has ended.',
    ...(cause !== undefined && { cause }),
  });
}
