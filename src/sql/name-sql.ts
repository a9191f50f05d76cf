import { identifier, rawSql, type Sql } from '../core/sql.ts';
import { nameText } from '../dialect/keywords.ts';

/** A name, in quotes only where it needs them. */
export function nameSql(text: string): Sql {
  return nameText(text) === text ? rawSql(text) : identifier(text);
}
