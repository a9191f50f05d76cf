import { literal, sql } from '../../../core/sql.ts';
import type { PlanContext, SqlStep } from '../../contract.ts';
import { rowsOf } from '../purchases.ts';
import type { NextPurchaseInput } from './input.ts';

/** The days on which each person bought, with the days since the one before. */
export function gapsStep(purchases: SqlStep, { day }: NextPurchaseInput, context: PlanContext): SqlStep {
  const until = day === '' ? sql`` : sql`\n  WHERE purchased_at < CAST(${literal(day)} AS DATE)`;
  return {
    kind: 'sql',
    id: 'gaps',
    title: 'Gaps between purchases',
    explanation: {
      what: 'Puts the purchases of a day together, and takes the days since the person’s purchase before with lag.',
      why: 'Two purchases on one day are one visit: counted apart they would make gaps of 0.',
      caution: 'The gap that is still open, since the last purchase, is not among them: long gaps are seen too seldom.',
    },
    as: 'table',
    creates: context.scratch('gaps'),
    query: sql`WITH purchase_days AS (
  SELECT
    person,
    CAST(purchased_at AS DATE) AS purchase_day,
    sum(amount) AS amount
  FROM ${rowsOf(purchases)}${until}
  GROUP BY ALL
)
SELECT
  *,
  purchase_day - lag(purchase_day) OVER by_day AS gap,
  lead(purchase_day) OVER by_day IS NULL AS is_latest
FROM purchase_days
WINDOW by_day AS (PARTITION BY person ORDER BY purchase_day)`,
  };
}

/** Each person's expected gap and day. */
export function expectedStep(
  gaps: SqlStep,
  { day, prior, late, ahead }: NextPurchaseInput,
  context: PlanContext,
): SqlStep {
  const asOf =
    day === '' ? sql`(SELECT max(purchase_day) + 1 FROM ${rowsOf(gaps)})` : sql`CAST(${literal(day)} AS DATE)`;
  return {
    kind: 'sql',
    id: 'expected_purchases',
    title: 'Expected gap and day',
    explanation: {
      what: `Averages the gaps of each person with the population’s, which counts as ${prior} of their own; whoever has waited more than ${late} expected gaps is overdue.`,
      why: 'One own gap says little, twenty say much: the mixture trusts a person’s own gaps as far as they go.',
      caution:
        'It expects everyone to come back. Whoever is many gaps late may be gone: see lifetime value for that. Revenue is rounded to two decimals.',
    },
    as: 'table',
    creates: context.scratch('expected_purchases'),
    query: sql`WITH population AS (
  SELECT avg(gap) AS population_gap, ${asOf} AS as_of
  FROM ${rowsOf(gaps)}
), people AS (
  SELECT
    person,
    count(*) AS purchase_days,
    count(gap) AS own_gaps,
    avg(gap) AS own_gap,
    max(purchase_day) AS last_day,
    round(sum(amount), 2) AS revenue
  FROM ${rowsOf(gaps)}
  GROUP BY person
), mixed AS (
  SELECT
    * EXCLUDE (population_gap),
    CASE
      WHEN own_gaps + ${literal(prior)} > 0
      THEN (own_gaps * coalesce(own_gap, 0) + ${literal(prior)} * population_gap) / (own_gaps + ${literal(prior)})
      ELSE population_gap
    END AS expected_gap
  FROM people
  CROSS JOIN population
)
SELECT
  * EXCLUDE (as_of),
  last_day + CAST(round(expected_gap) AS INTEGER) AS expected_day,
  as_of - last_day AS days_since_last,
  (as_of - last_day) / nullif(expected_gap, 0) AS gaps_since_last,
  CASE
    WHEN expected_gap IS NULL THEN 'unknown'
    WHEN (as_of - last_day) > ${literal(late)} * expected_gap THEN 'overdue'
    WHEN last_day + CAST(round(expected_gap) AS INTEGER) < as_of THEN 'late'
    WHEN last_day + CAST(round(expected_gap) AS INTEGER) < as_of + ${literal(ahead)} THEN 'due soon'
    ELSE 'due later'
  END AS status
FROM mixed
ORDER BY person`,
  };
}
