import { identifier, joinSql, type Sql, sql } from '../core/sql.ts';
import type { NamePart } from '../dialect/distiller/syntax/expression.ts';
import type { Query } from '../dialect/distiller/syntax/query.ts';
import type { QualifiedName } from '../dialect/distiller/syntax/statement.ts';
import type { Place } from './place.ts';
import { shownName } from './relation-name.ts';
import { translateQuery } from './translate.ts';

/** Lets the statements behind this one find the table or view that it would have made of a query's rows. */
export async function previewRelation(
  name: QualifiedName,
  query: Query,
  columns: readonly NamePart[],
  place: Place,
): Promise<void> {
  if (place.preview === undefined) return;
  const { sql: rows } = await translateQuery(query, place);
  const names = joinSql(
    columns.map(({ text }) => identifier(text)),
    ', ',
  );
  const named = columns.length === 0 ? rows : sql`SELECT *\nFROM (\n${rows}\n) AS made(${names})`;
  previewRows(name, named, place);
}

/** The same of a query in the engine's SQL. Names with a schema in front cannot be shadowed, and are left. */
export function previewRows(name: QualifiedName, rows: Sql, { preview }: Place): void {
  if (name.length === 1) preview?.relations.set(shownName(name).toLowerCase(), rows);
}
