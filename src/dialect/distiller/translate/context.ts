import { StillhouseError } from '../../../core/error.ts';
import type { Sql } from '../../../core/sql.ts';
import type { FunctionEntry } from '../functions/contract.ts';
import type { Expression } from '../syntax/expression.ts';
import type { Query, TableItem } from '../syntax/query.ts';
import type { Span } from '../syntax/span.ts';
import type { Scope } from './scope.ts';
import type { KnownColumn, Typed } from './typed.ts';

/** A table that a statement reads: what to read it by, and its columns where they are known. */
export interface KnownTable {
  /** Replaces the name: a query in brackets for a snapshot, a sample or system columns. */
  readonly sql?: Sql;
  /** Its name in our database, where it is another one. */
  readonly path?: readonly string[];
  readonly columns?: readonly KnownColumn[];
}

/** Something the user should know though the statement runs. */
export interface Notice {
  readonly span: Span;
  readonly message: string;
}

/** All that a translation needs to know from outside, gathered beforehand: translating itself asks nobody. */
export interface Surroundings {
  /** The user's text, into which all spans point. */
  readonly source: string;
  table(item: TableItem): KnownTable | undefined;
  /** A variable of the block, as a value. */
  variable(name: string): Typed | undefined;
  /** A parameter of a template or prepared statement, as a value. */
  parameter(name: string): Typed | undefined;
  function(name: string): FunctionEntry | undefined;
  /** For suggestions. */
  readonly functionNames: readonly string[];
}

/** A query in DuckDB's SQL, with its columns where they are known. */
export interface TranslatedQuery {
  readonly sql: Sql;
  readonly columns: readonly KnownColumn[] | undefined;
}

/** The translators of the two things that contain each other. */
export interface Translators {
  readonly expression: (expression: Expression, scope: Scope, context: Context) => Typed;
  readonly query: (query: Query, outer: Scope | undefined, context: Context) => TranslatedQuery;
}

/** One translation under way. */
export interface Context extends Surroundings {
  readonly notices: Notice[];
  /** A name that nothing in the statement uses yet. */
  freshName(stem: string): string;
  expression(expression: Expression, scope: Scope): Typed;
  query(query: Query, outer?: Scope): TranslatedQuery;
}

/** Begins a translation. */
export function createContext(surroundings: Surroundings, translators: Translators): Context {
  const used = surroundings.source.toLowerCase();
  let count = 0;
  const context: Context = {
    ...surroundings,
    notices: [],
    expression: (expression, scope) => translators.expression(expression, scope, context),
    query: (query, outer) => translators.query(query, outer, context),
    freshName(stem) {
      let name: string;
      do name = `_${stem}${++count}`;
      while (used.includes(name));
      return name;
    },
  };
  return context;
}

/** An error at a place of the user's text. */
export function faultAt(
  { source }: Pick<Surroundings, 'source'>,
  span: Span,
  message: string,
  remedy?: string,
  code: 'sql-syntax' | 'sql-name' | 'sql-value' | 'capability' = 'sql-value',
): StillhouseError {
  return new StillhouseError(code, message, {
    statement: source,
    range: { start: span.start, end: span.end },
    ...(remedy !== undefined && { remedy }),
  });
}
