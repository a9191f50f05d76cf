import { rawSql, relation, type RelationName, type Sql, sql } from '../../../core/sql.ts';
import { startOfSql } from '../../start-of.ts';

/**
 * How many people were active on a day, on which day before and on which after: all that the next steps ask of people, in
 * few rows. One window sees both neighbours.
 */
export function neighbourDaysSql(days: RelationName): Sql {
  return sql`WITH neighbours AS (
  SELECT
    active_day,
    lag(active_day) OVER in_order AS day_before,
    lead(active_day) OVER in_order AS day_after
  FROM ${relation(days)}
  WINDOW in_order AS (PARTITION BY person ORDER BY active_day)
)
SELECT active_day, day_before, day_after, count(*) AS users
FROM neighbours
GROUP BY active_day, day_before, day_after`;
}

/**
 * Active people of each day, of the 7 and of the 28 days up to it. Each active day counts until the person's next one
 * or the end of the span, so that nobody counts twice and no day is joined with all days before it.
 */
export function dailyActivitySql(days: RelationName): Sql {
  return sql`WITH changes AS (
  SELECT active_day AS on_day, users AS daily, users AS weekly, users AS monthly
  FROM ${relation(days)}
  UNION ALL
  SELECT active_day + 1, -users, 0, 0
  FROM ${relation(days)}
  UNION ALL
  SELECT least(active_day + 7, coalesce(day_after, active_day + 7)), 0, -users, 0
  FROM ${relation(days)}
  UNION ALL
  SELECT least(active_day + 28, coalesce(day_after, active_day + 28)), 0, 0, -users
  FROM ${relation(days)}
),
range_of_days AS (
  SELECT min(active_day) AS first_day, max(active_day) AS last_day
  FROM ${relation(days)}
),
calendar AS (
  SELECT CAST(unnest(generate_series(first_day, last_day, INTERVAL 1 DAY)) AS DATE) AS on_day, first_day
  FROM range_of_days
),
by_day AS (
  SELECT on_day, sum(daily) AS daily, sum(weekly) AS weekly, sum(monthly) AS monthly
  FROM changes
  GROUP BY on_day
),
running AS (
  SELECT
    on_day,
    first_day,
    sum(coalesce(daily, 0)) OVER in_order AS daily_users,
    sum(coalesce(weekly, 0)) OVER in_order AS weekly_users,
    sum(coalesce(monthly, 0)) OVER in_order AS monthly_users
  FROM calendar
  LEFT JOIN by_day USING (on_day)
  WINDOW in_order AS (ORDER BY on_day)
)
SELECT
  on_day AS active_day,
  CAST(daily_users AS BIGINT) AS daily_users,
  CASE WHEN on_day >= first_day + 6 THEN CAST(weekly_users AS BIGINT) END AS weekly_users,
  CASE WHEN on_day >= first_day + 27 THEN CAST(monthly_users AS BIGINT) END AS monthly_users,
  CASE WHEN on_day >= first_day + 6 THEN avg(daily_users) OVER last_week END AS smoothed_daily_users
FROM running
WINDOW last_week AS (ORDER BY on_day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW)
ORDER BY active_day`;
}

/** Who is new, returning, resurrected and lost in each period. Those of the last period cannot be lost yet. */
export function lifecycleSql(days: RelationName, period: string): Sql {
  const unit = rawSql(period.toUpperCase());
  return sql`WITH periods AS (
  SELECT
    ${startOfSql(period, sql`active_day`)} AS period_start,
    ${startOfSql(period, sql`day_before`)} AS before,
    ${startOfSql(period, sql`day_after`)} AS after,
    users
  FROM ${relation(days)}
),
moves AS (
  SELECT
    period_start,
    CASE
      WHEN before IS NULL THEN 'new'
      WHEN before = period_start - INTERVAL 1 ${unit} THEN 'returning'
      ELSE 'resurrected'
    END AS move,
    users
  FROM periods
  WHERE before IS DISTINCT FROM period_start
  UNION ALL
  SELECT CAST(period_start + INTERVAL 1 ${unit} AS DATE), 'lost', users
  FROM periods
  WHERE after IS DISTINCT FROM period_start
    AND after IS DISTINCT FROM period_start + INTERVAL 1 ${unit}
),
ends AS (
  SELECT min(period_start) AS first_period, max(period_start) AS last_period
  FROM periods
),
calendar AS (
  SELECT CAST(unnest(generate_series(first_period, last_period, INTERVAL 1 ${unit})) AS DATE) AS period_start
  FROM ends
)
SELECT
  period_start,
  CAST(coalesce(sum(users) FILTER (WHERE move IN ('new', 'returning', 'resurrected')), 0) AS BIGINT) AS active,
  CAST(coalesce(sum(users) FILTER (WHERE move = 'new'), 0) AS BIGINT) AS new,
  CAST(coalesce(sum(users) FILTER (WHERE move = 'returning'), 0) AS BIGINT) AS returning,
  CAST(coalesce(sum(users) FILTER (WHERE move = 'resurrected'), 0) AS BIGINT) AS resurrected,
  CAST(coalesce(sum(users) FILTER (WHERE move = 'lost'), 0) AS BIGINT) AS lost
FROM calendar
LEFT JOIN moves USING (period_start)
GROUP BY period_start
ORDER BY period_start`;
}
