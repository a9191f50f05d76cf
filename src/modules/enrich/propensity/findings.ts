import { joinSql, sql } from '../../../core/sql.ts';
import type { StructValue } from '../../../engine/value.ts';
import type { Finding, SqlStep } from '../../contract.ts';
import { counted, numberOf, readable, share, textOf } from '../../words.ts';
import { rowsOf } from '../purchases.ts';
import { type Feature, featureColumn } from './features.ts';

/** How often the outcome came, and what went before it. */
export function propensityFindings(features: SqlStep, columns: readonly Feature[]): readonly Finding[] {
  const rows = rowsOf(features);
  return [
    {
      id: 'outcome',
      title: 'How often the outcome came',
      data: sql`SELECT
  count(*) AS people,
  count_if(outcome) AS with_outcome,
  count_if(outcome) / nullif(count(*), 0) AS outcome_rate
FROM ${rows}`,
      reading: 'A model must find more than this share among those it names, or it is worth nothing.',
      chart: {
        kind: 'number',
        y: [{ name: 'outcome_rate' }],
        aggregate: 'none',
        format: { notation: 'percent', decimals: 1 },
      },
      words: outcomeWords,
    },
    {
      id: 'features',
      title: 'What goes before the outcome',
      data: sql`WITH long AS (
  UNPIVOT (
    SELECT
      outcome,
      ${joinSql(
        columns.map((feature) => sql`CAST(${featureColumn(feature)} AS DOUBLE) AS ${featureColumn(feature)}`),
        ',\n      ',
      )}
    FROM ${rows}
  )
  ON ${joinSql(columns.map(featureColumn), ', ')}
  INTO NAME feature VALUE "value"
), figures AS (
  SELECT
    feature,
    avg("value") FILTER (WHERE outcome) AS average_with,
    avg("value") FILTER (WHERE NOT outcome) AS average_without,
    CASE
      WHEN stddev_pop("value") > 0 AND count(DISTINCT outcome) > 1
      THEN corr("value", CAST(outcome AS INTEGER))
    END AS correlation
  FROM long
  GROUP BY feature
)
SELECT
  *,
  abs(correlation) AS strength
FROM figures
ORDER BY strength DESC NULLS LAST, feature`,
      reading: 'The larger the correlation, either way, the more this feature alone foretells.',
      chart: {
        kind: 'bar',
        x: { name: 'feature' },
        y: [{ name: 'correlation' }],
        aggregate: 'none',
        order: 'appearance',
      },
      words: featureWords,
    },
    {
      id: 'recency',
      title: 'Outcome by recency',
      data: sql`WITH tenths AS (
  SELECT recency_days, outcome, ntile(10) OVER (ORDER BY recency_days, person) AS tenth
  FROM ${rows}
)
SELECT
  tenth,
  count(*) AS people,
  min(recency_days) AS recency_from,
  max(recency_days) AS recency_to,
  count_if(outcome) / count(*) AS outcome_rate
FROM tenths
GROUP BY tenth
ORDER BY tenth`,
      reading: 'The first tenth was active last. A steep fall says that recency alone already ranks people well.',
      chart: {
        kind: 'line',
        x: { name: 'tenth' },
        y: [{ name: 'outcome_rate' }],
        aggregate: 'none',
        format: { notation: 'percent', decimals: 1 },
      },
      words: recencyWords,
    },
  ];
}

function outcomeWords([row]: readonly StructValue[]): string {
  const people = numberOf(row?.people);
  if (row === undefined || !(people > 0)) return 'Nobody was known before the cut-off.';
  return `The outcome came for ${share(numberOf(row.with_outcome), people)} of ${counted(
    people,
    'person',
    'people',
  )} known before the cut-off, that is for ${readable(numberOf(row.with_outcome))}.`;
}

function featureWords(rows: readonly StructValue[]): string {
  const [first] = rows;
  if (first === undefined || Number.isNaN(numberOf(first.correlation)))
    return 'No feature tells people with the outcome from those without.';
  return `“${textOf(first.feature)}” foretells most, with a correlation of ${readable(numberOf(first.correlation))}: ${readable(
    numberOf(first.average_with),
  )} on average before the outcome, ${readable(numberOf(first.average_without))} before none.`;
}

function recencyWords(rows: readonly StructValue[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return 'Nobody was known before the cut-off.';
  return `The outcome came for ${share(numberOf(first.outcome_rate), 1)} of those active last, and for ${share(
    numberOf(last.outcome_rate),
    1,
  )} of those whose last event is longest ago.`;
}
