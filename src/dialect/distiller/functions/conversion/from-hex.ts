import { type Sql, sql } from '../../../../core/sql.ts';
import { once } from '../../translate/once.ts';

/** Bytes of hexadecimal digits; NULL where there are other letters. */
export function fromHex(text: Sql): Sql {
  return once(text, (digits) => sql`CASE WHEN regexp_full_match(${digits}, '[0-9A-Fa-f]*') THEN unhex(${digits}) END`);
}
