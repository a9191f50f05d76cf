import type { Sql } from '../../../core/sql.ts';
import type { Expression } from '../syntax/expression.ts';
import type { WindowSpecification } from '../syntax/query.ts';
import type { DataType, KnownColumn, Typed } from './typed.ts';

/** A column as a scope offers it. */
export interface ScopeColumn extends KnownColumn {
  /** Where it is not read by its relation's alias and its own name. */
  readonly sql?: Sql;
}

/** One table, subquery or generator of a FROM clause. */
export interface ScopeRelation {
  /** By what columns are qualified; a relation without one offers unqualified columns only. */
  readonly alias: string | undefined;
  /** The parts of a table's name, so that `schema.table.column` is understood. */
  readonly path: readonly string[];
  /** `undefined` when they are not known: then any name may be one. */
  readonly columns: readonly ScopeColumn[] | undefined;
  /** Columns made for our own use, left out of `*`. */
  readonly hidden?: readonly string[];
  /** Set for what LATERAL VIEW made: its columns are read from the relation beside it. */
  readonly made?: boolean;
  /** Set where the columns must always be qualified: the relation was packed into a struct of its alias. */
  readonly packed?: boolean;
}

/** A common table expression's columns. */
export interface CommonTableShape {
  readonly columns: readonly KnownColumn[] | undefined;
}

/** What names mean at one place of a statement. */
export interface Scope {
  readonly relations: readonly ScopeRelation[];
  readonly outer?: Scope | undefined;
  /** Parameters of the lambdas round this place, by lower-cased name. */
  readonly parameters: ReadonlyMap<string, Typed>;
  /** Aliases of select items before this one, by lower-cased name: Spark lets later items use them. */
  readonly aliases: ReadonlyMap<string, DataType>;
  readonly commonTables: ReadonlyMap<string, CommonTableShape>;
  readonly windows: ReadonlyMap<string, WindowSpecification>;
  /** Lower-cased columns that USING or NATURAL made one of two. */
  readonly merged?: readonly string[];
  /** What the SELECT groups by: the columns of a grouping_id without any. */
  readonly groupedBy?: readonly Expression[];
  /** The window of time of the SELECT, for which its rows were made: every call of it is this value. */
  readonly timeWindow?: Typed;
  /** Puts a value one query level further in and gives the name to read it by: what windows over windows need. */
  lift?(value: Typed, stem: string): Typed;
}

export const emptyScope: Scope = {
  relations: [],
  parameters: new Map(),
  aliases: new Map(),
  commonTables: new Map(),
  windows: new Map(),
};

/** A scope with lambda parameters added. */
export function withParameters(scope: Scope, parameters: ReadonlyMap<string, Typed>): Scope {
  return { ...scope, parameters: new Map([...scope.parameters, ...parameters]) };
}

/** A relation that `name` may stand for, innermost scope first. */
export function findRelation(scope: Scope, name: string): ScopeRelation | undefined {
  const wanted = name.toLowerCase();
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const found = at.relations.find(({ alias }) => alias?.toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A relation's column by name, case ignored. */
export function columnOf(relation: ScopeRelation, name: string): ScopeColumn | undefined {
  const wanted = name.toLowerCase();
  return relation.columns?.find((column) => column.name.toLowerCase() === wanted);
}
