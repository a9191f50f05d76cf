import { joinSql, type Sql, sql } from '../../../../core/sql.ts';
import { asBinary, asText } from '../../translate/coerce.ts';
import { blob, type Typed, typed } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';

/** Value and key as bytes, mode and padding as text, start vector and additional data as bytes, as far as they are given. */
function aes(call: FunctionCall, native: Sql): Typed {
  const given = call.arguments().map((value, index) => (index === 2 || index === 3 ? asText(value) : asBinary(value)));
  return typed(sql`unhex(${native}(${joinSql(given, ', ')}))`, blob);
}

/** AES with keys of 16, 24 or 32 bytes: GCM unless CBC or ECB is asked for. */
export const encryption: readonly FunctionEntry[] = [
  scalar(
    'aes_decrypt(bytes, key[, mode, padding, aad])',
    'What aes_encrypt has encrypted with this key, as bytes; stops where it was another key.',
    (call) => aes(call, sql`sh_aes_decrypt`),
  ),
  scalar(
    'aes_encrypt(value, key[, mode, padding, iv, aad])',
    'The value encrypted with a key of 16, 24 or 32 bytes.',
    (call) => aes(call, sql`sh_aes_encrypt`),
  ),
  scalar(
    'try_aes_decrypt(bytes, key[, mode, padding, aad])',
    'What aes_encrypt has encrypted with this key, as bytes; NULL where it was another key.',
    (call) => aes(call, sql`sh_try_aes_decrypt`),
  ),
];
