-- step active_days (table)
WITH chosen AS (
  SELECT
    user_id AS person,
    event_time
  FROM "events_engagement"
),
events AS (
  SELECT *
  FROM chosen
  WHERE person IS NOT NULL
    AND event_time < DATE '2026-06-15' + INTERVAL 1 DAY
)
SELECT DISTINCT
  person,
  CAST(event_time AS DATE) AS active_day
FROM events;

-- step daily_activity (table)
WITH spans AS (
  SELECT person, active_day, lead(active_day) OVER (PARTITION BY person ORDER BY active_day) AS next_day
  FROM "active_days"
),
changes AS (
  SELECT active_day AS on_day, 1 AS daily, 1 AS weekly, 1 AS monthly
  FROM spans
  UNION ALL
  SELECT active_day + 1, -1, 0, 0
  FROM spans
  UNION ALL
  SELECT least(active_day + 7, coalesce(next_day, active_day + 7)), 0, -1, 0
  FROM spans
  UNION ALL
  SELECT least(active_day + 28, coalesce(next_day, active_day + 28)), 0, 0, -1
  FROM spans
),
range_of_days AS (
  SELECT min(active_day) AS first_day, max(active_day) AS last_day
  FROM "active_days"
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
ORDER BY active_day;

-- step lifecycle (table)
WITH periods AS (
  SELECT DISTINCT person, CAST(date_trunc('week', active_day) AS DATE) AS period_start
  FROM "active_days"
),
neighbours AS (
  SELECT
    person,
    period_start,
    lag(period_start) OVER in_order AS before,
    lead(period_start) OVER in_order AS after
  FROM periods
  WINDOW in_order AS (PARTITION BY person ORDER BY period_start)
),
moves AS (
  SELECT
    period_start,
    CASE
      WHEN before IS NULL THEN 'new'
      WHEN before = period_start - INTERVAL 1 WEEK THEN 'returning'
      ELSE 'resurrected'
    END AS move
  FROM neighbours
  UNION ALL
  SELECT CAST(period_start + INTERVAL 1 WEEK AS DATE), 'lost'
  FROM neighbours
  WHERE after IS DISTINCT FROM period_start + INTERVAL 1 WEEK
),
ends AS (
  SELECT min(period_start) AS first_period, max(period_start) AS last_period
  FROM periods
),
calendar AS (
  SELECT CAST(unnest(generate_series(first_period, last_period, INTERVAL 1 WEEK)) AS DATE) AS period_start
  FROM ends
)
SELECT
  period_start,
  count(*) FILTER (WHERE move IN ('new', 'returning', 'resurrected')) AS active,
  count(*) FILTER (WHERE move = 'new') AS new,
  count(*) FILTER (WHERE move = 'returning') AS returning,
  count(*) FILTER (WHERE move = 'resurrected') AS resurrected,
  count(*) FILTER (WHERE move = 'lost') AS lost
FROM calendar
LEFT JOIN moves USING (period_start)
GROUP BY period_start
ORDER BY period_start;

-- check people_are_known (warning)
SELECT
  event_time
FROM "events_engagement"
WHERE user_id IS NULL
ORDER BY ALL;

-- check times_are_known (warning)
SELECT
  user_id AS person
FROM "events_engagement"
WHERE event_time IS NULL
ORDER BY ALL;

-- check times_are_past (warning)
SELECT
  user_id AS person,
  event_time
FROM "events_engagement"
WHERE event_time >= DATE '2026-06-15' + INTERVAL 1 DAY
ORDER BY ALL;

-- check events_are_left (error)
SELECT count(*) AS events
FROM "active_days"
HAVING count(*) = 0;

-- check time_is_long (note)
SELECT count(*) AS days
FROM "daily_activity"
HAVING count(*) < 28;

-- finding active_users
FROM "daily_activity"
ORDER BY active_day;

-- finding stickiness
SELECT
  active_day,
  smoothed_daily_users / monthly_users AS daily_of_monthly,
  weekly_users / monthly_users AS weekly_of_monthly
FROM "daily_activity"
WHERE monthly_users > 0
ORDER BY active_day;

-- finding lifecycle
SELECT
  *,
  -lost AS lost_below,
  (new + resurrected) / nullif(lost, 0) AS quick_ratio
FROM "lifecycle"
ORDER BY period_start;
