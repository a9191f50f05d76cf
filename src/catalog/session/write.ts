import { StillhouseError } from '../../core/error.ts';
import { CaptureMismatch } from '../capture/mismatch.ts';
import { readVolatileNames, type VolatileNames } from '../capture/volatile.ts';
import type { Captured, Transaction, Writing } from '../capture/writing.ts';
import type { Started } from './handle.ts';
import type { Outcome, StatementOptions } from './outcome.ts';
import type { SessionParts } from './parts.ts';
import { record } from './record.ts';
import type { ReadStatement } from './statement.ts';
import { captureStatement } from './targets.ts';

/** Gives the function that carries out a write to the project: captured, recorded, and committed if no transaction is open. */
export function createWriter(parts: SessionParts) {
  const { core, session, transactions } = parts;
  let volatile: { readonly version: number; readonly names: Promise<VolatileNames> } | undefined;

  const volatileNames = async (): Promise<VolatileNames> => {
    if (volatile?.version !== core.objectsVersion) {
      volatile = { version: core.objectsVersion, names: readVolatileNames(await session()) };
    }
    return volatile.names;
  };

  const capture = async (
    transaction: Transaction,
    statement: ReadStatement,
    options: StatementOptions,
    thorough: boolean,
  ): Promise<Started> => {
    const { store, numbers, clock, ids } = core;
    const { signal } = options;
    const writing: Writing = { store, numbers, transaction, session: transaction.session, signal, prepared: false };
    const moment = numbers.moment(clock.now());
    try {
      const captured = await captureStatement(parts, writing, statement, options, { thorough, volatileNames });
      const { result, rowsAffected, effects } = captured;
      if (effects.length === 0) return { kind: 'done', result, outcome: { kind: 'write', rowsAffected } };
      const batch = ids.nextId();
      await record(writing, effects, { batch, source: options.source ?? statement.text, moment });
      return { kind: 'done', result, outcome: outcomeOf(captured, batch) };
    } catch (error) {
      if (writing.prepared) transactions.spoil();
      throw error;
    }
  };

  return async (statement: ReadStatement, options: StatementOptions): Promise<Started> => {
    const attempt = (thorough: boolean) =>
      transactions.write((transaction) => capture(transaction, statement, options, thorough), options.signal);
    try {
      return await attempt(false);
    } catch (error) {
      if (!(error instanceof CaptureMismatch)) throw error;
      if (!transactions.isOpen) return attempt(true);
      throw new StillhouseError('transaction', 'This statement gives something else each time it is evaluated.', {
        remedy: 'ROLLBACK, and run it outside a transaction.',
        statement: statement.text,
        cause: error,
      });
    }
  };
}

function outcomeOf({ rowsAffected, effects }: Captured, batch: string): Outcome {
  const last = effects.at(-1)?.change;
  if (last === undefined) return { kind: 'write', rowsAffected };
  const { id, schema, name } = last.dataset;
  return { kind: 'write', rowsAffected, snapshot: last.snapshot, batch, dataset: { id, schema, name } };
}
