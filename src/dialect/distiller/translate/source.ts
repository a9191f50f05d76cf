import type { Sql } from '../../../core/sql.ts';
import type { ScopeRelation } from './scope.ts';

/** FROM so far: its SQL and what it lets be named. */
export interface Source {
  readonly sql: Sql;
  readonly relations: readonly ScopeRelation[];
  /** Lower-cased columns that USING or NATURAL made one of two. */
  readonly merged?: readonly string[];
}
