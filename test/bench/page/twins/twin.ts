import type { TableName } from './tables.ts';

/** A guide, its input, and what would be written by hand for its main figures. */
export interface Twin {
  readonly module: string;
  /** What both read. */
  readonly tables: readonly TableName[];
  readonly input: Readonly<Record<string, unknown>>;
  /** One query, whose rows begin with the name of the finding that they must agree with. */
  readonly statement: string;
  /** By finding, the columns that hold the figures of the query's further columns; rows may come in any order. */
  readonly same: Readonly<Record<string, readonly string[]>>;
  /** The guide also fits a model, which no query does: its whole is measured, not judged. */
  readonly fitsModel?: true;
}
