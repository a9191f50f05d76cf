import type { FunctionKind } from '../catalog-shape.ts';
import type { Rank } from './item.ts';

/** One kind of thing that may be written at a place. */
export type Wish =
  | { readonly kind: 'keywords'; readonly words: readonly string[]; readonly rank?: Rank }
  /** Columns, aliases and functions; with `aliases` also those of the SELECT list. */
  | { readonly kind: 'expression'; readonly aliases: boolean; readonly star: boolean }
  /** Columns of the relations in scope and nothing else. */
  | { readonly kind: 'columns' }
  /** Columns of the statement's target that the bracket does not hold yet. */
  | { readonly kind: 'target-columns' }
  /** Columns that both sides of the join have. */
  | { readonly kind: 'common-columns' }
  | { readonly kind: 'join-conditions' }
  /** The select list's expressions, as GROUP BY wants them. */
  | { readonly kind: 'group-keys' }
  /** All that can stand in FROM. */
  | { readonly kind: 'sources' }
  /** Tables, views or both, for statements that name one. */
  | { readonly kind: 'relations'; readonly only?: 'table' | 'view' }
  | { readonly kind: 'schemas' }
  | { readonly kind: 'types' }
  | { readonly kind: 'functions'; readonly kinds: readonly FunctionKind[] }
  | { readonly kind: 'date-parts' };

export const keywords = (words: readonly string[], rank?: Rank): Wish => ({
  kind: 'keywords',
  words,
  ...(rank !== undefined && { rank }),
});
