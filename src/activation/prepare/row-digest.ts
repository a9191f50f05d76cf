import { joinSql, literal, type RelationName, relation, type Sql, sql } from '../../core/sql.ts';
import { leavingSql } from './field-sql.ts';
import { sentOutcome } from './gate.ts';
import type { SendSettings } from './send-settings.ts';

/** Where the four parts of 60 bits begin in the hex of a row's SHA-256. */
const parts = [1, 16, 31, 46] as const;

/**
 * One row with `digest`: a fingerprint of the rows that leave, whatever their order, in lower-case hex. Each row's SHA-256
 * over its values with their lengths is cut into numbers that are added up, as in AdHash (Bellare and Micciancio 1997);
 * their sums and the count are hashed once more. It reads a relation with the columns of `SendPlan.outcomes`.
 */
export function rowDigestSql(settings: SendSettings, outcomes: RelationName): Sql {
  const values = settings.fields.map((field, index) => {
    const text = sql`CAST(${leavingSql(field, index)} AS VARCHAR)`;
    return sql`coalesce(concat(strlen(${text}), ':', ${text}), '-')`;
  });
  const sums = parts.map(
    (start) => sql`coalesce(sum(CAST('0x' || substr(row_hash, ${literal(start)}, 15) AS UBIGINT)), 0)`,
  );
  return sql`WITH hashed AS (
  SELECT sha256(concat(${joinSql(values, ', ')})) AS row_hash
  FROM ${relation(outcomes)}
  WHERE outcome = ${literal(sentOutcome)}
)
SELECT sha256(concat_ws(':', count(*), ${joinSql(sums, ', ')})) AS digest
FROM hashed`;
}
