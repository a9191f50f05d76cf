import type { CancelSignal } from '../../core/cancel.ts';
import { StillhouseError } from '../../core/error.ts';
import { sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import type { Transaction } from '../capture/writing.ts';
import type { Core } from '../core.ts';
import type { CatalogState } from '../model.ts';
import { execute } from '../store/execute.ts';
import { checkpoint } from './checkpoint.ts';
import { checkUsable, commitOpen, datedTo, type OpenTransaction, rollBack } from './open-transaction.ts';

/** The transactions of one session: the user's own, and the short ones around single writes. */
export interface SessionTransactions {
  /** The catalog as this session sees it now. */
  readonly state: CatalogState;
  /** Generations written in the user's transaction so far. */
  readonly touched: ReadonlySet<number>;
  /** Whether the user has a transaction open. */
  readonly isOpen: boolean;
  readonly begin: (statement: string, readOnly: boolean, signal: CancelSignal | undefined) => Promise<void>;
  /** Gives the snapshots that became visible. Fails, rolled back, when an earlier statement failed. */
  readonly commit: (statement: string) => Promise<readonly number[]>;
  readonly rollback: (statement: string) => Promise<void>;
  /** Runs a write in the user's transaction, or in one of its own that is then committed and made durable. */
  readonly write: <Result>(
    work: (transaction: Transaction) => Promise<Result>,
    signal: CancelSignal | undefined,
  ) => Promise<Result>;
  /** Makes every further statement of the user's transaction fail until ROLLBACK. */
  readonly spoil: () => void;
  /** Fails when the user's transaction is spoilt or was lost in a restart of the engine. */
  readonly check: () => void;
  /** Rolls back what is open. */
  readonly close: () => Promise<void>;
}

export function createTransactions(core: Core, label: string, session: () => Promise<Session>): SessionTransactions {
  let open: OpenTransaction | undefined;

  const letGo = () => open?.release();
  core.onEngineLost.add(letGo);

  /** Takes the user's transaction away; it may have been lost meanwhile. */
  const take = () => {
    const taken = open;
    open = undefined;
    return taken;
  };

  const publish = async (state: CatalogState) => {
    core.state = state;
    await core.changed();
    await checkpoint(core.engine);
    await core.onWritten?.();
  };

  const writeAlone: SessionTransactions['write'] = async (work, signal) => {
    const release = await core.queue.acquire(label, signal);
    try {
      await core.ready;
      const own = await session();
      const transaction: Transaction = { session: own, state: core.state, touched: new Set(), snapshots: [] };
      await execute(own, sql`BEGIN TRANSACTION`);
      try {
        const result = await work(transaction);
        await execute(own, sql`COMMIT`);
        await publish(transaction.state);
        return result;
      } catch (error) {
        await rollBack(own, error);
        throw error;
      }
    } finally {
      release();
    }
  };

  return {
    get state() {
      return open?.state ?? core.state;
    },
    get touched() {
      return open?.touched ?? new Set();
    },
    get isOpen() {
      return open !== undefined;
    },
    async begin(statement, readOnly, signal) {
      if (open !== undefined) {
        const remedy = 'COMMIT or ROLLBACK it first.';
        throw new StillhouseError('transaction', 'A transaction is open already.', { remedy });
      }
      const release = readOnly ? () => undefined : await core.queue.acquire(label, signal);
      try {
        await core.ready;
        const own = await session();
        await own.exec(statement);
        const { state, engineRun: run } = core;
        open = { session: own, state, touched: new Set(), snapshots: [], release, run, readOnly, spoilt: false };
      } catch (error) {
        release();
        throw error;
      }
    },
    async commit(statement) {
      const ending = take();
      if (ending === undefined) {
        await (await session()).exec(statement);
        return [];
      }
      try {
        checkUsable(ending, core.engineRun);
        const moment = await commitOpen(core, ending, statement);
        if (!ending.readOnly) await publish(datedTo(moment, ending));
        return ending.snapshots;
      } catch (error) {
        await rollBack(ending.session, error);
        throw error;
      } finally {
        ending.release();
      }
    },
    async rollback(statement) {
      const ending = take();
      try {
        await (await session()).exec(statement);
      } finally {
        ending?.release();
      }
    },
    async write(work, signal) {
      if (open === undefined) return writeAlone(work, signal);
      if (open.readOnly) throw new StillhouseError('transaction', 'This transaction was begun READ ONLY.');
      return work(open);
    },
    spoil() {
      if (open !== undefined) open.spoilt = true;
    },
    check() {
      if (open === undefined) return;
      const checked = open.run === core.engineRun ? open : take();
      if (checked !== undefined) checkUsable(checked, core.engineRun);
    },
    async close() {
      core.onEngineLost.delete(letGo);
      const ending = take();
      if (ending?.run === core.engineRun) await rollBack(ending.session, undefined);
      ending?.release();
    },
  };
}
