import { type Sql, sql } from '../../../../core/sql.ts';
import { asBinary, asInteger, asText } from '../../translate/coerce.ts';
import { bigint, familyOf, typed, varchar } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';

/** What is digested: bytes as they are, anything else as text. */
function digested(call: FunctionCall): Sql {
  const value = call.argument(0);
  return familyOf(value.type) === 'binary' ? asBinary(value) : asText(value);
}

/** The SHA-2 digest of so many bits; 0 stands for 256, other numbers give NULL. */
function sha2(call: FunctionCall): Sql {
  const bits = call.constant(1);
  if (bits === 0 || bits === 256) return sql`sha256(${digested(call)})`;
  return sql`sh_sha2(${digested(call)}, ${asInteger(call.argument(1))})`;
}

/** Digests as hexadecimal text. */
export const digests: readonly FunctionEntry[] = [
  scalar('crc32(value)', 'The cyclic redundancy check, as BIGINT.', (call) =>
    typed(sql`CAST(sh_crc32(${digested(call)}) AS BIGINT)`, bigint),
  ),
  scalar('md5(value)', 'The MD5 digest, as 32 hexadecimal digits.', (call) =>
    typed(sql`md5(${digested(call)})`, varchar),
  ),
  scalar(
    'sha1(value)',
    'The SHA-1 digest, as 40 hexadecimal digits.',
    (call) => typed(sql`sha1(${digested(call)})`, varchar),
    ['sha'],
  ),
  scalar(
    'sha2(value, bits)',
    'The SHA-2 digest of 224, 256, 384 or 512 bits, as hexadecimal digits; 0 stands for 256.',
    (call) => typed(sha2(call), varchar),
  ),
];
