import { StillhouseError, type TextRange } from '../core/error.ts';
import { rawSql, type Sql } from '../core/sql.ts';
import type { Span } from '../dialect/distiller/syntax/span.ts';
import type { Place } from './place.ts';

/** One step of what a statement comes down to, in the order of carrying it out. */
export interface Shown {
  /** The piece of the user's text that it carries out. */
  readonly span: Span;
  /** The engine's statements; none where the engine is given nothing. */
  readonly statements: readonly Sql[];
  /** What else happens, or why there is nothing to show: a sentence. */
  readonly words?: string;
}

/** The same as plain data. */
export interface ShownStep {
  readonly range: TextRange;
  readonly statements: readonly string[];
  readonly words?: string;
}

/** A step of one statement. */
export function shown({ span }: { readonly span: Span }, statements: readonly Sql[], words?: string): readonly Shown[] {
  return [{ span, statements, ...(words !== undefined && { words }) }];
}

/** Statements that run as one, as they run where no transaction is open. */
export function asTransaction(statements: readonly Sql[], { session, preview }: Place): readonly Sql[] {
  if (statements.length < 2 || session.inTransaction || preview?.inTransaction === true) return statements;
  return [rawSql('BEGIN'), ...statements, rawSql('COMMIT')];
}

/** The steps of several statements; one whose SQL depends on what those before it do says so instead of failing. */
export async function showInOrder<Item extends { readonly span: Span }>(
  items: readonly Item[],
  show: (item: Item) => Promise<readonly Shown[]>,
): Promise<readonly Shown[]> {
  const steps: Shown[] = [];
  for (const item of items) {
    try {
      steps.push(...(await show(item)));
    } catch (error) {
      if (steps.length === 0 || !(error instanceof StillhouseError) || error.code === 'cancelled') throw error;
      steps.push(
        ...shown(item, [], `Its SQL is known once what stands before it has run. As it is now: ${error.message}`),
      );
    }
  }
  return steps;
}
