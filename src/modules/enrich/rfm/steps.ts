import { literal, type Sql, sql } from '../../../core/sql.ts';
import type { PlanContext, SqlStep } from '../../contract.ts';
import { rowsOf } from '../purchases.ts';
import type { RfmInput } from './input.ts';
import { scoreColumns, worstScore } from './scores.ts';
import { segmentSql } from './segments.ts';

/** Recency, frequency and revenue of each person, in the period chosen and in the one before. */
export function valuesStep(purchases: SqlStep, input: RfmInput, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'person_values',
    title: 'Recency, frequency, revenue',
    explanation: {
      what: 'Takes, for each person, the days since the last purchase, the number of purchases and what they came to.',
      why: 'These three say most of what will be bought next. The period before is taken too, to see who moved.',
      caution:
        'Days are counted to the day chosen, never to today, so that the same data gives the same scores. Revenue is rounded to two decimals, so that equal sums are equal in whatever order they are added.',
    },
    as: 'table',
    creates: context.scratch('person_values'),
    query: valuesSql(rowsOf(purchases), input),
  };
}

function valuesSql(purchases: Sql, { day, lookback, compare }: RfmInput): Sql {
  const asOf =
    day === ''
      ? sql`(SELECT CAST(max(purchased_at) AS DATE) + 1 FROM ${purchases})`
      : sql`CAST(${literal(day)} AS DATE)`;
  const shift = literal(lookback > 0 ? lookback : compare);
  const starts = lookback > 0 ? sql`as_of - ${literal(lookback)}` : sql`CAST(NULL AS DATE)`;
  return sql`WITH days AS (
  SELECT
    'now' AS period,
    ${asOf} AS as_of
  UNION ALL
  SELECT
    'before' AS period,
    ${asOf} - ${shift} AS as_of
), periods AS (
  SELECT
    period,
    as_of,
    ${starts} AS starts
  FROM days
)
SELECT
  period,
  person,
  date_diff('day', max(purchased_at), CAST(any_value(as_of) AS TIMESTAMP)) AS recency_days,
  count(*) AS orders,
  round(sum(amount), 2) AS revenue
FROM ${purchases}
CROSS JOIN periods
WHERE purchased_at < as_of
  AND (starts IS NULL OR purchased_at >= starts)
GROUP BY period, person`;
}

/** Scores and segment of each person and period. */
export function scoresStep(values: SqlStep, input: RfmInput, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'person_scores',
    title: 'Scores and segments',
    explanation: {
      what: 'Turns the three values into scores, 1 for the best, and the scores into a segment by the first rule that fits.',
      why: 'Scores make days, counts and money comparable; a segment is a name to act on.',
      caution:
        'A segment says no more than its rule: the customary “Loyal” and “Promising” ask nothing of recency, and so hold people who may be gone. Splitting ties puts people of the same value into different bins, by the order of their names; the findings say how many.',
    },
    as: 'table',
    creates: context.scratch('person_scores'),
    query: sql`WITH scored AS (
  SELECT
    *,
    ${scoreColumns(input)}
  FROM ${rowsOf(values)}
)
SELECT
  *,
  ${segmentSql(input.segments, worstScore(input))} AS segment
FROM scored`,
  };
}

/** The scores of the period chosen, as they are kept. */
export function currentStep(scores: SqlStep, context: PlanContext): SqlStep {
  return {
    kind: 'sql',
    id: 'rfm_scores',
    title: 'One row a person',
    explanation: {
      what: 'Leaves out the earlier period.',
      why: 'A dataset of people has one row for each, so that it can be joined without counting anyone twice.',
    },
    as: 'view',
    creates: context.scratch('rfm_scores'),
    query: sql`SELECT * EXCLUDE (period)
FROM ${rowsOf(scores)}
WHERE period = 'now'
ORDER BY person`,
  };
}
