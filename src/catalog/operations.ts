import type { CancelSignal } from '../core/cancel.ts';
import type { Effect, Writing } from './capture/writing.ts';
import type { Core } from './core.ts';
import { record } from './session/record.ts';
import type { SessionSlot } from './session/slot.ts';
import { createTransactions } from './session/transactions.ts';

/** Work of Stillhouse's own on the stored tables, done like a user's write: alone, whole or not at all, and recorded. */
export interface OwnWork {
  /** Who is shown as writing meanwhile. */
  readonly label: string;
  /** What the history shows as the source. */
  readonly source: string;
  readonly signal?: CancelSignal;
}

/** Runs the work and gives the snapshots it made; all of them share one batch. `keep` records what has been done so far. */
export async function operate(
  core: Core,
  slot: SessionSlot,
  operation: OwnWork,
  work: (writing: Writing, keep: (effects: readonly Effect[]) => Promise<void>) => Promise<void>,
): Promise<readonly number[]> {
  const { label, source, signal } = operation;
  const transactions = createTransactions(core, label, slot.get);
  return transactions
    .write(async (transaction) => {
      const writing: Writing = {
        store: core.store,
        numbers: core.numbers,
        transaction,
        session: transaction.session,
        signal,
        prepared: false,
      };
      let batch: string | undefined;
      const moment = core.numbers.moment(core.clock.now());
      await work(writing, async (effects) => {
        if (effects.length === 0) return;
        batch ??= core.ids.nextId();
        await record(writing, effects, { batch, source, moment });
      });
      return transaction.snapshots;
    }, signal)
    .finally(transactions.close);
}
