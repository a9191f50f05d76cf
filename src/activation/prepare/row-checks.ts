import { joinSql, literal, type RelationName, relation, type Sql, sql } from '../../core/sql.ts';
import { fieldName, leavingSql, rawName } from './field-sql.ts';
import { sentOutcome } from './gate.ts';
import type { RowCheck } from './lint-finding.ts';
import { trimmedSql } from './normalise-sql.ts';
import type { SendField, SendSettings } from './send-settings.ts';
import type { Normalise } from './treatment.ts';

/** A check with the rows that it finds: a condition over the columns of `SendPlan.outcomes`. */
export interface SqlCheck extends RowCheck {
  readonly finds: Sql;
}

/** Rows that nobody objects to: those that leave, and those that would with valid values. */
export const lintedRows = sql`(outcome IN (${literal(sentOutcome)}, 'no-key') OR outcome LIKE 'missing-%')`;

/** Everything that is looked for in the rows of a send. */
export function rowChecks(settings: SendSettings): readonly SqlCheck[] {
  return settings.fields.flatMap((field, index) => [
    ...formChecks(field, index, settings),
    ...hashChecks(field, index),
    ...textChecks(field, index, settings),
  ]);
}

const invalidForms: Partial<Record<Normalise['kind'], readonly [code: string, reason: string, remedy: string]>> = {
  email: ['invalid-email', 'not an e-mail address', 'Correct the address, or leave these people out.'],
  phone: ['invalid-phone', 'not a phone number', 'Write it with its country code, as +49 170 1234567.'],
  country: ['invalid-country', 'not a two-letter country code', 'Map a column with ISO codes such as DE.'],
  date: ['invalid-date', 'not a day', 'Map a DATE column, or a text such as 1990-12-31.'],
  'device-id': ['invalid-device-id', 'not an advertising id', 'An id has 32 hex digits in five groups, not all zero.'],
  digest: ['invalid-digest', 'not a SHA-256 digest', 'Map the plain column, and let it be hashed here.'],
};

function formChecks(field: SendField, index: number, { defaultCountry }: SendSettings): readonly SqlCheck[] {
  const form = invalidForms[field.normalise.kind];
  if (form === undefined) return [];
  const [code, reason, remedy] = form;
  const base = { header: field.header, field: index, severity: 'warning' } as const;
  const raw = trimmedSql(rawName(index));
  const hashed = field.normalise.kind === 'digest' ? sql`` : sql` AND NOT ${isDigest(raw)}`;
  const lost = whereTrue(sql`${fieldName(index)} IS NULL`, sql`${raw} IS NOT NULL${hashed}`);
  if (field.normalise.kind !== 'phone' || defaultCountry !== '')
    return [{ ...base, code, reason, remedy, finds: lost }];
  const national = sql`regexp_full_match(${raw}, '[0-9 ()./-]{6,}') AND NOT starts_with(${raw}, '00')`;
  return [
    { ...base, code, reason, remedy, finds: sql`${lost} AND NOT (${national})` },
    {
      ...base,
      code: 'no-country-code',
      reason: 'a phone number without its country code',
      remedy: 'Choose the country that such numbers are of.',
      finds: sql`${lost} AND ${national}`,
    },
  ];
}

function hashChecks(field: SendField, index: number): readonly SqlCheck[] {
  const base = { header: field.header, field: index };
  const { kind } = field.normalise;
  if (kind === 'constant' || kind === 'digest') return [];
  if (field.hash === 'none' && (kind === 'as-is' || kind === 'trim')) {
    const upper = sql`regexp_matches(CAST(${fieldName(index)} AS VARCHAR), '[A-F]')`;
    return [
      {
        ...base,
        code: 'upper-case-digest',
        severity: 'warning',
        reason: 'a digest with capital letters, which most platforms compare letter by letter',
        remedy: 'Treat the column as “SHA-256 digest made before”: it is then written in lower case.',
        finds: whereTrue(isDigest(sql`CAST(${fieldName(index)} AS VARCHAR)`), upper),
      },
    ];
  }
  return [
    {
      ...base,
      code: 'already-hashed',
      severity: 'error',
      reason: 'a SHA-256 digest already',
      remedy:
        'Treat the column as “SHA-256 digest made before”, or map the plain one: a digest of a digest matches nobody.',
      finds: whereTrue(
        sql`strlen(CAST(${rawName(index)} AS VARCHAR)) >= ${literal(digestLength)}`,
        isDigest(trimmedSql(rawName(index))),
      ),
    },
  ];
}

/** Types whose texts are plain digits and letters, whatever the value. */
const plainTypes = '(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|BOOLEAN|FLOAT|DOUBLE|DECIMAL.*|DATE|TIME.*|UUID)';

function textChecks(field: SendField, index: number, { file }: SendSettings): readonly SqlCheck[] {
  if (field.hash !== 'none' || field.normalise.kind === 'digest') return [];
  const leaving = leavingSql(field, index);
  const text = sql`CAST(${leaving} AS VARCHAR)`;
  // The engine knows this of a column as a whole, and then looks at none of its values.
  const anyText = sql`NOT regexp_full_match(typeof(${leaving}), ${literal(plainTypes)})`;
  const base = { header: field.header, field: index, severity: 'warning' } as const;
  const checks: SqlCheck[] = [
    {
      ...base,
      code: 'unreadable-character',
      reason: 'a character that stands for an unreadable one, or a control character',
      remedy: 'Import the file again with its real encoding, or clean the column.',
      finds: whereTrue(
        anyText,
        sql`regexp_matches(${text}, ${literal('[\\x{FFFD}\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]')})`,
      ),
    },
  ];
  const spreadsheet = file.format === 'csv' || file.format === 'tsv';
  if (!spreadsheet || field.normalise.kind === 'phone') return checks;
  return [
    ...checks,
    {
      ...base,
      code: 'formula',
      reason: 'begins like a formula, which a spreadsheet would run',
      remedy: 'Tell the receiver not to open the file in a spreadsheet, or leave the column out.',
      finds: whereTrue(
        sql`${anyText} AND left(${text}, 1) IN ('=', '+', '-', '@', chr(9), chr(13))`,
        sql`TRY_CAST(${text} AS DOUBLE) IS NULL`,
      ),
    },
  ];
}

/** Hexadecimal digits of SHA-256. */
const digestLength = 64;

function isDigest(text: Sql): Sql {
  return whereTrue(sql`strlen(${text}) = ${literal(digestLength)}`, sql`regexp_full_match(${text}, '[0-9A-Fa-f]{64}')`);
}

/** Both are true; the second one, which costs more, is asked only where the first one is. */
function whereTrue(first: Sql, second: Sql): Sql {
  return sql`CASE WHEN ${first} THEN ${second} ELSE false END`;
}

/**
 * One row with `linted` (rows looked at), how many rows each check finds, as `check_1`…, and how many values each field has,
 * as `filled_1`…; of the fields whose values should not repeat also how many differ, as `distinct_1`….
 */
export function checkCountsSql(
  settings: SendSettings,
  checks: readonly SqlCheck[],
  outcomes: RelationName,
  unique: readonly number[],
): Sql {
  const counts = [
    sql`count(*) AS linted`,
    ...checks.map(({ finds }, index) => sql`count(*) FILTER (WHERE ${finds}) AS "check_${literal(index + 1)}"`),
    ...settings.fields.map((_, index) => sql`count(${fieldName(index)}) AS "filled_${literal(index + 1)}"`),
    ...unique.map((index) => sql`count(DISTINCT ${fieldName(index)}) AS "distinct_${literal(index + 1)}"`),
  ];
  return sql`SELECT ${joinSql(counts, ',\n  ')}
FROM ${relation(outcomes)}
WHERE ${lintedRows}`;
}

/** Rows `row` and `value`: the first ten that a check finds. */
export function checkExamplesSql({ field, finds }: Pick<SqlCheck, 'field' | 'finds'>, outcomes: RelationName): Sql {
  return sql`SELECT candidate AS "row", CAST(${rawName(field)} AS VARCHAR) AS "value"
FROM ${relation(outcomes)}
WHERE ${lintedRows}
  AND ${finds}
ORDER BY candidate
LIMIT 10`;
}

/** Finds rows whose value in a field another row has too. */
export function repeatedSql(field: number, outcomes: RelationName): Sql {
  return sql`${fieldName(field)} IN (
    SELECT ${fieldName(field)}
    FROM ${relation(outcomes)}
    WHERE ${lintedRows}
    GROUP BY ALL
    HAVING count(*) > 1
  )`;
}
