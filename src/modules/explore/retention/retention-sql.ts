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

/** Each person's cohort, and how many complete periods after their first day they were back. */
export function returnsSql(days: RelationName, { cohort, period }: RetentionInput): Sql {
  return sql`WITH beginnings AS (
  SELECT person, min(active_day) AS first_day
  FROM ${relation(days)}
  WHERE begins
  GROUP BY person
)
SELECT${period === 'day' ? sql`` : sql` DISTINCT`}
  person,
  first_day,
  CAST(date_trunc(${literal(cohort)}, first_day) AS DATE) AS cohort,
  CASE WHEN returns THEN date_sub(${literal(period)}, first_day, active_day) END AS period
FROM ${relation(days)}
JOIN beginnings USING (person)
WHERE active_day >= first_day`;
}

/**
 * Figures of every cohort and period that all of its people have lived through: who was back in it (exact), and who in it
 * or later (rolling, also called unbounded).
 */
export function gridSql(days: RelationName, returns: RelationName, input: RetentionInput): Sql {
  return sql`WITH last_day AS (
  SELECT max(active_day) AS last_day
  FROM ${relation(days)}
),
cohorts AS (
  SELECT cohort, count(DISTINCT person) AS people, max(first_day) AS latest_start
  FROM ${relation(returns)}
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
exact AS (
  SELECT cohort, period, count(*) AS returned
  FROM ${relation(returns)}
  WHERE period IS NOT NULL
  GROUP BY cohort, period
),
last_returns AS (
  SELECT cohort, person, max(period) AS last_period
  FROM ${relation(returns)}
  GROUP BY cohort, person
),
stops AS (
  SELECT cohort, last_period, count(*) AS stopped
  FROM last_returns
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
  coalesce(returned, 0) AS returned,
  CAST(coalesce(still_there, 0) AS BIGINT) AS returned_then_or_later,
  coalesce(returned, 0) / people AS retention,
  coalesce(still_there, 0) / people AS rolling_retention
FROM observed
LEFT JOIN exact USING (cohort, period)
LEFT JOIN rolling USING (cohort, period)
ORDER BY cohort, period`;
}
