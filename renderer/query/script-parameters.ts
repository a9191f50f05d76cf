import { findDistillerParameters } from '../../src/dialect/distiller/editor/parameters.ts';
import { namedTexts, type Template } from '../../src/dialect/distiller/editor/templates.ts';
import type { CatalogShape } from '../../src/dialect/catalog-shape.ts';
import { guessParameterKinds } from '../../src/dialect/parameters/guess-kind.ts';
import { findParameters } from '../../src/dialect/parameters/parameters.ts';
import type { ParameterKind } from '../../src/dialect/parameters/value.ts';
import type { SqlDialect } from '../../src/dialect/sql-dialect.ts';
import { splitStatements } from '../../src/dialect/split.ts';

/** The parameters of all statements of a script, and of the saved queries they name, in order of first use, each with the kind of value it seems to want. */
export function scriptParameters(
  text: string,
  catalog: CatalogShape,
  dialect: SqlDialect,
  templates: readonly Template[],
): ReadonlyMap<string, ParameterKind> {
  const kinds = new Map<string, ParameterKind>();
  if (dialect === 'distiller') {
    const names = namedTexts(text, templates).flatMap(findDistillerParameters);
    return new Map(names.map((name) => [name, /date/i.test(name) ? 'date' : 'text']));
  }
  if (!/[?$]/.test(text)) return kinds;
  for (const statement of splitStatements(text)) {
    const names = findParameters(text.slice(statement.start, statement.end));
    if (names.length === 0) continue;
    const guesses = guessParameterKinds(text, statement, catalog);
    for (const { name } of names) if (!kinds.has(name)) kinds.set(name, guesses.get(name) ?? 'text');
  }
  return kinds;
}
