import { cancelledError, type CancelSource } from '../../core/cancel.ts';
import type { Batch } from '../../engine/batch.ts';
import type { Query } from '../../engine/engine.ts';
import type { StatementResult } from '../capture/writing.ts';
import type { Outcome, WorkspaceQuery } from './outcome.ts';

/** A statement that has begun: a live read, or a finished write with all it gave back. */
export type Started =
  | { readonly kind: 'reading'; readonly query: Query; readonly outcome: Outcome }
  | { readonly kind: 'done'; readonly result: StatementResult; readonly outcome: Outcome };

/** Gives the caller a handle on a statement whose turn comes later. `onEnd` is called once, when the session is free again. */
export function createHandle(started: Promise<Started>, cancel: CancelSource, onEnd: () => void): WorkspaceQuery {
  let position = 0;
  let closed = false;
  let settle: { resolve: (outcome: Outcome) => void; reject: (reason: Error) => void };
  const outcome = new Promise<Outcome>((resolve, reject) => {
    settle = { resolve, reject };
  });
  outcome.catch(() => undefined);

  const fail = (error: unknown): never => {
    const reason = error instanceof Error ? error : new Error(String(error));
    settle.reject(reason);
    onEnd();
    throw reason;
  };

  const columns = started.then(async (begun) => {
    if (begun.kind === 'reading') return begun.query.columns.catch(fail);
    settle.resolve(begun.outcome);
    onEnd();
    return begun.result.columns;
  }, fail);
  columns.catch(() => undefined);

  return {
    columns,
    outcome,
    async next(): Promise<Batch | undefined> {
      const begun = await started;
      await columns;
      if (closed) throw cancelledError();
      if (begun.kind === 'done') return begun.result.batches[position++];
      const batch = await begun.query.next().catch(fail);
      if (batch === undefined) {
        settle.resolve(begun.outcome);
        onEnd();
      }
      return batch;
    },
    async buffered() {
      const begun = await started;
      await columns;
      if (begun.kind === 'reading') return begun.query.buffered();
      const rest = begun.result.batches.slice(position);
      position = begun.result.batches.length;
      return rest;
    },
    async spool(table, onRows) {
      const begun = await started;
      await columns;
      if (begun.kind === 'done') return 0;
      const rows = await begun.query.spool(table, onRows).catch(fail);
      settle.resolve(begun.outcome);
      onEnd();
      return rows;
    },
    async close() {
      closed = true;
      cancel.cancel();
      const begun = await started.catch(() => undefined);
      if (begun?.kind === 'reading') {
        await begun.query.close();
        settle.resolve(begun.outcome);
      }
      await columns.catch(() => undefined);
      onEnd();
    },
  };
}
