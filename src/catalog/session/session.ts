import { cancelledError, createCancelSource, throwIfCancelled } from '../../core/cancel.ts';
import { StillhouseError } from '../../core/error.ts';
import type { RelationName, Sql } from '../../core/sql.ts';
import type { Core } from '../core.ts';
import { findDataset } from '../model.ts';
import type { SnapshotRange } from '../travel/range.ts';
import { travel, type TravelOptions } from '../travel/travel.ts';
import { createDispatch } from './dispatch.ts';
import { createHandle } from './handle.ts';
import { createSessionNames } from './names.ts';
import type { StatementOptions, WorkspaceQuery } from './outcome.ts';
import { createSessionSlot, type SessionSlot } from './slot.ts';
import { createTransactions } from './transactions.ts';

/** One user's thread of work, with its own transaction, variables and temporary tables. */
export interface WorkspaceSession {
  /**
   * Runs one statement of any kind; statements run in the order given. Reads stream. A write waits for its turn, is
   * captured, committed and made durable, and only then gives its rows and its outcome.
   */
  run(statement: string, options?: StatementOptions): WorkspaceQuery;
  /**
   * A query, to be put in parentheses into a FROM clause, of a table's rows as of a snapshot or written between two, as
   * this session sees them. It may run at once or later: it fails when the table was rewritten meanwhile, and is then to
   * be asked for again.
   */
  travel(table: RelationName, range: SnapshotRange, options?: TravelOptions): Promise<Sql>;
  /** Whether a transaction of the user's is open; while it is, others' writes wait. */
  readonly inTransaction: boolean;
  /** Rolls back what is open and ends the session. */
  close(): Promise<void>;
}

export function createWorkspaceSession(core: Core, label: string, reader: SessionSlot): WorkspaceSession {
  let turn: Promise<unknown> = Promise.resolve();
  const slot = createSessionSlot(core, () => {
    names.forget();
  });
  const names = createSessionNames(core.store, slot.get);
  const transactions = createTransactions(core, label, slot.get);
  const dispatch = createDispatch({ core, session: slot.get, names, transactions });

  return {
    run(statement, options = {}) {
      const cancel = createCancelSource();
      const stopListening = options.signal?.onCancel(cancel.cancel);
      let free: () => void = () => undefined;
      const before = turn;
      turn = new Promise<void>((resolve) => {
        free = resolve;
      });
      const started = before.then(() => {
        throwIfCancelled(cancel.signal);
        return dispatch(statement, { ...options, signal: cancel.signal });
      });
      return createHandle(started, cancel, () => {
        stopListening?.();
        free();
      });
    },
    async travel(table, range, options = {}) {
      await core.ready;
      const place = await names.find(table, transactions.state);
      const dataset = place === undefined ? undefined : findDataset(transactions.state, place.schema, place.name);
      if (dataset === undefined) {
        throw new StillhouseError('input-invalid', `"${table.join('.')}" is no table with a history.`, {
          remedy: 'Views, temporary tables and tables of other databases have none.',
        });
      }
      const traveller = {
        session: await (transactions.isOpen ? slot : reader).get(),
        store: core.store,
        lastSnapshot: core.numbers.lastSnapshot,
        touched: transactions.touched,
      };
      return travel(traveller, dataset, range, options);
    },
    get inTransaction() {
      return transactions.isOpen;
    },
    async close() {
      const last = turn;
      turn = last.then(() => {
        throw cancelledError();
      });
      turn.catch(() => undefined);
      await last;
      await transactions.close();
      await slot.close();
    },
  };
}
