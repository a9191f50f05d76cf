import type { Query } from '../dialect/distiller/syntax/query.ts';
import { type Context, faultAt, type TranslatedQuery } from '../dialect/distiller/translate/context.ts';
import { beginTranslation } from '../dialect/distiller/translate/translate.ts';
import type { Place } from './place.ts';
import { gatherSurroundings } from './surroundings.ts';

/** A translated query with what the user should know of it. */
export interface Translation extends TranslatedQuery {
  readonly notices: readonly string[];
}

/** A context for the pieces of one statement, with all that they name looked up. */
export async function contextFor(piece: unknown, place: Place): Promise<Context> {
  return beginTranslation(await gatherSurroundings(piece, place));
}

/** A query of the user's as the engine's. */
export async function translateQuery(query: Query, place: Place): Promise<Translation> {
  const context = await contextFor(query, place);
  const translated = context.query(query);
  return { ...translated, notices: noticesOf(context) };
}

/** The notices of a translation as sentences, each once. */
export function noticesOf({ notices }: Context): readonly string[] {
  return [...new Set(notices.map(({ message }) => message))];
}

/** The columns of a translated query, asked of the engine where the translation does not know them. */
export function requireColumns({ columns }: TranslatedQuery, place: Place, span: Query['span']) {
  if (columns !== undefined) return columns;
  throw faultAt(place, span, 'The columns of this query cannot be told beforehand.', 'Name them instead of writing *.');
}
