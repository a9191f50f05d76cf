import { joinSql, literal, rawSql, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import type { SourceDataset } from '../../source-dataset.ts';
import { conditionSql } from '../../row-filter.ts';
import { type NamedColumns, normalisedEvents, timeSql } from '../events/normalise.ts';
import type { RetentionInput } from './retention-input.ts';

/** The days on which each person was active, with marks for beginnings and returns. */
export function activeDaysSql(source: SourceDataset, input: RetentionInput, now: Date): Sql {
  const marks = [
    ['begins', input.beginsWhere],
    ['returns', input.returnsWhere],
  ] as const;
  const chosen = marks.flatMap(([name, condition]): NamedColumns =>
    condition === '' ? [] : [[name, sql`${conditionSql(condition)} IS TRUE`]],
  );
  const daily = marks.map(([name, condition]) =>
    condition === '' ? sql`true AS ${rawSql(name)}` : sql`bool_or(${rawSql(name)}) AS ${rawSql(name)}`,
  );
  return normalisedEvents(
    source,
    [['person', source.column(input.person).sql], ['event_time', timeSql(source, input.time)], ...chosen],
    { ...input, now },
    sql`SELECT
  person,
  CAST(event_time AS DATE) AS active_day,
  ${joinSql(daily, ',\n  ')}
FROM events
GROUP BY person, active_day`,
  );
}

/** Each person’s first day, and the last on which they were back. */
export function firstDaysSql(days: RelationName): Sql {
  return sql`SELECT
  person,
  min(active_day) FILTER (WHERE begins) AS first_day,
  max(active_day) FILTER (WHERE returns) AS last_day
FROM ${relation(days)}
GROUP BY person
HAVING bool_or(begins)`;
}

/**
 * Figures of every cohort and period that all of its people have lived through: who was back in it (exact), and who in it
 * or later (rolling, also called unbounded).
 */
export function gridSql(days: RelationName, firstDays: RelationName, input: RetentionInput): Sql {
  return sql`WITH last_day AS (
  SELECT max(active_day) AS last_day
  FROM ${relation(days)}
),
cohorts AS (
  SELECT ${cohortSql(input)} AS cohort, count(*) AS people, max(first_day) AS latest_start
  FROM ${relation(firstDays)}
  GROUP BY cohort
),
cells AS (
  SELECT cohort, people, unnest(range(0, ${literal(input.horizon + 1)})) AS period, latest_start
  FROM cohorts
),
observed AS (
  SELECT cells.*
  FROM cells, last_day
  WHERE period = 0
    OR latest_start + to_${rawSql(input.period)}s(CAST(period + 1 AS INTEGER)) - INTERVAL 1 DAY <= last_day
),
${returnsSql(days, firstDays, input)},
exact AS (
  SELECT ${cohortSql(input)} AS cohort, period, sum(people) AS returned
  FROM returns
  GROUP BY cohort, period
),
stops AS (
  SELECT
    ${cohortSql(input)} AS cohort,
    ${periodSql(input, 'last_day')} AS last_period,
    count(*) AS stopped
  FROM ${relation(firstDays)}
  WHERE last_day >= first_day
  GROUP BY cohort, last_period
),
rolling AS (
  SELECT cohort, period, sum(stopped) AS still_there
  FROM observed
  JOIN stops USING (cohort)
  WHERE last_period >= period
  GROUP BY cohort, period
)
SELECT
  cohort,
  people,
  period,
  CAST(coalesce(returned, 0) AS BIGINT) AS returned,
  CAST(coalesce(still_there, 0) AS BIGINT) AS returned_then_or_later,
  coalesce(returned, 0) / people AS retention,
  coalesce(still_there, 0) / people AS rolling_retention
FROM observed
LEFT JOIN exact USING (cohort, period)
LEFT JOIN rolling USING (cohort, period)
ORDER BY cohort, period`;
}

function cohortSql({ cohort }: RetentionInput): Sql {
  return sql`CAST(date_trunc(${literal(cohort)}, first_day) AS DATE)`;
}

/** Complete periods from the first day to another. */
function periodSql({ period }: RetentionInput, until: 'active_day' | 'last_day'): Sql {
  return sql`date_sub(${literal(period)}, first_day, ${rawSql(until)})`;
}

/** How many people of a first day were back in a period. Days are counted before anything is made of them. */
function returnsSql(days: RelationName, firstDays: RelationName, input: RetentionInput): Sql {
  const rows = sql`FROM ${relation(days)}
  JOIN ${relation(firstDays)} USING (person)
  WHERE returns
    AND active_day >= first_day`;
  if (input.period === 'day') {
    return sql`pairs AS (
  SELECT first_day, active_day, count(*) AS people
  ${rows}
  GROUP BY first_day, active_day
),
returns AS (
  SELECT first_day, ${periodSql(input, 'active_day')} AS period, people
  FROM pairs
)`;
  }
  return sql`people_back AS (
  SELECT DISTINCT person, first_day, ${periodSql(input, 'active_day')} AS period
  ${rows}
),
returns AS (
  SELECT first_day, period, count(*) AS people
  FROM people_back
  GROUP BY first_day, period
)`;
}
