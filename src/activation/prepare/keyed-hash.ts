import { StillhouseError } from '../../core/error.ts';
import { literal, type Sql, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';

/** Bytes of one block of SHA-256. */
const blockLength = 64;

const innerName = 'stillhouse_inner_pad';
const outerName = 'stillhouse_outer_pad';

/**
 * Statements that give a session the key of `keyedHashSql`, as variables, so that no statement over data holds it. Run them
 * outside of every history. Throws `input-invalid` for a key that is empty or longer than 64 bytes.
 */
export function keyStatements(key: Uint8Array): readonly Sql[] {
  if (key.length === 0 || key.length > blockLength) {
    throw new StillhouseError('input-invalid', 'A key for hashing has 1 to 64 bytes.', {
      remedy: 'Take 32 random bytes.',
    });
  }
  return [
    sql`SET VARIABLE ${variable(innerName)} = unhex(${literal(pad(key, 0x36))})`,
    sql`SET VARIABLE ${variable(outerName)} = unhex(${literal(pad(key, 0x5c))})`,
  ];
}

/** Takes the key from the session again. */
export const forgetKeyStatements: readonly Sql[] = [
  sql`RESET VARIABLE ${variable(innerName)}`,
  sql`RESET VARIABLE ${variable(outerName)}`,
];

/** Runs `work` while a session has the key of `keyedHashSql`, and takes it away again whatever happens. */
export async function withIdentityKey<Result>(
  session: Session,
  key: Uint8Array,
  work: () => Promise<Result>,
): Promise<Result> {
  for (const statement of keyStatements(key)) {
    await session.exec(statement.text).catch(() => {
      throw new StillhouseError('engine-failed', 'The key of sent identities could not be handed to the engine.');
    });
  }
  try {
    return await work();
  } finally {
    for (const statement of forgetKeyStatements) await session.exec(statement.text).catch(() => undefined); // gone with its session
  }
}

/** HMAC-SHA256 (RFC 2104) of a text's UTF-8 bytes under the session's key, in lower-case hex; NULL stays NULL. */
export function keyedHashSql(value: Sql): Sql {
  const inner = sql`sha256(getvariable(${literal(innerName)}) || encode(${value}))`;
  return sql`sha256(getvariable(${literal(outerName)}) || unhex(${inner}))`;
}

function variable(name: typeof innerName | typeof outerName): Sql {
  return name === innerName ? sql`stillhouse_inner_pad` : sql`stillhouse_outer_pad`;
}

function pad(key: Uint8Array, mask: number): string {
  return Array.from({ length: blockLength }, (_, index) =>
    ((key[index] ?? 0) ^ mask).toString(16).padStart(2, '0'),
  ).join('');
}
