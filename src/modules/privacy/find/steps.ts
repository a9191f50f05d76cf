import { identifier, joinSql, literal, relation, sql } from '../../../core/sql.ts';
import { personalKinds, personalKindSql } from '../../../privacy/personal-data.ts';
import type { ColumnPath } from '../../column-paths.ts';
import type { PlanContext, SqlStep } from '../../contract.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { isWholeType } from '../bands.ts';
import { kindOfName } from '../personal-names.ts';

/** Longer texts are searched for personal data within them. */
const freeText = 30;

/** Kinds whose form is so rare that a single value counts. */
const sureKinds = ['email', 'iban', 'us-ssn'];

/** Each different value of each column, with how often it occurs. */
export function valuesStep(
  source: SourceDataset,
  paths: readonly ColumnPath[],
  rows: number,
  context: PlanContext,
): SqlStep {
  const from = rows === 0 ? source.from : sql`(FROM ${source.from} LIMIT ${literal(rows)})`;
  const parts = paths
    .map((path, index) => ({ path, place: index + 1 }))
    .filter(({ path }) => path.kind === 'text' || isWholeType(path.type))
    .map(
      ({
        path,
        place,
      }) => sql`SELECT ${literal(place)} AS column_place, trim(CAST(${path.sql} AS VARCHAR)) AS "value", count(*) AS rows
FROM ${from} AS some_rows
WHERE ${path.sql} IS NOT NULL
GROUP BY ALL`,
    );
  return {
    kind: 'sql',
    id: 'different_values',
    title: 'Different values of each column',
    explanation: {
      what: `Lists each different text and whole number of each column${rows === 0 ? '' : `, in the first ${rows} rows,`} with how often it occurs.`,
      why: 'What is looked at once need not be looked at again: columns of few values cost nothing.',
      ...(rows > 0 && {
        caution: 'What occurs in later rows alone is not found: set the rows to 0 to read all of them.',
      }),
    },
    as: 'table',
    creates: context.scratch('different_values'),
    query:
      parts.length === 0
        ? sql`SELECT 0 AS column_place, '' AS "value", 0 AS rows\nLIMIT 0`
        : joinSql(parts, '\nUNION ALL\n'),
  };
}

/** What each value is by its form. */
export function kindsStep(values: SqlStep, context: PlanContext): SqlStep {
  const within = personalKinds.flatMap(({ id, within: holds }) =>
    holds === undefined ? [] : [sql`\n    WHEN ${holds(identifier('value'))} THEN ${literal(id)}`],
  );
  return {
    kind: 'sql',
    id: 'value_kinds',
    title: 'Recognise values by their form',
    explanation: {
      what: 'Compares each value with the forms of addresses, numbers and accounts, and checks check digits where there are any.',
      why: 'A name of a column can be anything; a number whose check digits are right is hardly there by chance.',
      caution:
        'One number in ten passes the check of payment cards by chance: look at the share of a column, not at one value.',
    },
    as: 'table',
    creates: context.scratch('value_kinds'),
    query: sql`SELECT
  column_place,
  "value",
  rows,
  ${personalKindSql(identifier('value'))} AS kind,
  CASE
    WHEN length("value") <= ${literal(freeText)} THEN NULL${joinSql(within, '')}
  END AS holds
FROM ${relation(values.creates)}`,
  };
}

/** What each column holds, with the reason to think so. */
export function columnsStep(kinds: SqlStep, paths: readonly ColumnPath[], context: PlanContext): SqlStep {
  const names = paths.map(({ label }, index) => {
    const kind = kindOfName(label);
    return sql`(${literal(index + 1)}, ${literal(label)}, ${kind === undefined ? sql`CAST(NULL AS VARCHAR)` : literal(kind)})`;
  });
  const shown = sql`left(regexp_replace(regexp_replace(max("value"), '\\p{L}', 'x', 'g'), '\\p{Nd}', '9', 'g'), 40)`;
  return {
    kind: 'sql',
    id: 'personal_columns',
    title: 'What each column holds',
    explanation: {
      what: 'Takes the share of each column’s rows whose values are of a kind, and adds what the names of columns say.',
      why: 'A share near all makes a column personal for certain; a small one in a comment is a person who wrote too much.',
      caution: 'Names of people have no form: they are found by the names of columns alone.',
    },
    as: 'table',
    creates: context.scratch('personal_columns'),
    query: sql`WITH columns AS (
  FROM (VALUES
    ${joinSql(names, ',\n    ')}
  ) AS columns (column_place, column_name, named_kind)
), filled AS (
  SELECT column_place, sum(rows) AS filled
  FROM ${relation(kinds.creates)}
  GROUP BY column_place
), counted AS (
  SELECT column_place, kind, 'values' AS because, sum(rows) AS matched, ${shown} AS example
  FROM ${relation(kinds.creates)}
  WHERE kind IS NOT NULL
  GROUP BY column_place, kind
  UNION ALL
  SELECT column_place, holds, 'words within', sum(rows), CAST(NULL AS VARCHAR)
  FROM ${relation(kinds.creates)}
  WHERE kind IS NULL
    AND holds IS NOT NULL
  GROUP BY column_place, holds
), by_value AS (
  SELECT column_place, kind, because, CAST(matched AS BIGINT) AS matched, matched / filled AS matched_share, example
  FROM counted
  JOIN filled USING (column_place)
  WHERE matched >= 0.2 * filled
    OR because = 'words within'
    OR kind IN (${joinSql(
      sureKinds.map((kind) => literal(kind)),
      ', ',
    )})
), by_name AS (
  SELECT columns.column_place, named_kind AS kind
  FROM columns
  ANTI JOIN by_value
    ON by_value.column_place = columns.column_place
    AND by_value.kind = columns.named_kind
  WHERE named_kind IS NOT NULL
)
SELECT
  column_place,
  column_name,
  kind,
  CASE
    WHEN because = 'values' AND (matched_share >= 0.8 OR (matched_share >= 0.2 AND kind = named_kind)) THEN 'high'
    WHEN because = 'values' AND matched_share >= 0.2 THEN 'medium'
    ELSE 'low'
  END AS confidence,
  because,
  matched,
  matched_share,
  example
FROM by_value
JOIN columns USING (column_place)
UNION ALL
SELECT column_place, column_name, kind, 'medium', 'column name', NULL, NULL, NULL
FROM by_name
JOIN columns USING (column_place)
ORDER BY column_place, matched DESC NULLS LAST, kind`,
  };
}
