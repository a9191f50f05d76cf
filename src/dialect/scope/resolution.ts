import type { CatalogIndex } from '../catalog-index.ts';
import type { ColumnShape } from '../catalog-shape.ts';
import type { Block, Cte, Query, Structure } from '../structure/nodes.ts';
import type { NameTypes } from './expression-type.ts';
import type { Scope, ScopeRelation } from './scope.ts';

/** The columns a query yields, and whether that is surely all of them. */
export interface Outputs {
  readonly columns: readonly ColumnShape[];
  readonly complete: boolean;
}

/** The answer for what cannot be told. */
export const unknownOutputs: Outputs = { columns: [], complete: false };

/** Finds the columns of a table or view that the script creates elsewhere. */
export type ScriptLookup = (name: readonly string[]) => Outputs | undefined;

/** Tells what the names of one statement mean. Answers are computed once and kept. */
export interface Resolver {
  readonly structure: Structure;
  readonly catalog: CatalogIndex;
  /** The relations of a block's FROM and target clauses. */
  relationsOf(block: Block): readonly ScopeRelation[];
  outputsOf(query: Query): Outputs;
  /** Names known in a block's expressions, the blocks around included. */
  scopeOf(block: Block): Scope;
  namesIn(scope: Scope): NameTypes;
  /** The common table that a name means in a block. */
  findCte(name: string, query: Query, before: number): Cte | undefined;
}
