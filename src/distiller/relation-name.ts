import type { RelationName } from '../core/sql.ts';
import type { QualifiedName } from '../dialect/distiller/syntax/statement.ts';

/**
 * The relation of our database that a name means. Data Distiller has databases with schemas in them, we have schemas alone:
 * the schema `model` of the database `insight` is our schema “insight.model”.
 */
export function relationName(name: QualifiedName): RelationName {
  const parts = name.map(({ text }) => text);
  return parts.length <= 2 ? parts : [parts.slice(0, -1).join('.'), parts.at(-1) ?? ''];
}

/** A name for messages: `insight.model.facts`. */
export function shownName(name: QualifiedName): string {
  return name.map(({ text }) => text).join('.');
}

/** The same without the schema that every project has: `main.orders` and `orders` are one name. */
export function plainName(name: QualifiedName): string {
  const [first, ...rest] = relationName(name);
  return first?.toLowerCase() === 'main' && rest.length > 0 ? rest.join('.') : shownName(name);
}
