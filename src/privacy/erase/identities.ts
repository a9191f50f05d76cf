import { queryRows, text } from '../../catalog/store/execute.ts';
import { StillhouseError } from '../../core/error.ts';
import { joinSql, literal, relation, type Sql, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';

/** The session's own table of everything a person may be written as: column `value`. */
const table = relation(['temp', 'main', '_stillhouse_erased']);

/** Rows put into one statement. */
const pieceLength = 5000;

/** What identities and cells are compared as: e-mail addresses in small letters without spaces around them, others as they are. */
export function comparableSql(value: Sql): Sql {
  return sql`CASE WHEN contains(${value}, '@') THEN lower(trim(${value})) ELSE ${value} END`;
}

/** Whether a text is one of the identities that `keepIdentities` gave the session. */
export function isIdentitySql(value: Sql): Sql {
  return sql`${comparableSql(value)} IN (FROM ${table} SELECT value)`;
}

/** Whether a list of texts holds one of them. */
export function hasIdentitySql(values: Sql): Sql {
  return sql`list_has_any(${values}, (FROM ${table} SELECT list(value)))`;
}

/** Spaces around identities and repeated ones are dropped. Throws `input-invalid` when none is left. */
export function readIdentities(given: readonly string[]): readonly string[] {
  const identities = [...new Set(given.map((value) => value.trim()))].filter((value) => value !== '');
  if (identities.length > 0) return identities;
  throw new StillhouseError('input-invalid', 'There is nobody to erase: no identity was given.', {
    remedy: 'Give at least one identity.',
  });
}

/**
 * Gives a session the identities to compare with, each also as its SHA-256 in hex, and answers with all forms.
 * Lasts as long as the session.
 */
export async function keepIdentities(session: Session, identities: readonly string[]): Promise<readonly string[]> {
  await session.exec(sql`CREATE OR REPLACE TEMP TABLE ${table} (value VARCHAR)`.text);
  for (let first = 0; first < identities.length; first += pieceLength) {
    const rows = identities.slice(first, first + pieceLength).map((value) => sql`(${literal(value)})`);
    await session.exec(
      sql`INSERT INTO ${table}
SELECT unnest([${comparableSql(sql`given.value`)}, sha256(${comparableSql(sql`given.value`)}), sha256(given.value)])
FROM (VALUES ${joinSql(rows, ', ')}) AS given(value)`.text,
    );
  }
  const found = await queryRows(session, sql`SELECT DISTINCT value FROM ${table} ORDER BY value`);
  return found.map((row) => text(row.value));
}

/** Takes the identities from the session. */
export async function forgetIdentities(session: Session): Promise<void> {
  await session.exec(sql`DROP TABLE IF EXISTS ${table}`.text);
}

/** The identities in a column of a dataset, as a query with one column `value`. */
export function identitiesOfSql(dataset: Sql, column: Sql): Sql {
  return sql`SELECT DISTINCT CAST(${column} AS VARCHAR) AS value
FROM ${dataset}
WHERE ${column} IS NOT NULL
ORDER BY value`;
}
