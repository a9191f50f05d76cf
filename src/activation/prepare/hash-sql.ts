import { type Sql, sql } from '../../core/sql.ts';
import type { HashEncoding } from './treatment.ts';

/** SHA-256 of a text's UTF-8 bytes in an encoding; NULL stays NULL. */
export function hashSql(value: Sql, encoding: HashEncoding): Sql {
  return encoding === 'none' ? value : encodeDigest(sql`sha256(${value})`, encoding);
}

/** A digest in lower-case hex, written in another encoding. */
export function encodeDigest(hex: Sql, encoding: HashEncoding): Sql {
  switch (encoding) {
    case 'sha256-hex-upper':
      return sql`upper(${hex})`;
    case 'sha256-base64':
      return sql`to_base64(unhex(${hex}))`;
    default:
      return hex;
  }
}
