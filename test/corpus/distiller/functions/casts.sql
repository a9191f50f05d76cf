--% Casts and types

--# int: cuts off, and gives NULL for what is no number
--: Data Distiller docs; Spark docs, cast
SELECT CAST(2.7 AS INT) AS a, CAST(-2.7 AS INT) AS b, CAST('abc' AS INT) AS c, int('10') AS d, CAST('2.9' AS INT) AS e, CAST(' 7 ' AS INT) AS f;
--= ["a", "b", "c", "d", "e", "f"]
--= [2, -2, null, 10, 2, 7]

--# int: a double beyond the range stops at its end, a bigint wraps round
--: Spark source, Cast without ANSI
SELECT CAST(3e9D AS INT) AS a, CAST(4294967297L AS INT) AS b, CAST(CAST('NaN' AS double) AS INT) AS c, CAST('3000000000' AS INT) AS d;
--= ["a", "b", "c", "d"]
--= [2147483647, 1, 0, null]

--# bigint: smallint and tinyint
--: Spark docs, bigint, smallint, tinyint
SELECT bigint('9223372036854775807') AS a, smallint('12') AS b, tinyint('12') AS c, CAST(300 AS TINYINT) AS d, CAST(70000 AS SMALLINT) AS e;
--= ["a", "b", "c", "d", "e"]
--= [9223372036854775807, 12, 12, 44, 4464]

--# double: and float
--: Spark docs, double, float
SELECT double('1.5') AS a, float('2.25') AS b, double('1e3') AS c, double('x') AS d, CAST('Infinity' AS double) AS e, CAST('NaN' AS double) AS f;
--= ["a", "b", "c", "d", "e", "f"]
--= [1.5, 2.25, 1000, null, "Infinity", "NaN"]

--# decimal: rounds half up, NULL when it does not fit
--: Spark docs, decimal
SELECT CAST('10.255' AS DECIMAL(5,2)) AS a, CAST(12345.6 AS DECIMAL(5,2)) AS b, decimal('10') AS c, CAST(2.5 AS DECIMAL(1,0)) AS d, CAST('abc' AS DECIMAL(5,2)) AS e;
--= ["a", "b", "c", "d", "e"]
--= [10.26, null, 10, 3, null]

--# string: of numbers, dates and booleans
--: Spark docs, string
SELECT string(10) AS a, string(true) AS b, string(DATE '2024-01-31') AS c, string(TIMESTAMP '2024-01-31 10:00:00') AS d, string(1.50) AS e, string(NULL) AS f;
--= ["a", "b", "c", "d", "e", "f"]
--= ["10", "true", "2024-01-31", "2024-01-31 10:00:00", "1.50", null]

--# string: of doubles as Java writes them
--: Java, Double.toString
SELECT string(1D) AS a, string(0.1D) AS b, string(1e7D) AS c, string(1e-4D) AS d, string(123456.5D) AS e, string(double('NaN')) AS f, string(double('Infinity')) AS g;
--= ["a", "b", "c", "d", "e", "f", "g"]
--= ["1.0", "0.1", "1.0E7", "1.0E-4", "123456.5", "NaN", "Infinity"]

--# string: of arrays, maps and structs
--: Spark source, Cast to string
SELECT string(array(1, NULL, 3)) AS a, string(map('a', 1)) AS b, string(struct(1 AS x, 'y' AS z)) AS c;
--= ["a", "b", "c"]
--= ["[1, null, 3]", "{a -> 1}", "{1, y}"]

--# boolean: of texts and numbers
--: Spark docs, boolean; Spark source, Cast
SELECT boolean('true') AS a, boolean('T') AS b, boolean('yes') AS c, boolean('0') AS d, boolean('maybe') AS e, boolean(2) AS f, boolean(0) AS g;
--= ["a", "b", "c", "d", "e", "f", "g"]
--= [true, true, true, false, null, true, false]

--# boolean: counts as 1 and 0
--: Spark docs, cast
SELECT CAST(true AS INT) AS a, CAST(false AS DOUBLE) AS b;
--= ["a", "b"]
--= [1, 0]

--# date: of texts in several forms, NULL for what is none
--: Spark source, stringToDate
SELECT date('2024-01-31') AS a, date('2024-1-5') AS b, date('2024-03') AS c, date('2024') AS d, date('2024-02-30') AS e, date('x') AS f, date('2024-01-31 10:00:00') AS g, date(TIMESTAMP '2024-01-31 23:59:59') AS h;
--= ["a", "b", "c", "d", "e", "f", "g", "h"]
--= ["2024-01-31", "2024-01-05", "2024-03-01", "2024-01-01", null, null, "2024-01-31", "2024-01-31"]

--# timestamp: of texts in several forms
--: Spark source, stringToTimestamp
SELECT timestamp('2024-01-31 10:00:00') AS a, timestamp('2024-01-31T10:00:00Z') AS b, timestamp('2024-01-31') AS c, timestamp('2024-01-31 10:00:00.123') AS d, timestamp('2024-01-31T10:00:00+02:00') AS e, timestamp('x') AS f;
--= ["a", "b", "c", "d", "e", "f"]
--= ["2024-01-31 10:00:00", "2024-01-31 10:00:00", "2024-01-31 00:00:00", "2024-01-31 10:00:00.123", "2024-01-31 08:00:00", null]

--# timestamp: of seconds since 1970, and back
--: Spark source, Cast
SELECT CAST(1706695200 AS TIMESTAMP) AS a, CAST(TIMESTAMP '2024-01-31 10:00:00' AS BIGINT) AS b, CAST(TIMESTAMP '1970-01-01 00:00:01.5' AS DOUBLE) AS c;
--= ["a", "b", "c"]
--= ["2024-01-31 10:00:00", 1706695200, 1.5]

--# binary: of a text
--: Spark docs, binary
SELECT binary('abc') AS a, CAST(X'414243' AS string) AS b;
--= ["a", "b"]
--= [{"hex": "616263"}, "ABC"]

--# ::: is CAST
--: Spark docs, ::
SELECT '10' :: int AS a, 2.7::int AS b, NULL::string AS c;
--= ["a", "b", "c"]
--= [10, 2, null]

--# TRY_CAST: is CAST that never fails
--: Spark docs, try_cast
SELECT TRY_CAST('10' AS INT) AS a, TRY_CAST('a' AS INT) AS b;
--= ["a", "b"]
--= [10, null]

--# array: casts its items
--: by hand
SELECT CAST(array('1', 'x', '3') AS array<int>) AS a, CAST(array(1, 2) AS array<string>) AS b;
--= ["a", "b"]
--= [[1, null, 3], ["1", "2"]]

--# struct: casts by place and takes the new names
--: Spark source, Cast struct
SELECT CAST(struct('1' AS a, '2' AS b) AS struct<x: int, y: double>) AS r;
--= ["r"]
--= [{"x": 1, "y": 2}]

--# map: casts keys and values
--: by hand
SELECT CAST(map('1', '10') AS map<int, int>) AS r;
--= ["r"]
--= [{"1": 10}]

--# typeof: Spark's names
--: Spark docs, typeof
SELECT typeof(1) AS a, typeof(array(1)) AS b, typeof(map('a', 1L)) AS c, typeof('x') AS d, typeof(1.50) AS e, typeof(1.5D) AS f, typeof(DATE '2024-01-01') AS g, typeof(struct(1 AS a)) AS h;
--= ["a", "b", "c", "d", "e", "f", "g", "h"]
--= ["int", "array<int>", "map<string,bigint>", "string", "decimal(3,2)", "double", "date", "struct<a:int>"]

--# literal: suffixes of numbers
--: Spark docs, numeric literals
SELECT typeof(1L) AS a, typeof(1S) AS b, typeof(1Y) AS c, typeof(1F) AS d, typeof(1BD) AS e, typeof(1e3) AS f, typeof(2147483648) AS g, .5 AS h;
--= ["a", "b", "c", "d", "e", "f", "g", "h"]
--= ["bigint", "smallint", "tinyint", "float", "decimal(1,0)", "double", "bigint", 0.5]

--# literal: escapes in text, in both kinds of quotes
--: Spark docs, string literals
SELECT 'it\'s' AS a, "double" AS b, 'a\nb' AS c, 'tab\tx' AS d, r'\d' AS e, 'a' 'b' AS f, 'it''s' AS g, '\u0041' AS h;
--= ["a", "b", "c", "d", "e", "f", "g", "h"]
--= ["it's", "double", "a\nb", "tab\tx", "\\d", "ab", "it's", "A"]

--# literal: dates, timestamps, bytes
--: Spark docs, literals
SELECT DATE '2024-02' AS a, TIMESTAMP '2024-01-31 10:00' AS b, X'1F' AS c, true AS d, NULL AS e;
--= ["a", "b", "c", "d", "e"]
--= ["2024-02-01", "2024-01-31 10:00:00", {"hex": "1F"}, true, null]

--# boolean: added to a number is NULL or an error in no case
--: Data Distiller docs
SELECT '3' > 2 AS a, true = 'true' AS b, true = 1 AS c;
--= ["a", "b", "c"]
--= [true, true, true]

--# int: from texts of every kind
--: Spark source, UTF8String.toInt; by hand
SELECT CAST(x AS INT) AS a, int(trim(x)) AS b FROM VALUES (1, '.5'), (2, '-.5'), (3, '.'), (4, '-'), (5, ' 12 '), (6, '1e3'), (7, '12abc'), (8, '12.'), (9, '+7'), (10, '0x1F'), (11, '1_000'), (12, '2147483648') AS t(i, x) ORDER BY i;
--= ["a", "b"]
--= [0, 0]
--= [0, 0]
--= [0, 0]
--= [null, null]
--= [12, 12]
--= [null, null]
--= [null, null]
--= [12, 12]
--= [7, 7]
--= [null, null]
--= [null, null]
--= [null, null]

--# double: names of numbers, blanks and exponents
--: Spark source, Cast.processFloatingPointSpecialLiterals; Java's Double.parseDouble
SELECT CAST(' NaN ' AS DOUBLE) AS a, CAST('inf' AS DOUBLE) AS b, CAST('-Infinity' AS DOUBLE) AS c, CAST('1e400' AS DOUBLE) AS d, CAST('.5' AS DOUBLE) AS e, CAST('5.' AS DOUBLE) AS f, CAST('0x10' AS DOUBLE) AS g, CAST('1e' AS DOUBLE) AS h;
--= ["a", "b", "c", "d", "e", "f", "g", "h"]
--= ["NaN", "Infinity", "-Infinity", "Infinity", 0.5, 5, null, null]

--# double: a number may have d or f behind it
--: Java, Double.parseDouble, by which Spark casts
SELECT CAST('1.5d' AS double) AS a, CAST('2F' AS float) AS b, CAST(' 1.D ' AS double) AS c, CAST('d' AS double) AS d, CAST('1.5x' AS double) AS e, CAST('1.5d' AS DECIMAL(5,2)) AS f;
--= ["a", "b", "c", "d", "e", "f"]
--= [1.5, 2, 1, null, null, null]

--# timestamp: a time alone is one of today
--: Spark docs, cast: [h]h:[m]m:[s]s is of the current date
SELECT CAST(t AS timestamp) = CAST(concat(current_date(), ' ', t) AS timestamp) AS same, hour(t) AS h FROM VALUES ('12:30:00'), ('7:05'), ('25:00'), ('noon') AS v(t);
--= ["same", "h"]
--~ [true, 12]
--~ [true, 7]
--~ [null, null]
--~ [null, null]

--# typeof: of an aggregate keeps one row
--: by hand
SELECT typeof(sum(x)) AS a, typeof(max(x)) AS b FROM VALUES (1), (2) AS t(x);
--= ["a", "b"]
--= ["bigint", "int"]

--# to_number: the sign behind
--: Spark docs, to_number
SELECT to_number('12,454.8-', '99,999.9S') AS a, to_number('12-', '99MI') AS b, to_number('-12', 'S99') AS c, try_to_number('12-', '99') AS d;
--= ["a", "b", "c", "d"]
--= [-12454.8, -12, -12, null]
