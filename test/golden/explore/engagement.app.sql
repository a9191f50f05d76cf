-- step active_days (view)
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

-- step neighbour_days (table)
WITH neighbours AS (
  SELECT
    active_day,
    lag(active_day) OVER in_order AS day_before,
    lead(active_day) OVER in_order AS day_after
  FROM "active_days"
  WINDOW in_order AS (PARTITION BY person ORDER BY active_day)
)
SELECT active_day, day_before, day_after, count(*) AS users
FROM neighbours
GROUP BY active_day, day_before, day_after;

-- step daily_activity (table)
WITH changes AS (
  SELECT active_day AS on_day, users AS daily, users AS weekly, users AS monthly
  FROM "neighbour_days"
  UNION ALL
  SELECT active_day + 1, -users, 0, 0
  FROM "neighbour_days"
  UNION ALL
  SELECT least(active_day + 7, coalesce(day_after, active_day + 7)), 0, -users, 0
  FROM "neighbour_days"
  UNION ALL
  SELECT least(active_day + 28, coalesce(day_after, active_day + 28)), 0, 0, -users
  FROM "neighbour_days"
),
range_of_days AS (
  SELECT min(active_day) AS first_day, max(active_day) AS last_day
  FROM "neighbour_days"
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
  SELECT
    CASE WHEN active_day IS NOT NULL THEN CAST(date_trunc('week', active_day) AS DATE) END AS period_start,
    CASE WHEN day_before IS NOT NULL THEN CAST(date_trunc('week', day_before) AS DATE) END AS before,
    CASE WHEN day_after IS NOT NULL THEN CAST(date_trunc('week', day_after) AS DATE) END AS after,
    users
  FROM "neighbour_days"
),
moves AS (
  SELECT
    period_start,
    CASE
      WHEN before IS NULL THEN 'new'
      WHEN before = period_start - INTERVAL 1 WEEK THEN 'returning'
      ELSE 'resurrected'
    END AS move,
    users
  FROM periods
  WHERE before IS DISTINCT FROM period_start
  UNION ALL
  SELECT CAST(period_start + INTERVAL 1 WEEK AS DATE), 'lost', users
  FROM periods
  WHERE after IS DISTINCT FROM period_start
    AND after IS DISTINCT FROM period_start + INTERVAL 1 WEEK
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
  CAST(coalesce(sum(users) FILTER (WHERE move IN ('new', 'returning', 'resurrected')), 0) AS BIGINT) AS active,
  CAST(coalesce(sum(users) FILTER (WHERE move = 'new'), 0) AS BIGINT) AS new,
  CAST(coalesce(sum(users) FILTER (WHERE move = 'returning'), 0) AS BIGINT) AS returning,
  CAST(coalesce(sum(users) FILTER (WHERE move = 'resurrected'), 0) AS BIGINT) AS resurrected,
  CAST(coalesce(sum(users) FILTER (WHERE move = 'lost'), 0) AS BIGINT) AS lost
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
SELECT 0 AS events
WHERE NOT EXISTS (FROM "neighbour_days");

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
