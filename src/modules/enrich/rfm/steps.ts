import { literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import type { PlanContext, SqlStep } from '../../contract.ts';
import { whereSql } from '../../row-filter.ts';
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
  const within = [
    ...(day === '' ? [] : [sql`purchased_at < as_of`]),
    ...(lookback > 0 ? [sql`purchased_at >= as_of_before - ${literal(lookback)}`] : []),
  ];
  const isNow = lookback > 0 ? sql` FILTER (WHERE purchased_at >= as_of_before)` : sql``;
  const isBefore = sql` FILTER (WHERE purchased_at < as_of_before)`;
  return sql`WITH days AS (
  SELECT ${asOf} AS as_of
), periods AS (
  SELECT
    as_of,
    as_of - ${literal(lookback > 0 ? lookback : compare)} AS as_of_before
  FROM days
), people AS (
  SELECT
    person,
    CAST(any_value(as_of) AS TIMESTAMP) AS as_of,
    CAST(any_value(as_of_before) AS TIMESTAMP) AS as_of_before,
    ${totals('now', isNow)},
    ${totals('before', isBefore)}
  FROM ${purchases}
  CROSS JOIN periods${whereSql(within, '  ')}
  GROUP BY person
)
${periodSql('now', sql`as_of`)}
UNION ALL
${periodSql('before', sql`as_of_before`)}`;
}

/** What one period's purchases come to, as columns named after it. */
function totals(period: Period, filter: Sql): Sql {
  return sql`max(purchased_at)${filter} AS ${rawSql(`last_${period}`)},
    count(*)${filter} AS ${rawSql(`orders_${period}`)},
    sum(amount)${filter} AS ${rawSql(`revenue_${period}`)}`;
}

/** The rows of one period. An ENUM is compared and sorted as a number, which windows do much faster than text. */
function periodSql(period: Period, asOf: Sql): Sql {
  return sql`SELECT
  CAST(${literal(period)} AS ENUM ('now', 'before')) AS period,
  person,
  date_diff('day', ${rawSql(`last_${period}`)}, ${asOf}) AS recency_days,
  ${rawSql(`orders_${period}`)} AS orders,
  round(${rawSql(`revenue_${period}`)}, 2) AS revenue
FROM people
WHERE ${rawSql(`orders_${period}`)} > 0`;
}

type Period = 'now' | 'before';

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
