import { rawSql } from '../core/sql.ts';
import type { Place } from './place.ts';
import { runToEnd } from './run-sql.ts';

/** Runs work that is done whole or not at all: in the user's transaction where one is open, else in one of its own. */
export async function inOneTransaction<Result>(place: Place, work: () => Promise<Result>): Promise<Result> {
  const isOpen = () => place.session.inTransaction;
  if (isOpen()) return work();
  await runToEnd(rawSql('BEGIN'), place);
  try {
    const result = await work();
    await runToEnd(rawSql('COMMIT'), place);
    return result;
  } catch (error) {
    if (isOpen()) await runToEnd(rawSql('ROLLBACK'), { ...place, options: {} });
    throw error;
  }
}
