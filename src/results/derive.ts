import { cancelledError, type CancelSignal } from '../core/cancel.ts';
import { openResult, type ResultLimits, type ResultSet } from './result-set.ts';
import type { ViewSpec } from './filter.ts';
import { viewSql } from './filter-sql.ts';

export interface DeriveOptions extends Partial<ResultLimits> {
  readonly signal?: CancelSignal;
  /** Hears how far the sorting and filtering is, 0…1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * A new result over all rows of another one, sorted and filtered by the engine; the other one stays as it is and must
 * stay open until the new one has all its rows. Resolves with the first rows, rejects when there is an error instead.
 */
export async function deriveResult(
  base: ResultSet,
  view: ViewSpec,
  { signal, onProgress, ...limits }: DeriveOptions = {},
): Promise<ResultSet> {
  const stored = await base.materialize(signal);
  const { session, giveBack } = await base.space.borrow();
  let isTaken = false;
  try {
    const query = session.query(viewSql(stored, view).text, {
      ...(signal !== undefined && { signal }),
      ...(onProgress !== undefined && { onProgress }),
    });
    const derived = await openResult(base.space, query, { ...limits, columns: base.columns });
    isTaken = true;
    void derived.settled.then(giveBack);
    await firstRows(derived);
    const { error, rowCount, phase } = derived.state();
    if (rowCount > 0 || phase === 'complete') return derived;
    await derived.close();
    throw error ?? cancelledError();
  } catch (error) {
    if (!isTaken) giveBack();
    throw error;
  }
}

function firstRows(result: ResultSet): Promise<void> {
  const isThere = () => result.state().rowCount > 0 || result.state().phase !== 'loading';
  if (isThere()) return Promise.resolve();
  return new Promise((resolve) => {
    const stopListening = result.subscribe(() => {
      if (!isThere()) return;
      stopListening();
      resolve();
    });
  });
}
