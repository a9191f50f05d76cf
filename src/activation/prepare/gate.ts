import type { Sql } from '../../core/sql.ts';
import type { SourceDataset } from '../../modules/source-dataset.ts';

/** What preparing may know of the world. */
export interface PrepareContext {
  /** The moment of the send: nothing else in a plan tells the time. */
  readonly now: Date;
  /** A dataset by its label, ready to stand in a FROM clause. Throws `input-invalid` where there is none. */
  dataset(label: string): SourceDataset;
  /** The id of the destination, as the project's history of sends knows it. */
  readonly destination: string;
  /** Whether anything was ever sent from this project: then its history exists. */
  readonly sentBefore: boolean;
}

/** One named query of the statement. */
export interface NamedQuery {
  readonly name: string;
  readonly query: Sql;
}

/** Something that keeps rows back, with the name and the words that these rows are counted under. */
export interface Gate {
  readonly reason: string;
  /** Ends the sentence “12 rows stay: ”. */
  readonly words: string;
  /** True for the rows it keeps back; `prepared` is the row, NULL lets it pass. */
  readonly holds: Sql;
}

/** Gates of one kind and what they read. */
export interface GateSet {
  readonly gates: readonly Gate[];
  readonly queries: readonly NamedQuery[];
  /** Columns of the source that the gates need beside the mapped ones, by name. */
  readonly columns?: readonly NamedQuery[];
  /** Joined to `prepared`; never changes the number of rows. */
  readonly join?: Sql;
}

/** What a row that leaves is counted under. */
export const sentOutcome = 'sent';

/** What a repeated row is counted under. */
export const duplicateOutcome = 'duplicate';
