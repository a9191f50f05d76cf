import type { Query, QueryOptions } from '../../engine/engine.ts';

/** Options of one statement. */
export interface StatementOptions extends QueryOptions {
  /** What the history shows as the source of a write; the statement itself where absent. */
  readonly source?: string;
}

/** What a statement did, known when it has ended. */
export interface Outcome {
  readonly kind: 'read' | 'write' | 'transaction' | 'other';
  /** Rows that a write added, changed or removed. */
  readonly rowsAffected?: number;
  /** The last snapshot it made; within a transaction visible to others from COMMIT on. */
  readonly snapshot?: number;
  readonly batch?: string;
  /** What it did, where the statement's kind does not tell. */
  readonly words?: string;
  /** What the user should know though it worked: parts of the statement that had no effect. */
  readonly notices?: readonly string[];
  /** The dataset written. */
  readonly dataset?: { readonly id: number; readonly schema: string; readonly name: string };
}

/** A statement under way: its rows, and what it did. */
export interface WorkspaceQuery extends Query {
  /** Rejects when the statement fails or is cancelled. */
  readonly outcome: Promise<Outcome>;
}
