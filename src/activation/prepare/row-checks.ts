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
  const lost = sql`${raw} IS NOT NULL AND ${fieldName(index)} IS NULL${hashed}`;
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
        finds: sql`${isDigest(sql`CAST(${fieldName(index)} AS VARCHAR)`)} AND ${upper}`,
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
      finds: isDigest(trimmedSql(rawName(index))),
    },
  ];
}

function textChecks(field: SendField, index: number, { file }: SendSettings): readonly SqlCheck[] {
  if (field.hash !== 'none' || field.normalise.kind === 'digest') return [];
  const text = sql`CAST(${leavingSql(field, index)} AS VARCHAR)`;
  const base = { header: field.header, field: index, severity: 'warning' } as const;
  const checks: SqlCheck[] = [
    {
      ...base,
      code: 'unreadable-character',
      reason: 'a character that stands for an unreadable one, or a control character',
      remedy: 'Import the file again with its real encoding, or clean the column.',
      finds: sql`regexp_matches(${text}, ${literal('[\\x{FFFD}\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]')})`,
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
      finds: sql`regexp_matches(${text}, ${literal('^[=+\\-@\\t\\r]')}) AND TRY_CAST(${text} AS DOUBLE) IS NULL`,
    },
  ];
}

function isDigest(text: Sql): Sql {
  return sql`coalesce(regexp_full_match(${text}, '[0-9A-Fa-f]{64}'), false)`;
}

/** One row with `linted` (rows looked at) and how many rows each check finds, as `check_1`…, and each field's values, as `filled_1`… and `distinct_1`…. */
export function checkCountsSql(settings: SendSettings, checks: readonly SqlCheck[], outcomes: RelationName): Sql {
  const counts = [
    sql`count(*) AS linted`,
    ...checks.map(({ finds }, index) => sql`count(*) FILTER (WHERE ${finds}) AS "check_${literal(index + 1)}"`),
    ...settings.fields.flatMap((_, index) => [
      sql`count(${fieldName(index)}) AS "filled_${literal(index + 1)}"`,
      sql`count(DISTINCT ${fieldName(index)}) AS "distinct_${literal(index + 1)}"`,
    ]),
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
