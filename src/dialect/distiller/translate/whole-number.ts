import type { Sql } from '../../../core/sql.ts';

/** What is known of an integer beyond its type, so that sums and products are guarded only where they can overflow. */
export interface WholeNumber {
  /** The greatest magnitude of the value and of all it is made of, where no value that is to be tested exceeds `limit`. */
  readonly bound: (limit: bigint) => bigint;
  /** The value in the engine's own arithmetic, which stops where it overflows. */
  readonly plain: Sql;
  /** The value in a wider type, where it cannot overflow. */
  readonly wide: (type: Sql) => Sql;
  /** The values whose magnitude decides; `undefined` where they cost too much to be read twice. */
  readonly tested: readonly Sql[] | undefined;
  /** Digits that were written out take the type of what they stand beside. */
  readonly isWritten: boolean;
}
