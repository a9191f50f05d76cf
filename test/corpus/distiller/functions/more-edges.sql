--% Edges of functions

--# split: keeps empty parts at the end
--: Java, String.split with limit -1
SELECT split('a,b,,', ',') AS a, split('abc', '') AS b, split('a1b22c', '[0-9]+') AS c, split('a.b', '.') AS d;
--= ["a", "b", "c", "d"]
--= [["a", "b", "", ""], ["a", "b", "c"], ["a", "b", "c"], ["", "", "", ""]]

--# format_string: NULL, thousands, widths
--: Java, Formatter
SELECT format_string('%s|%,d|%6.2f|%-5s|%05d|%%', NULL, 1234567, 3.14159D, 'ab', 42) AS r;
--= ["r"]
--= ["null|1,234,567|  3.14|ab   |00042|%"]

--# format_number: negative numbers and rounding
--: Java, DecimalFormat half even
SELECT format_number(-1234.5, 1) AS a, format_number(0.5D, 0) AS b, format_number(1.5D, 0) AS c, format_number(1234567, 2) AS d;
--= ["a", "b", "c", "d"]
--= ["-1,234.5", "0", "2", "1,234,567.00"]

--# conv: negative numbers are unsigned unless the base is negative
--: Spark source, NumberConverter
SELECT conv('-1', 10, 16) AS a, conv('11abc', 10, 16) AS b, conv(NULL, 2, 10) AS c, conv('7', 37, 2) AS d;
--= ["a", "b", "c", "d"]
--= ["FFFFFFFFFFFFFFFF", "B", null, null]

--# round: halves of both signs
--: Spark docs, HALF_UP
SELECT round(-0.5) AS a, round(0.5) AS b, round(-2.5D) AS c, round(1.45D, 1) AS d, bround(-2.5) AS e, round(-25, -1) AS f;
--= ["a", "b", "c", "d", "e", "f"]
--= [-1, 1, -3, 1.5, -2, -30]

--# pmod: with a negative divisor
--: Spark source, Pmod
SELECT pmod(-7, 3) AS a, pmod(7, -3) AS b, pmod(-7, -3) AS c, pmod(-7.5D, 2D) AS d;
--= ["a", "b", "c", "d"]
--= [2, 1, -1, 0.5]

--# greatest: of texts and dates
--: by hand
SELECT greatest('a', 'b', NULL) AS a, least(DATE '2024-01-02', DATE '2024-01-01') AS b, greatest(double('NaN'), 1D) AS c;
--= ["a", "b", "c"]
--= ["b", "2024-01-01", "NaN"]

--# regexp_replace: a dollar sign as such, and case-insensitive search
--: Java, Matcher.replaceAll
SELECT regexp_replace('5 EUR', '(\\d+) EUR', '\\$$1') AS a, regexp_replace('Hello', '(?i)h', 'J') AS b, regexp_replace('a.b.c', '\\.', '') AS c, regexp_replace('abc', '', '-') AS d;
--= ["a", "b", "c", "d"]
--= ["$5", "Jello", "abc", "-a-b-c-"]

--# regexp_extract: a group that takes no part
--: Spark source, RegExpExtract
SELECT regexp_extract('ac', '(a)(b)?(c)', 2) AS a, regexp_extract('2024-01-31', '^(\\d{4})', 1) AS b, regexp_extract('abc', 'b', 0) AS c;
--= ["a", "b", "c"]
--= ["", "2024", "b"]

--# date_trunc: NULL, text and dates
--: by hand
SELECT date_trunc('month', NULL) AS a, date_trunc('day', DATE '2024-01-31') AS b, date_trunc('minute', '2024-01-31 10:20:30') AS c, date_trunc('decade', TIMESTAMP '2024-01-31 10:00:00') AS d;
--= ["a", "b", "c", "d"]
--= [null, "2024-01-31 00:00:00", "2024-01-31 10:20:00", null]

--# datediff: of texts with times, and of what is no date
--: by hand
SELECT datediff('2024-01-02 00:01:00', '2024-01-01 23:59:00') AS a, datediff('x', '2024-01-01') AS b, datediff(current_date, current_date) AS c;
--= ["a", "b", "c"]
--= [1, null, 0]

--# cast: of texts with spaces, signs and exponents
--: Spark source, UTF8String.toInt and stringToDouble
SELECT CAST('+5' AS INT) AS a, CAST('1e2' AS INT) AS b, CAST('1e2' AS DOUBLE) AS c, CAST('' AS INT) AS d, CAST('.5' AS DOUBLE) AS e, CAST(' 1.5 ' AS DECIMAL(3,1)) AS f, CAST('1,000' AS INT) AS g, CAST('0x1F' AS INT) AS h;
--= ["a", "b", "c", "d", "e", "f", "g", "h"]
--= [5, null, 100, null, 0.5, 1.5, null, null]

--# cast: of timestamps to dates and back
--: by hand
SELECT CAST(TIMESTAMP '2024-01-31 23:59:59' AS DATE) AS a, CAST(DATE '2024-01-31' AS TIMESTAMP) AS b, CAST(DATE '2024-01-31' AS INT) AS c;
--= ["a", "b", "c"]
--= ["2024-01-31", "2024-01-31 00:00:00", null]

--# string: of decimals, negative doubles and binaries
--: Java, Double.toString and BigDecimal.toPlainString
SELECT string(-0.5D) AS a, string(100.00) AS b, string(1.0E-5D) AS c, string(12345678.9D) AS d, string(X'414243') AS e, string(float(1.1)) AS f, string(false) AS g;
--= ["a", "b", "c", "d", "e", "f", "g"]
--= ["-0.5", "100.00", "1.0E-5", "1.23456789E7", "ABC", "1.1", "false"]

--# concat_ws: of nothing but NULLs and of empty arrays
--: Spark docs, concat_ws
SELECT concat_ws(',', NULL, NULL) AS a, concat_ws(',', array()) AS b, concat_ws(',', 'a', '', 'b') AS c;
--= ["a", "b", "c"]
--= ["", "", "a,,b"]

--# sequence: steps in the wrong direction
--: Spark docs, sequence
SELECT sequence(1, 5, -1);
--! - sequence

--# collect_list: in the order of a subquery
--: by hand
SELECT k, collect_list(x) AS r FROM (SELECT k, x FROM VALUES ('a', 2), ('a', 1), ('a', 3) AS t(k, x) ORDER BY x) GROUP BY k;
--= ["k", "r"]
--= ["a", [1, 2, 3]]

--# max_by: with NULLs
--: Spark docs, max_by
SELECT max_by(x, y) AS a, min_by(x, y) AS b FROM VALUES ('a', 10), ('b', NULL), ('c', 20) AS tab(x, y);
--= ["a", "b"]
--= ["c", "a"]

--# count: of distinct structs and arrays
--: by hand
SELECT count(DISTINCT struct(a, b)) AS s, count(DISTINCT array(a)) AS l FROM VALUES (1, 2), (1, 2), (1, NULL) AS t(a, b);
--= ["s", "l"]
--= [2, 1]
