import type { Sql } from '../../core/sql.ts';
import type { TimeGrain } from '../spec.ts';
import type { Step } from './layout.ts';

/** How the groups of one dimension are found, named, ordered and counted. */
export interface AxisSql {
  readonly steps: readonly Step[];
  /** What `FROM source` is joined with. */
  readonly join: Sql;
  /** Columns of `placed` that hold the group of each row, and how they are computed. */
  readonly placed: readonly PlacedColumn[];
  readonly order: readonly Sql[];
  /** Columns that are the same in every row: how the groups were made. */
  readonly facts: readonly Sql[];
  /** Which rows are drawn, where not all are. */
  readonly condition: Sql | null;
}

/** A column of `placed`; keys are what the result is grouped by. */
export interface PlacedColumn {
  readonly name: string;
  readonly expression: Sql;
  readonly key: boolean;
}

/** How many groups an axis may have, and how they are made. */
export interface AxisLimits {
  /** Most categories, or most spans of time. */
  readonly most: number;
  /** The finest span of time wanted. */
  readonly finest: TimeGrain;
  /** Whether spans finer than the values themselves are passed over. */
  readonly natural: boolean;
  /** Bins wanted along a number line; `null` decides by row count. */
  readonly bins: number | null;
  /** Up to so many different numbers, each is a group of its own. */
  readonly exactNumbers: number;
  /** Up to so many rows, numbers and times stay as they are. */
  readonly exactRows: number;
  /** How many series share the rows that the chart may have. */
  readonly parts: Sql;
  /** Whether categories beyond the limit are left out instead of put together. */
  readonly drop: boolean;
  /** What categories are ranked by. */
  readonly rankBy: Sql;
}
