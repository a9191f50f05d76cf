import type { CatalogShape } from '../../src/dialect/catalog-shape.ts';
import { guessParameterKinds } from '../../src/dialect/parameters/guess-kind.ts';
import { findParameters } from '../../src/dialect/parameters/parameters.ts';
import type { ParameterKind } from '../../src/dialect/parameters/value.ts';
import { splitStatements } from '../../src/dialect/split.ts';

/** The parameters of all statements of a script in order of first use, each with the kind of value it seems to want. */
export function scriptParameters(text: string, catalog: CatalogShape): ReadonlyMap<string, ParameterKind> {
  const kinds = new Map<string, ParameterKind>();
  if (!/[?$]/.test(text)) return kinds;
  for (const statement of splitStatements(text)) {
    const names = findParameters(text.slice(statement.start, statement.end));
    if (names.length === 0) continue;
    const guesses = guessParameterKinds(text, statement, catalog);
    for (const { name } of names) if (!kinds.has(name)) kinds.set(name, guesses.get(name) ?? 'text');
  }
  return kinds;
}
