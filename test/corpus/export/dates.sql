-- Dates: formats, parts, distances and intervals.
SELECT
  strftime(seen_at, '%Y-%m-%d %H:%M') AS minute,
  strptime(text, '%d.%m.%Y') AS read_at,
  dayofweek(seen_at) AS weekday,
  extract(isodow FROM seen_at) AS iso_day,
  weekofyear(seen_at) AS week,
  monthname(seen_at) AS month,
  date_diff('month', joined, seen_at) AS months,
  seen_at + INTERVAL 7 DAY AS later,
  last_day(joined) AS month_end,
  epoch(seen_at) AS seconds
FROM visits

=== spark, databricks
SELECT
  DATE_FORMAT(seen_at, 'yyyy-MM-dd HH:mm') AS minute,
  TO_TIMESTAMP(text, 'dd.MM.yyyy') AS read_at,
  (DAYOFWEEK(seen_at) - 1) AS weekday,
  (WEEKDAY(seen_at) + 1) AS iso_day,
  WEEKOFYEAR(seen_at) AS week,
  DATE_FORMAT(seen_at, 'MMMM') AS month,
  ((YEAR(seen_at) - YEAR(joined)) * 12 + MONTH(seen_at) - MONTH(joined)) AS months,
  seen_at + INTERVAL '7' DAY AS later,
  LAST_DAY(joined) AS month_end,
  (UNIX_MICROS(CAST(seen_at AS TIMESTAMP)) / 1000000) AS seconds
FROM visits
? epoch (11:3)

=== snowflake
SELECT
  TO_CHAR(seen_at, 'YYYY-MM-DD HH24:MI') AS minute,
  TO_TIMESTAMP_NTZ(text, 'DD.MM.YYYY') AS read_at,
  MOD(DAYOFWEEKISO(seen_at), 7) AS weekday,
  DAYOFWEEKISO(seen_at) AS iso_day,
  WEEKISO(seen_at) AS week,
  TO_CHAR(seen_at, 'MMMM') AS month,
  DATEDIFF(MONTH, joined, seen_at) AS months,
  seen_at + INTERVAL '7 DAY' AS later,
  LAST_DAY(joined) AS month_end,
  (DATE_PART(EPOCH_MICROSECOND, seen_at) / 1000000) AS seconds
FROM visits

=== bigquery
SELECT
  FORMAT_DATETIME('%Y-%m-%d %H:%M', CAST(seen_at AS DATETIME)) AS minute,
  PARSE_DATETIME('%d.%m.%Y', text) AS read_at,
  (EXTRACT(DAYOFWEEK FROM seen_at) - 1) AS weekday,
  (MOD(EXTRACT(DAYOFWEEK FROM seen_at) + 5, 7) + 1) AS iso_day,
  EXTRACT(ISOWEEK FROM seen_at) AS week,
  FORMAT_DATETIME('%B', CAST(seen_at AS DATETIME)) AS month,
  DATE_DIFF(CAST(seen_at AS DATE), CAST(joined AS DATE), MONTH) AS months,
  seen_at + INTERVAL '7' DAY AS later,
  LAST_DAY(joined) AS month_end,
  (UNIX_MICROS(CAST(seen_at AS TIMESTAMP)) / 1000000) AS seconds
FROM visits

=== redshift
SELECT
  TO_CHAR(seen_at, 'YYYY-MM-DD HH24:MI') AS minute,
  CAST(TO_TIMESTAMP(text, 'DD.MM.YYYY') AS TIMESTAMP) AS read_at,
  EXTRACT(DOW FROM seen_at) AS weekday,
  (MOD(CAST(EXTRACT(DOW FROM seen_at) AS INTEGER) + 6, 7) + 1) AS iso_day,
  EXTRACT(WEEK FROM seen_at) AS week,
  TRIM(TO_CHAR(seen_at, 'Month')) AS month,
  DATEDIFF(MONTH, joined, seen_at) AS months,
  seen_at + INTERVAL '7 DAY' AS later,
  LAST_DAY(joined) AS month_end,
  (DATEDIFF(MICROSECOND, TIMESTAMP '1970-01-01 00:00:00', seen_at) / 1000000.0) AS seconds
FROM visits

=== postgresql
SELECT
  TO_CHAR(seen_at, 'YYYY-MM-DD HH24:MI') AS minute,
  CAST(TO_TIMESTAMP(text, 'DD.MM.YYYY') AS TIMESTAMP) AS read_at,
  EXTRACT(DOW FROM seen_at) AS weekday,
  EXTRACT(ISODOW FROM seen_at) AS iso_day,
  EXTRACT(WEEK FROM seen_at) AS week,
  TO_CHAR(seen_at, 'FMMonth') AS month,
  CAST((EXTRACT(YEAR FROM seen_at) - EXTRACT(YEAR FROM joined)) * 12 + EXTRACT(MONTH FROM seen_at) - EXTRACT(MONTH FROM joined) AS BIGINT) AS months,
  seen_at + INTERVAL '7 DAY' AS later,
  CAST(DATE_TRUNC('month', joined) + INTERVAL '1 month' - INTERVAL '1 day' AS DATE) AS month_end,
  EXTRACT(EPOCH FROM seen_at) AS seconds
FROM visits

=== trino
SELECT
  DATE_FORMAT(seen_at, '%Y-%m-%d %H:%i') AS minute,
  DATE_PARSE(text, '%d.%m.%Y') AS read_at,
  (DAY_OF_WEEK(seen_at) % 7) AS weekday,
  DAY_OF_WEEK(seen_at) AS iso_day,
  WEEK(seen_at) AS week,
  DATE_FORMAT(seen_at, '%M') AS month,
  DATE_DIFF('month', DATE_TRUNC('month', joined), DATE_TRUNC('month', seen_at)) AS months,
  seen_at + INTERVAL '7' DAY AS later,
  LAST_DAY_OF_MONTH(joined) AS month_end,
  TO_UNIXTIME(seen_at) AS seconds
FROM visits
? epoch (11:3)
