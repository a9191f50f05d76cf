import { literal, type Sql, sql } from '../core/sql.ts';

/** The session variable that holds a named key while a run's steps read it. */
export function secretVariable(name: string): string {
  return `secret_${name.toLowerCase()}`;
}

/** A key as a BLOB; NULL where the variable is not set, so that nothing is ever hashed without its key. */
export function secretSql(name: string): Sql {
  return sql`CAST(getvariable(${literal(secretVariable(name))}) AS BLOB)`;
}

/**
 * Two columns for a SELECT list, `inner_pad` and `outer_pad`, over rows with the key as `draw_key`: the key, filled with
 * zeros to the 64 bytes of a block of SHA-256, each byte turned by 0x36 and by 0x5C (RFC 2104, section 2).
 */
export function padsSql(): Sql {
  const block = sql`CAST(draw_key || repeat('\\x00' :: BLOB, 64 - octet_length(draw_key)) AS BIT)`;
  return sql`CAST(xor(${block}, CAST(repeat('\\x36' :: BLOB, 64) AS BIT)) AS BLOB) AS inner_pad,
    CAST(xor(${block}, CAST(repeat('\\x5C' :: BLOB, 64) AS BIT)) AS BLOB) AS outer_pad`;
}

/** HMAC-SHA256 of a text as 64 hexadecimal digits (RFC 2104), over rows that have the columns of `padsSql`. */
export function hmacSql(text: Sql): Sql {
  return sql`sha256(outer_pad || unhex(sha256(inner_pad || encode(${text}))))`;
}

/**
 * A number in [0, 1) that only who has the key can foretell: the first 52 bits of SHA-256 over the key, the use and the
 * row, read from a column `draw_key`. The same key, use and row give the same number.
 */
export function drawSql(use: string, row: Sql): Sql {
  const digest = sql`sha256(draw_key || encode(${literal(`${use}:`)} || ${row}))`;
  return sql`(CAST('0x' || left(${digest}, 13) AS BIGINT) / 4503599627370496.0)`;
}
