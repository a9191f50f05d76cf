import { queryRows } from '../../catalog/store/execute.ts';
import type { CancelSignal } from '../../core/cancel.ts';
import { joinSql, literal, type RelationName, relation, type Sql, sql } from '../../core/sql.ts';
import type { Session } from '../../engine/engine.ts';
import { counted, itemsOf, numberOf, textOf } from '../../modules/words.ts';
import { mayBePersonalSql, personalKinds, personalKindSql } from '../../privacy/personal-data.ts';
import { leavingSql } from './field-sql.ts';
import { sentOutcome } from './gate.ts';
import type { LintFinding } from './lint-finding.ts';
import { trimmedSql } from './normalise-sql.ts';
import type { SendField, SendSettings } from './send-settings.ts';

/** Examples shown of each kind. */
const shownExamples = 3;

/**
 * Warns of columns that leave as they are and hold personal data although nobody is matched by them. Every distinct value is
 * looked at once. Examples are masked: the first character and the length stay.
 */
export async function personalFindings(
  session: Session,
  settings: SendSettings,
  outcomes: RelationName,
  signal: CancelSignal | undefined,
): Promise<readonly LintFinding[]> {
  const keys = new Set(settings.keys.flatMap(({ headers }) => headers));
  const looked = settings.fields.flatMap(({ header, path, hash, normalise }, field) =>
    keys.has(header) ||
    (path !== '' && path === settings.identity) ||
    hash !== 'none' ||
    normalise.kind === 'digest' ||
    normalise.kind === 'constant'
      ? []
      : [{ header, field }],
  );
  if (looked.length === 0) return [];
  const found = await queryRows(session, personalSql(settings, looked, outcomes), signal);
  return found.flatMap((row) => {
    const header = settings.fields[numberOf(row.field)]?.header;
    const kind = personalKinds.find(({ id }) => id === row.kind);
    if (header === undefined || kind === undefined) return [];
    const rows = numberOf(row.rows);
    const examples = itemsOf(row.examples);
    const places = itemsOf(row.places);
    return {
      code: 'personal-data',
      severity: 'warning',
      header,
      rows,
      words: `“${header}” leaves in the clear and looks like personal data: ${kind.label}, in ${counted(rows, 'row')}.`,
      remedy: 'Hash it, leave it out, or make sure that the receiver may have it.',
      examples: examples.map((example, index) => ({
        row: numberOf(places[index]),
        value: textOf(example),
      })),
    };
  });
}

/** Rows `field` (from 0), `kind`, `rows`, and masked `examples` with the `places` of their rows. */
function personalSql(
  { fields }: SendSettings,
  looked: readonly { readonly field: number }[],
  outcomes: RelationName,
): Sql {
  const values = looked.flatMap(({ field }) => {
    const settings = fields[field];
    if (settings === undefined) return [];
    return [
      sql`SELECT ${literal(field)} AS field, ${trimmedSql(sql`leaving`)} AS "value", "rows", place, ${literal(isPhone(settings))} AS phone
  FROM (
    SELECT ${leavingSql(settings, field)} AS leaving, count(*) AS "rows", min(candidate) AS place
    FROM ${relation(outcomes)}
    WHERE outcome = ${literal(sentOutcome)}
    GROUP BY ALL
  )`,
    ];
  });
  return sql`WITH leaving AS (
  ${joinSql(values, '\n  UNION ALL\n  ')}
),
judged AS MATERIALIZED (
  SELECT field, "value", "rows", place,
    CASE
      WHEN phone AND "value" IS NOT NULL THEN 'phone'
      WHEN ${mayBePersonalSql(sql`"value"`)} THEN ${personalKindSql(sql`"value"`)}
    END AS kind
  FROM leaving
),
found AS (
  SELECT field, kind, "value", sum("rows") AS "rows", min(place) AS place
  FROM judged
  WHERE kind IS NOT NULL
  GROUP BY ALL
)
SELECT field, kind, sum("rows") AS "rows",
  list_transform(
    arg_min("value", place, ${literal(shownExamples)}),
    LAMBDA example: left(example, 1) || repeat('•', length(example) - 1)
  ) AS examples,
  min(place, ${literal(shownExamples)}) AS places
FROM found
GROUP BY field, kind
ORDER BY field, kind`;
}

/** What is left of a phone number after treatment is one, whatever it looks like. */
function isPhone({ normalise, onNull }: SendField): boolean {
  return normalise.kind === 'phone' && normalise.plus && onNull.kind !== 'text';
}
