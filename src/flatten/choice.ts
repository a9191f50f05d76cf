import type { RelationName } from '../core/sql.ts';
import type { NestedPath } from './paths.ts';

/** One column of the flat result. */
export interface FlattenOutput {
  readonly path: NestedPath;
  /**
   * How a list or a map is given: as it is, by the number of its items, or as text, the items of a list of single values
   * joined by commas. Other values are given as they are.
   */
  readonly form?: 'value' | 'count' | 'text';
  /** Made of the path where absent. */
  readonly name?: string;
}

/** The list or map that is turned into rows, one for each item. Those around it are unfolded with it. */
export interface Explosion {
  readonly list: NestedPath;
  /** Whether a row whose list is empty or NULL gives one row with NULL items, or none. */
  readonly keepEmpty: boolean;
  /** Whether a column tells the place of an item in its list, from 1. */
  readonly position: boolean;
}

/** What is to be made of a dataset. */
export interface FlattenChoice {
  readonly source: RelationName;
  /** The names of all columns of the dataset. */
  readonly columns: readonly string[];
  readonly outputs: readonly FlattenOutput[];
  readonly explode?: Explosion;
  /** The table to create; a query alone where absent. */
  readonly into?: RelationName;
}
