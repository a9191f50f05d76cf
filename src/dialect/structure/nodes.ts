import type { Lexeme } from '../lexeme.ts';

/** What a stretch of a statement holds; it decides what may be written there. */
export type ClauseKind =
  | 'select'
  | 'from'
  | 'on'
  | 'using'
  | 'where'
  | 'group'
  | 'having'
  | 'window'
  | 'qualify'
  | 'order'
  | 'limit'
  | 'sample'
  | 'values'
  /** The table that INSERT, UPDATE, DELETE, MERGE or ALTER TABLE works on. */
  | 'target'
  | 'set'
  | 'conflict'
  | 'when'
  | 'returning'
  | 'pivot-on'
  | 'pivot-using'
  | 'unpivot-into'
  /** The defining part of CREATE: name, columns, parameters. */
  | 'define'
  /** The expression of a macro. */
  | 'body'
  /** Any statement that needs no structure. */
  | 'plain';

/** Positions in these nodes are indices of lexemes, `end` exclusive. */
export interface Clause {
  readonly kind: ClauseKind;
  /** Index of the clause's first keyword; equal to `start` where it has none. */
  readonly keyword: number;
  readonly start: number;
  readonly end: number;
}

export type BlockKind =
  | 'select'
  | 'values'
  | 'nested'
  | 'pivot'
  | 'insert'
  | 'update'
  | 'delete'
  | 'merge'
  | 'create-table'
  | 'create-view'
  | 'create-macro'
  | 'alter'
  | 'describe'
  | 'plain';

/** One SELECT, VALUES, INSERT …: a sequence of clauses that share a scope. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  readonly clauses: readonly Clause[];
  /** Queries inside: subqueries in parentheses, and the query of INSERT … SELECT or CREATE … AS. */
  readonly queries: readonly Query[];
  readonly query: Query;
}

/** A query with its common tables: one block, or several joined by UNION, INTERSECT, EXCEPT. */
export interface Query {
  readonly start: number;
  readonly end: number;
  readonly ctes: readonly Cte[];
  readonly blocks: readonly Block[];
  /** The block whose columns this query may refer to; `undefined` for a statement of its own. */
  readonly parent: Block | undefined;
  /** The query whose common tables this one may use. */
  readonly outer: Query | undefined;
  /** Whether a UNION takes columns by name. */
  readonly byName: boolean;
}

export interface Cte {
  readonly name: string;
  readonly nameAt: number;
  readonly columns: readonly string[];
  readonly query: Query | undefined;
}

/** A pair of brackets; `close` is the index of the closing one, or where the bracket ends for want of one. */
export interface Group {
  readonly open: number;
  readonly close: number;
}

/** One statement, read tolerantly: every text has a structure. */
export interface Structure {
  readonly lexemes: readonly Lexeme[];
  /** More than one where a semicolon is missing between statements. */
  readonly roots: readonly Query[];
  /** By index of the opening bracket. */
  readonly groups: ReadonlyMap<number, Group>;
  readonly queryByBracket: ReadonlyMap<number, Query>;
}
