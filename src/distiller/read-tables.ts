import { readLexemes } from '../dialect/lexeme.ts';
import type { Relation } from './relations.ts';

/** The relations whose names stand in a view's definition, other than the view itself. */
export function readTables(view: Relation, relations: readonly Relation[]): readonly Relation[] {
  const names = new Set(
    readLexemes(view.definition).flatMap(({ name }) => (name === undefined ? [] : [name.toLowerCase()])),
  );
  return relations.filter((one) => one !== view && names.has(one.name.toLowerCase()));
}
