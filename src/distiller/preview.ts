import type { Sql } from '../core/sql.ts';

/**
 * What a statement that is only shown has done so far, as those behind it in a block must find it. Its variables are
 * variables of the engine, and the tables it would have made are queries.
 */
export interface Preview {
  /** Lower-cased names. */
  readonly variables: Set<string>;
  /** By lower-cased name, in the order they would be made. */
  readonly relations: Map<string, Sql>;
  inTransaction: boolean;
}

export function createPreview(): Preview {
  return { variables: new Set(), relations: new Map(), inTransaction: false };
}
