import type { Sql } from '../../../core/sql.ts';
import type { ScopeRelation } from './scope.ts';
import type { Typed } from './typed.ts';

/** FROM so far: its SQL and what it lets be named. */
export interface Source {
  readonly sql: Sql;
  readonly relations: readonly ScopeRelation[];
  /** Lower-cased columns that USING or NATURAL made one of two. */
  readonly merged?: readonly string[];
}

/** FROM and WHERE of a SELECT, with the rows its window of time needs. */
export interface TimedSource {
  readonly source: Source | undefined;
  readonly where: Sql | undefined;
  /** The window, in terms of that FROM. */
  readonly window?: Typed;
}
