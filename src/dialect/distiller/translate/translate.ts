import type { Query } from '../syntax/query.ts';
import { type Context, createContext, type Notice, type Surroundings, type TranslatedQuery } from './context.ts';
import { translateExpression } from './expression.ts';
import { translateQuery } from './query.ts';

/** A translation ready to work: queries and expressions of one statement share it. */
export function beginTranslation(surroundings: Surroundings): Context {
  return createContext(surroundings, { expression: translateExpression, query: translateQuery });
}

/** A query of Data Distiller SQL as DuckDB's, with what the user should know. Fails with `sql-…` errors at the user's own places. */
export function translateDistillerQuery(
  query: Query,
  surroundings: Surroundings,
): TranslatedQuery & { readonly notices: readonly Notice[] } {
  const context = beginTranslation(surroundings);
  return { ...context.query(query), notices: context.notices };
}
