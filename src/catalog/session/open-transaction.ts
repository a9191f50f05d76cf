import { StillhouseError } from '../../core/error.ts';
import { joinSql, literal, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import type { Transaction } from '../capture/writing.ts';
import type { Core } from '../core.ts';
import { type CatalogState, withDataset } from '../model.ts';
import { execute, timestampLiteral } from '../store/execute.ts';
import { metadata } from '../store/names.ts';

/** A transaction that the user began. */
export interface OpenTransaction extends Transaction {
  /** Ends its turn to write; may be called more than once. */
  readonly release: () => void;
  /** The engine's run it belongs to. */
  readonly run: number;
  readonly readOnly: boolean;
  spoilt: boolean;
}

/** Fails when nothing but ROLLBACK is left to do. */
export function checkUsable(transaction: OpenTransaction, engineRun: number): void {
  if (transaction.run !== engineRun) {
    throw new StillhouseError('transaction', 'The engine was restarted, and the open transaction was rolled back.', {
      remedy: 'Begin it again.',
    });
  }
  if (transaction.spoilt) {
    throw new StillhouseError('transaction', 'A statement of this transaction failed half-way.', {
      remedy: 'ROLLBACK, then try again.',
    });
  }
}

/**
 * Commits, dating all snapshots of the transaction to the moment this gives. Asks first whether the transaction is
 * still whole, since the engine takes COMMIT of an aborted one for ROLLBACK and says nothing.
 */
export async function commitOpen(core: Core, transaction: OpenTransaction, statement: string): Promise<Date> {
  const { session, snapshots } = transaction;
  const moment = core.numbers.moment(core.clock.now());
  const date = sql`UPDATE ${metadata(core.store, 'snapshot')}
SET committed_at = ${timestampLiteral(moment)}
WHERE snapshot_id IN (${joinSql(snapshots.map(literal), ', ')})`;
  try {
    await execute(session, snapshots.length === 0 ? sql`SELECT 1` : date);
  } catch (error) {
    throw new StillhouseError('transaction', 'Nothing was committed, because a statement of this transaction failed.', {
      remedy: 'The transaction was rolled back. Run its statements again.',
      cause: error,
    });
  }
  await session.exec(statement);
  return moment;
}

/** The transaction's catalog with its writes dated to COMMIT. */
export function datedTo(moment: Date, { state, snapshots }: Transaction): CatalogState {
  return [...state.datasets.values()]
    .filter((dataset) => snapshots.includes(dataset.snapshot))
    .reduce((all, dataset) => withDataset(all, { ...dataset, writtenAt: moment }), state);
}

/** Rolls back as far as the engine still can: after a failed COMMIT or a restart there is nothing left to roll back. */
export async function rollBack(session: Session, reason: unknown): Promise<void> {
  if (reason instanceof StillhouseError && reason.code === 'engine-restarted') return;
  await session.exec('ROLLBACK').catch(() => undefined);
}
