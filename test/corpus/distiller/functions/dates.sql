--% Dates and times

--# add_months: stays in the month
--: Spark docs, add_months
SELECT add_months('2016-08-31', 1) AS a, add_months('2024-01-31', 1) AS b, add_months('2024-03-31', -1) AS c, add_months(NULL, 1) AS d, add_months('2024-02-29', 12) AS e;
--= ["a", "b", "c", "d", "e"]
--= ["2016-09-30", "2024-02-29", "2024-02-29", null, "2025-02-28"]

--# date_add: days later
--: Spark docs, date_add
SELECT date_add('2016-07-30', 1) AS a, date_add(DATE '2024-02-28', 2) AS b, date_add(NULL, 1) AS c, dateadd(DATE '2024-01-31', -31) AS d, date_add(TIMESTAMP '2024-01-31 23:00:00', 1) AS e;
--= ["a", "b", "c", "d", "e"]
--= ["2016-07-31", "2024-03-01", null, "2023-12-31", "2024-02-01"]

--# date_sub: days earlier
--: Spark docs, date_sub; Data Distiller docs
SELECT date_sub('2016-07-30', 1) AS a, date_sub(DATE '2024-03-01', 1) AS b;
--= ["a", "b"]
--= ["2016-07-29", "2024-02-29"]

--# datediff: days from the second to the first
--: Spark docs, datediff; Data Distiller docs
SELECT datediff('2009-07-31', '2009-07-30') AS a, datediff('2009-07-30', '2009-07-31') AS b, datediff(TIMESTAMP '2024-01-02 00:01:00', TIMESTAMP '2024-01-01 23:59:00') AS c, datediff(NULL, '2024-01-01') AS d, date_diff('2024-03-01', '2024-02-01') AS e;
--= ["a", "b", "c", "d", "e"]
--= [1, -1, 1, null, 29]

--# datediff: whole units with a unit
--: Spark docs, datediff
SELECT datediff(HOUR, TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-01-02 01:59:00') AS a, datediff(MONTH, DATE '2024-01-31', DATE '2024-02-29') AS b, timestampdiff(DAY, TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-01-31 00:00:00') AS c;
--= ["a", "b", "c"]
--= [25, 0, 30]

--# dateadd: with a unit
--: Spark docs, dateadd, timestampadd
SELECT dateadd(MONTH, 1, TIMESTAMP '2024-01-31 10:00:00') AS a, timestampadd(HOUR, 8, TIMESTAMP '2022-02-11 20:30:00') AS b, dateadd(DAY, 5, TIMESTAMP '2022-02-11 20:30:00') AS c;
--= ["a", "b", "c"]
--= ["2024-02-29 10:00:00", "2022-02-12 04:30:00", "2022-02-16 20:30:00"]

--# date_format: Java's letters
--: Spark docs, date_format and datetime patterns
SELECT date_format('2016-04-08', 'y') AS a, date_format(TIMESTAMP '2024-01-31 15:04:05', 'yyyy-MM-dd HH:mm:ss') AS b, date_format(DATE '2024-01-05', 'd MMM yy') AS c, date_format(DATE '2024-01-05', 'EEEE, MMMM') AS d, date_format(TIMESTAMP '2024-01-31 15:04:05', 'h:mm a') AS e;
--= ["a", "b", "c", "d", "e"]
--= ["2016", "2024-01-31 15:04:05", "5 Jan 24", "Friday, January", "3:04 PM"]

--# date_format: quoted words, day of the year, short days, fractions
--: Spark docs, datetime patterns
SELECT date_format(TIMESTAMP '2024-02-01 00:00:00.123', 'yyyy\'T\'DDD') AS a, date_format(DATE '2024-02-01', 'E') AS b, date_format(TIMESTAMP '2024-02-01 00:00:00.123', 'ss.SSS') AS c, date_format(DATE '2024-05-01', 'Q') AS d, date_format(NULL, 'yyyy') AS e;
--= ["a", "b", "c", "d", "e"]
--= ["2024T032", "Thu", "00.123", "2", null]

--# date_trunc: gives a timestamp
--: Spark docs, date_trunc; Data Distiller docs
SELECT date_trunc('YEAR', '2015-03-05T09:32:05.359') AS a, date_trunc('MM', '2015-03-05T09:32:05.359') AS b, date_trunc('DD', '2015-03-05T09:32:05.359') AS c, date_trunc('HOUR', '2015-03-05T09:32:05.359') AS d, date_trunc('MILLISECOND', '2015-03-05T09:32:05.123456') AS e;
--= ["a", "b", "c", "d", "e"]
--= ["2015-01-01 00:00:00", "2015-03-01 00:00:00", "2015-03-05 00:00:00", "2015-03-05 09:00:00", "2015-03-05 09:32:05.123"]

--# date_trunc: weeks begin on Monday; quarters; an unknown unit is NULL
--: Spark docs, date_trunc
SELECT date_trunc('week', TIMESTAMP '2024-02-01 10:00:00') AS a, date_trunc('quarter', TIMESTAMP '2024-05-31 10:00:00') AS b, typeof(date_trunc('month', DATE '2024-05-31')) AS c, date_trunc('x', TIMESTAMP '2024-02-01 10:00:00') AS d;
--= ["a", "b", "c", "d"]
--= ["2024-01-29 00:00:00", "2024-04-01 00:00:00", "timestamp", null]

--# trunc: gives a date
--: Spark docs, trunc
SELECT trunc('2019-08-04', 'week') AS a, trunc('2019-08-04', 'quarter') AS b, trunc('2009-02-12', 'MM') AS c, trunc('2015-10-27', 'YEAR') AS d, trunc('2015-10-27', 'x') AS e;
--= ["a", "b", "c", "d", "e"]
--= ["2019-07-29", "2019-07-01", "2009-02-01", "2015-01-01", null]

--# day: and dayofmonth
--: Spark docs, day, dayofmonth
SELECT day('2009-07-30') AS a, dayofmonth('2009-07-30') AS b, day(NULL) AS c;
--= ["a", "b", "c"]
--= [30, 30, null]

--# dayofweek: Sunday is 1
--: Spark docs, dayofweek; Data Distiller docs
SELECT dayofweek('2009-07-30') AS a, dayofweek('2024-02-04') AS b, dayofweek('2024-02-03') AS c;
--= ["a", "b", "c"]
--= [5, 1, 7]

--# weekday: Monday is 0
--: Spark docs, weekday; Data Distiller docs
SELECT weekday('2009-07-30') AS a, weekday('2024-02-05') AS b, weekday('2024-02-04') AS c;
--= ["a", "b", "c"]
--= [3, 0, 6]

--# dayofyear: and weekofyear
--: Spark docs, dayofyear, weekofyear
SELECT dayofyear('2016-04-09') AS a, weekofyear('2008-02-20') AS b, weekofyear('2021-01-01') AS c, weekofyear('2024-12-30') AS d;
--= ["a", "b", "c", "d"]
--= [100, 8, 53, 1]

--# year: quarter and month
--: Spark docs, year, quarter, month
SELECT year('2016-07-30') AS a, quarter('2016-08-31') AS b, month('2016-07-30') AS c, year('x') AS d;
--= ["a", "b", "c", "d"]
--= [2016, 3, 7, null]

--# hour: minute and second
--: Spark docs, hour, minute, second
SELECT hour('2009-07-30 12:58:59') AS a, minute('2009-07-30 12:58:59') AS b, second('2009-07-30 12:58:59') AS c, hour(DATE '2024-01-01') AS d;
--= ["a", "b", "c", "d"]
--= [12, 58, 59, 0]

--# extract: parts by name
--: Spark docs, extract, date_part
SELECT extract(YEAR FROM TIMESTAMP '2019-08-12 01:00:00.123456') AS a, extract(week FROM TIMESTAMP '2019-08-12 01:00:00.123456') AS b, extract(doy FROM DATE '2019-08-12') AS c, extract(SECONDS FROM TIMESTAMP '2019-10-01 00:00:01.000001') AS d, date_part('dow', DATE '2019-08-12') AS e;
--= ["a", "b", "c", "d", "e"]
--= [2019, 33, 224, 1.000001, 2]

--# last_day: of the month
--: Spark docs, last_day
SELECT last_day('2009-01-12') AS a, last_day('2024-02-01') AS b, last_day(NULL) AS c;
--= ["a", "b", "c"]
--= ["2009-01-31", "2024-02-29", null]

--# next_day: the next such day, never the same
--: Spark docs, next_day
SELECT next_day('2015-01-14', 'TU') AS a, next_day('2024-02-05', 'Monday') AS b, next_day('2024-02-05', 'xx') AS c;
--= ["a", "b", "c"]
--= ["2015-01-20", "2024-02-12", null]

--# months_between: with parts of months
--: Spark docs, months_between
SELECT months_between('1997-02-28 10:30:00', '1996-10-30') AS a, months_between('1997-02-28 10:30:00', '1996-10-30', false) AS b, months_between('2024-02-29', '2024-01-31') AS c, months_between('2024-01-15', '2024-03-15') AS d;
--= ["a", "b", "c", "d"]
--= [3.94959677, 3.9495967741935485, 1, -2]

--# make_date: NULL for a day that is none
--: Spark docs, make_date
SELECT make_date(2013, 7, 15) AS a, make_date(2019, 7, NULL) AS b, make_date(2024, 2, 30) AS c;
--= ["a", "b", "c"]
--= ["2013-07-15", null, null]

--# make_timestamp: from its parts
--: Spark docs, make_timestamp
SELECT make_timestamp(2014, 12, 28, 6, 30, 45.887) AS a, make_timestamp(2019, 6, 30, 23, 59, 60) AS b, make_timestamp(NULL, 7, 22, 15, 30, 0) AS c;
--= ["a", "b", "c"]
--= ["2014-12-28 06:30:45.887", "2019-07-01 00:00:00", null]

--# make_ym_interval: taken from a date
--: Spark docs, make_ym_interval; Data Distiller guide, ENRICH 200
SELECT make_date(2024, 3, 1) - make_ym_interval(0, 3) AS a, DATE '2024-01-31' + make_ym_interval(1, 1) AS b;
--= ["a", "b"]
--= ["2023-12-01", "2025-02-28"]

--# INTERVAL: days, and several units
--: by hand
SELECT DATE '2024-01-31' + INTERVAL '7' DAY AS a, TIMESTAMP '2024-01-31 10:00:00' - INTERVAL 2 hours 5 minutes AS b, DATE '2024-01-31' - INTERVAL 1 month AS c, TIMESTAMP '2024-01-31 10:00:00' + INTERVAL '1-2' YEAR TO MONTH AS d, TIMESTAMP '2024-01-31 10:00:00' + INTERVAL '1 02:03:04' DAY TO SECOND AS e;
--= ["a", "b", "c", "d", "e"]
--= ["2024-02-07", "2024-01-31 07:55:00", "2023-12-31", "2025-03-31 10:00:00", "2024-02-01 12:03:04"]

--# to_date: with and without a pattern
--: Spark docs, to_date
SELECT to_date('2009-07-30 04:17:52') AS a, to_date('2016-12-31', 'yyyy-MM-dd') AS b, to_date('31/12/2016', 'dd/MM/yyyy') AS c, to_date('x') AS d, to_date('05 Jan 2024', 'dd MMM yyyy') AS e, to_date('2016-13-01', 'yyyy-MM-dd') AS f;
--= ["a", "b", "c", "d", "e", "f"]
--= ["2009-07-30", "2016-12-31", "2016-12-31", null, "2024-01-05", null]

--# to_timestamp: parses text
--: Spark docs, to_timestamp; Data Distiller docs
SELECT to_timestamp('2016-12-31 00:12:00') AS a, to_timestamp('2016-12-31', 'yyyy-MM-dd') AS b, to_timestamp('31.12.2016 23:59', 'dd.MM.yyyy HH:mm') AS c, to_timestamp('x') AS d, to_timestamp('01/02/2024 03:04:05 PM', 'MM/dd/yyyy hh:mm:ss a') AS e;
--= ["a", "b", "c", "d", "e"]
--= ["2016-12-31 00:12:00", "2016-12-31 00:00:00", "2016-12-31 23:59:00", null, "2024-01-02 15:04:05"]

--# unix_timestamp: seconds since 1970
--: Spark docs, unix_timestamp; in UTC
SELECT unix_timestamp('2016-04-08', 'yyyy-MM-dd') AS a, unix_timestamp('1970-01-01 00:01:00') AS b, unix_timestamp(TIMESTAMP '2024-01-31 10:00:00') AS c, unix_timestamp('x') AS d, typeof(unix_timestamp()) AS e;
--= ["a", "b", "c", "d", "e"]
--= [1460073600, 60, 1706695200, null, "bigint"]

--# to_unix_timestamp: likewise
--: Spark docs, to_unix_timestamp; in UTC
SELECT to_unix_timestamp('2016-04-08', 'yyyy-MM-dd') AS a, to_unix_timestamp(DATE '1970-01-02') AS b;
--= ["a", "b"]
--= [1460073600, 86400]

--# from_unixtime: a text
--: Spark docs, from_unixtime; in UTC
SELECT from_unixtime(0, 'yyyy-MM-dd HH:mm:ss') AS a, from_unixtime(0) AS b, from_unixtime(1706695200, 'dd.MM.yyyy') AS c, from_unixtime(NULL) AS d;
--= ["a", "b", "c", "d"]
--= ["1970-01-01 00:00:00", "1970-01-01 00:00:00", "31.01.2024", null]

--# from_utc_timestamp: the clock of another place
--: Spark docs, from_utc_timestamp
SELECT from_utc_timestamp('2016-08-31', 'Asia/Seoul') AS a, from_utc_timestamp('2024-07-01 12:00:00', 'Europe/Berlin') AS b, from_utc_timestamp('2024-01-01 12:00:00', 'Europe/Berlin') AS c, from_utc_timestamp('2024-01-01 12:00:00', '+05:30') AS d;
--= ["a", "b", "c", "d"]
--= ["2016-08-31 09:00:00", "2024-07-01 14:00:00", "2024-01-01 13:00:00", "2024-01-01 17:30:00"]

--# to_utc_timestamp: and back
--: Spark docs, to_utc_timestamp
SELECT to_utc_timestamp('2016-08-31', 'Asia/Seoul') AS a, to_utc_timestamp('2024-07-01 14:00:00', 'Europe/Berlin') AS b;
--= ["a", "b"]
--= ["2016-08-30 15:00:00", "2024-07-01 12:00:00"]

--# timestamp_seconds: millis and micros
--: Spark docs, timestamp_seconds, timestamp_millis, timestamp_micros; in UTC
SELECT timestamp_seconds(1230219000) AS a, timestamp_millis(1230219000123) AS b, timestamp_micros(1230219000123123) AS c, timestamp_seconds(1230219000.123) AS d;
--= ["a", "b", "c", "d"]
--= ["2008-12-25 15:30:00", "2008-12-25 15:30:00.123", "2008-12-25 15:30:00.123123", "2008-12-25 15:30:00.123"]

--# unix_seconds: unix_millis, unix_micros and unix_date
--: Spark docs, unix_seconds, unix_millis, unix_micros, unix_date
SELECT unix_seconds(TIMESTAMP '1970-01-01 00:00:01Z') AS a, unix_millis(TIMESTAMP '1970-01-01 00:00:01Z') AS b, unix_micros(TIMESTAMP '1970-01-01 00:00:01Z') AS c, unix_date(DATE '1970-01-02') AS d, date_from_unix_date(1) AS e;
--= ["a", "b", "c", "d", "e"]
--= [1, 1000, 1000000, 1, "1970-01-02"]

--# current_date: and current_timestamp are one moment in UTC
--: by hand
SELECT current_date = to_date(current_timestamp) AS a, current_date() = current_date AS b, now() = current_timestamp() AS c, typeof(now()) AS d, current_timestamp > TIMESTAMP '2024-01-01 00:00:00' AS e;
--= ["a", "b", "c", "d", "e"]
--= [true, true, true, "timestamp", true]

--# current_timezone: is UTC
--: Data Distiller docs
SELECT current_timezone() AS r;
--= ["r"]
--= ["UTC"]

--# date: minus a date is a number of days when asked by datediff
--: by hand
SELECT datediff(DATE '2024-03-01', DATE '2024-02-28') AS a, DATE '2024-03-01' > '2024-02-28' AS b, DATE '2024-01-31' = TIMESTAMP '2024-01-31 00:00:00' AS c;
--= ["a", "b", "c"]
--= [2, true, true]

--# window: ten minutes from the full hour
--: Spark docs, window
SELECT window.start AS start, window.end AS end, sum(n) AS n FROM (SELECT window(t, '10 minutes') AS window, n FROM VALUES (TIMESTAMP '2024-01-01 00:00:00', 1), (TIMESTAMP '2024-01-01 00:09:59', 2), (TIMESTAMP '2024-01-01 00:10:00', 4) AS v(t, n)) GROUP BY window ORDER BY start;
--= ["start", "end", "n"]
--= ["2024-01-01 00:00:00", "2024-01-01 00:10:00", 3]
--= ["2024-01-01 00:10:00", "2024-01-01 00:20:00", 4]

--# window: as a grouping expression
--: Spark docs, window
SELECT a, window.start AS start, count(*) AS cnt FROM VALUES ('A1', '2021-01-01 00:00:00'), ('A1', '2021-01-01 00:04:30'), ('A1', '2021-01-01 00:06:00'), ('A2', '2021-01-01 00:01:00') AS tab(a, b) GROUP BY a, window(b, '5 minutes') ORDER BY a, start;
--= ["a", "start", "cnt"]
--= ["A1", "2021-01-01 00:00:00", 2]
--= ["A1", "2021-01-01 00:05:00", 1]
--= ["A2", "2021-01-01 00:00:00", 1]

--# window: windows that slide hold a row several times
--: Spark docs, window
SELECT a, window.start AS start, window.end AS end, count(*) AS cnt FROM VALUES ('A1', '2021-01-01 00:00:00'), ('A1', '2021-01-01 00:04:30'), ('A1', '2021-01-01 00:06:00'), ('A2', '2021-01-01 00:01:00') AS tab(a, b) GROUP BY a, window(b, '10 minutes', '5 minutes') ORDER BY a, start;
--= ["a", "start", "end", "cnt"]
--= ["A1", "2020-12-31 23:55:00", "2021-01-01 00:05:00", 2]
--= ["A1", "2021-01-01 00:00:00", "2021-01-01 00:10:00", 3]
--= ["A1", "2021-01-01 00:05:00", "2021-01-01 00:15:00", 1]
--= ["A2", "2020-12-31 23:55:00", "2021-01-01 00:05:00", 1]
--= ["A2", "2021-01-01 00:00:00", "2021-01-01 00:10:00", 1]

--# window: a slide that does not divide the length, without groups
--: by hand; Spark source, TimeWindowing
SELECT n, window(t, '10 minutes', '4 minutes').start AS s FROM VALUES (1, TIMESTAMP '2021-01-01 00:00:00'), (2, TIMESTAMP '2021-01-01 00:03:00'), (3, NULL) AS v(n, t) ORDER BY n, s;
--= ["n", "s"]
--= [1, "2020-12-31 23:52:00"]
--= [1, "2020-12-31 23:56:00"]
--= [1, "2021-01-01 00:00:00"]
--= [2, "2020-12-31 23:56:00"]
--= [2, "2021-01-01 00:00:00"]

--# window: leaves out rows without a time, and bears the name window
--: Spark source, TimeWindowing
SELECT window(t, '1 hour', '1 hour', '15 minutes') FROM VALUES (TIMESTAMP '2021-01-01 00:07:00'), (NULL) AS v(t);
--= ["window"]
--= [{"start": "2020-12-31 23:15:00", "end": "2021-01-01 00:15:00"}]

--# window: beside WHERE, HAVING, aggregates and a join
--: by hand
SELECT window.start AS s, sum(x.n) AS n FROM VALUES (1, TIMESTAMP '2021-01-01 00:01:00'), (2, TIMESTAMP '2021-01-01 00:06:00'), (9, TIMESTAMP '2021-01-01 00:06:00') AS x(n, t) JOIN VALUES (1), (2) AS y(m) ON x.n = y.m WHERE x.n < 9 GROUP BY window(x.t, '10 minutes', '5 minutes') HAVING sum(x.n) > 1 ORDER BY s;
--= ["s", "n"]
--= ["2021-01-01 00:00:00", 3]
--= ["2021-01-01 00:05:00", 2]

--# window: two different ones in one SELECT
--: Spark source, TimeWindowing: multiple time window expressions are not supported
SELECT window(t, '5 minutes'), window(t, '10 minutes') FROM VALUES (TIMESTAMP '2021-01-01 00:01:00') AS v(t);
--! 1:32 two different windows

--# window: of windows
--: Spark docs, window_time; by hand
SELECT window(window, '1 hour').start AS h, sum(n) AS n FROM (SELECT window, count(*) AS n FROM VALUES (TIMESTAMP '2021-01-01 00:01:00'), (TIMESTAMP '2021-01-01 00:59:00') AS v(t) GROUP BY window(t, '5 minutes')) GROUP BY window(window, '1 hour');
--= ["h", "n"]
--= ["2021-01-01 00:00:00", 2]

--# session_window: a session ends when the gap has passed
--: Spark docs, session_window
SELECT a, session_window.start AS start, session_window.end AS end, count(*) AS cnt FROM VALUES ('A1', '2021-01-01 00:00:00'), ('A1', '2021-01-01 00:04:30'), ('A1', '2021-01-01 00:10:00'), ('A2', '2021-01-01 00:01:00') AS tab(a, b) GROUP BY a, session_window(b, '5 minutes') ORDER BY a, start;
--= ["a", "start", "end", "cnt"]
--= ["A1", "2021-01-01 00:00:00", "2021-01-01 00:09:30", 2]
--= ["A1", "2021-01-01 00:10:00", "2021-01-01 00:15:00", 1]
--= ["A2", "2021-01-01 00:01:00", "2021-01-01 00:06:00", 1]

--# session_window: a gap of its own for each row
--: Spark docs, session_window
SELECT a, session_window.start AS start, session_window.end AS end, count(*) AS cnt FROM VALUES ('A1', '2021-01-01 00:00:00'), ('A1', '2021-01-01 00:04:30'), ('A1', '2021-01-01 00:10:00'), ('A2', '2021-01-01 00:01:00'), ('A2', '2021-01-01 00:04:30') AS tab(a, b) GROUP BY a, session_window(b, CASE WHEN a = 'A1' THEN '5 minutes' WHEN a = 'A2' THEN '1 minute' ELSE '10 minutes' END) ORDER BY a, start;
--= ["a", "start", "end", "cnt"]
--= ["A1", "2021-01-01 00:00:00", "2021-01-01 00:09:30", 2]
--= ["A1", "2021-01-01 00:10:00", "2021-01-01 00:15:00", 1]
--= ["A2", "2021-01-01 00:01:00", "2021-01-01 00:02:00", 1]
--= ["A2", "2021-01-01 00:04:30", "2021-01-01 00:05:30", 1]

--# session_window: a moment at the very end still belongs to a session
--: Spark source, MergingSessionsIterator; by hand
SELECT session_window.end AS e, sum(n) AS n FROM VALUES (1, TIMESTAMP '2021-01-01 00:00:00'), (2, TIMESTAMP '2021-01-01 00:05:00'), (4, TIMESTAMP '2021-01-01 00:05:00'), (8, NULL) AS v(n, t) GROUP BY session_window(t, '5 minutes');
--= ["e", "n"]
--= ["2021-01-01 00:10:00", 7]

--# timestamp: texts with zones and short offsets
--: Spark docs, datetime: zone_id; Java's ZoneId; by hand
SELECT CAST(x AS TIMESTAMP) AS t FROM VALUES (1, '2021-01-01 00:00:00 America/New_York'), (2, '2021-01-01 00:00:00+1:30'), (3, '2021-01-01 00:00:00 UTC+3'), (4, '2021-01-01T00:00:00Z'), (5, '2021-01-01 00:00:00.1234567-08:00'), (6, '2021-01-01 00:00:00 PST'), (7, '2021-01-01 00:00:00 Nowhere/Town'), (8, '2021-01-01 00:00Z'), (9, ' 2021-1-2 3:4:5 '), (10, '2021-01-01 10'), (11, '2021-01-01 24:00:00'), (12, '2021-7') AS v(i, x) ORDER BY i;
--= ["t"]
--= ["2021-01-01 05:00:00"]
--= ["2020-12-31 22:30:00"]
--= ["2020-12-31 21:00:00"]
--= ["2021-01-01 00:00:00"]
--= ["2021-01-01 08:00:00.123456"]
--= ["2021-01-01 08:00:00"]
--= [null]
--= [null]
--= ["2021-01-02 03:04:05"]
--= ["2021-01-01 10:00:00"]
--= [null]
--= ["2021-07-01 00:00:00"]

--# timestamp: clocks that go forward or back
--: Java, ZonedDateTime.of: a gap moves on by its length, of two moments the earlier counts
SELECT CAST('2021-03-14 02:30:00 America/New_York' AS TIMESTAMP) AS gap, TIMESTAMP '2021-11-07 01:30:00 America/New_York' AS overlap, to_utc_timestamp('2021-03-28 02:30:00', 'Europe/Berlin') AS a, to_utc_timestamp('2021-10-31 02:30:00', 'Europe/Berlin') AS b, from_utc_timestamp('2021-10-31 00:30:00', 'Europe/Berlin') AS c;
--= ["gap", "overlap", "a", "b", "c"]
--= ["2021-03-14 07:30:00", "2021-11-07 05:30:00", "2021-03-28 01:30:00", "2021-10-31 00:30:00", "2021-10-31 02:30:00"]

--# timestamp: zones elsewhere
--: by hand
SELECT to_timestamp('2021-07-01 12:00:00 Europe/Berlin') AS a, to_timestamp('2021-07-01 12:00 Nowhere', 'yyyy-MM-dd HH:mm VV') AS b, TIMESTAMP '2021-01-01 00:00:00+05:00' AS c, from_utc_timestamp('2021-01-01', '+1:30') AS d, from_utc_timestamp('2021-01-01', 'GMT-3') AS e, hour('2021-01-01 10:00:00 America/New_York') AS f, from_utc_timestamp('1850-01-01', 'America/New_York') AS g, current_timezone() AS h;
--= ["a", "b", "c", "d", "e", "f", "g", "h"]
--= ["2021-07-01 10:00:00", null, "2020-12-31 19:00:00", "2021-01-01 01:30:00", "2020-12-31 21:00:00", 15, "1849-12-31 19:03:58", "UTC"]

--# from_utc_timestamp: a zone that does not exist
--: Spark docs, from_utc_timestamp
SELECT from_utc_timestamp('2021-01-01', 'europe/berlin') AS r;
--! - time zone

--# make_interval: and make_dt_interval, added to a moment
--: Spark docs, make_interval, make_dt_interval
SELECT TIMESTAMP '2024-01-31 10:00:00' + make_interval(0, 1, 0, 2, 3) AS a, TIMESTAMP '2024-01-31 10:00:00' + make_dt_interval(1, 12, 30, 1.001001) AS b;
--= ["a", "b"]
--= ["2024-03-02 13:00:00", "2024-02-01 22:30:01.001001"]

--# convert_timezone: from one place to another
--: Spark docs, convert_timezone
SELECT convert_timezone('Europe/Brussels', 'America/Los_Angeles', TIMESTAMP '2021-12-06 00:00:00') AS a, convert_timezone('Europe/Brussels', TIMESTAMP '2021-12-05 15:00:00') AS b;
--= ["a", "b"]
--= ["2021-12-05 15:00:00", "2021-12-05 16:00:00"]

--# window_time: the last moment of a window
--: Spark docs, window_time
SELECT window_time(window) AS t, count(*) AS n FROM VALUES (TIMESTAMP '2021-01-01 00:01:00') AS v(b) GROUP BY window(b, '5 minutes');
--= ["t", "n"]
--= ["2021-01-01 00:04:59.999999", 1]

--# date_format: of a NULL pattern, and letters that are none
--: Spark docs, datetime patterns
SELECT date_format(DATE '2024-01-05', cast(NULL AS string)) AS a, date_format(DATE '2024-01-05', 'yyyy/M/d') AS b, date_format(TIMESTAMP '2024-01-05 00:30:00', 'hh:mm a') AS c, date_format(TIMESTAMP '2024-01-05 00:30:00', 'k') AS d;
--= ["a", "b", "c", "d"]
--= [null, "2024/1/5", "12:30 AM", "24"]

--# to_date: of an invalid day is NULL
--: by hand
SELECT to_date('2023-02-29') AS a, to_date('29/02/2024', 'dd/MM/yyyy') AS b, to_date('30/02/2024', 'dd/MM/yyyy') AS c, to_date(NULL) AS d, to_date(TIMESTAMP '2024-01-31 23:59:59') AS e;
--= ["a", "b", "c", "d", "e"]
--= [null, "2024-02-29", null, null, "2024-01-31"]

--# add_months: over the end of a year, backwards, with a timestamp
--: by hand
SELECT add_months(DATE '2023-12-31', 2) AS a, add_months(DATE '2024-03-15', -15) AS b, add_months(TIMESTAMP '2024-01-31 10:00:00', 1) AS c;
--= ["a", "b", "c"]
--= ["2024-02-29", "2022-12-15", "2024-02-29"]

--# months_between: equal days ignore the time
--: Spark source, monthsBetween
SELECT months_between('2024-03-15 10:00:00', '2024-01-15 23:00:00') AS a, months_between(NULL, '2024-01-15') AS b, months_between('2024-03-31', '2024-02-29') AS c;
--= ["a", "b", "c"]
--= [2, null, 1]

--# unix_timestamp: before 1970 and to the second
--: by hand
SELECT unix_timestamp(TIMESTAMP '1969-12-31 23:59:59') AS a, from_unixtime(-1) AS b, unix_timestamp('31.01.2024 10:00', 'dd.MM.yyyy HH:mm') AS c;
--= ["a", "b", "c"]
--= [-1, "1969-12-31 23:59:59", 1706695200]

--# INTERVAL: compared and multiplied
--: by hand
SELECT INTERVAL 1 day > INTERVAL 23 hours AS a, TIMESTAMP '2024-01-01 00:00:00' + 3 * INTERVAL 1 day AS b, TIMESTAMP '2024-01-03 00:00:00' - TIMESTAMP '2024-01-01 00:00:00' = INTERVAL 2 days AS c;
--= ["a", "b", "c"]
--= [true, "2024-01-04 00:00:00", true]

--# INTERVAL: with its sign before the text
--: Spark docs, interval literals
SELECT timestamp '2024-01-02 00:00:00' + INTERVAL -'1 00:00:01' DAY TO SECOND AS a, date '2024-03-01' + INTERVAL -'1-1' YEAR TO MONTH AS b;
--= ["a", "b"]
--= ["2023-12-31 23:59:59", "2023-02-01"]

--# -: texts between dates and timestamps
--: Spark source, Analyzer.ResolveBinaryArithmetic
SELECT '2024-01-03' - date '2024-01-01' = INTERVAL '2' DAY AS a, timestamp '2024-01-02 00:00:00' - '2024-01-01' = INTERVAL '1' DAY AS b;
--= ["a", "b"]
--= [true, true]

--# -: a date takes whole days only
--: Spark docs, date_sub
SELECT date '2024-01-02' - '2024-01-01';
--! 1:28 whole days
