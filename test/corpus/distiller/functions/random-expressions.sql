--% What random expressions found

--# date_trunc: the beginning of no moment is NULL
--: worked out by hand: of NULL it is NULL
CREATE TABLE edge_moments AS SELECT * FROM VALUES (1, DATE '2024-05-17', TIMESTAMP '2024-05-17 10:11:12'), (2, CAST(NULL AS DATE), CAST(NULL AS TIMESTAMP)) AS v(id, day, moment);
SELECT id, date_trunc('MONTH', moment) IS NULL AS a, coalesce(trunc(day, 'YEAR'), DATE '1999-01-01') AS b, if(unix_timestamp(moment) IS NULL, -1, 1) AS c, CAST(moment AS BIGINT) IS NULL AS d
FROM edge_moments
ORDER BY id;
--= ["id", "a", "b", "c", "d"]
--= [1, false, "2024-01-01", 1, false]
--= [2, true, "1999-01-01", -1, true]

--# date_trunc: of a moment that is worked out
--: worked out by hand
CREATE TABLE edge_days AS SELECT * FROM VALUES (1, DATE '2024-05-17'), (2, CAST(NULL AS DATE)) AS v(id, day);
SELECT id, date_trunc('MONTH', date_add(day, 20)) AS a, date_trunc('WEEK', add_months(day, 1)) IS NULL AS b
FROM edge_days
ORDER BY id;
--= ["id", "a", "b"]
--= [1, "2024-06-01 00:00:00", false]
--= [2, null, true]

--# aggregate: a lambda that reads another column, over arrays of different lengths
--: worked out by hand: the sum of the column, once for each item
SELECT id, aggregate(items, 0, (total, x) -> total + c) AS a, aggregate(items, '', (total, x) -> concat(total, d)) AS b
FROM VALUES (1, array(1, 1), 10, 'p'), (2, array(1, 1, 1, 1), 20, 'q'), (3, array(1), 30, 'r'), (4, array(), 40, 's'), (5, CAST(NULL AS ARRAY<INT>), 50, 't'), (6, array(1, 1, 1), 60, 'u') AS v(id, items, c, d)
ORDER BY id;
--= ["id", "a", "b"]
--= [1, 20, "pp"]
--= [2, 80, "qqqq"]
--= [3, 30, "r"]
--= [4, 0, ""]
--= [5, null, null]
--= [6, 180, "uuu"]

--# lambda: a parameter that is called like a column, inside a struct
--: Spark docs, higher-order functions: a parameter hides a column of its name
SELECT transform(items, k -> named_struct('a', k, 'b', n)) AS r, map_filter(pairs, (k, n) -> struct(n AS v).v > 1) AS m
FROM VALUES (7, 8, array('x', 'y'), map('p', 1, 'q', 2)) AS v(k, n, items, pairs);
--= ["r", "m"]
--= [[{"a": "x", "b": 8}, {"a": "y", "b": 8}], {"q": 2}]

--# =: comparisons in a chain lean to the left
--: Spark 3.5, SqlBaseParser.g4: comparisons are read from the left, predicates behind them
SELECT 1 < 2 = true AS a, 1 <=> NULL < true AS b, 2 > 1 >= false AS c, 1 = 2 IS NULL AS d, 1 <=> NULL IS NULL AS e, 2 > 1 IN (false) AS f, 1 <> 2 BETWEEN false AND true AS g;
--= ["a", "b", "c", "d", "e", "f", "g"]
--= [true, true, true, false, false, false, true]

--# |: the bits' own order among operators
--: Spark 3.5, SqlBaseParser.g4: & before ^ before |
SELECT 1 | 6 & 3 AS a, 6 & 3 | 1 AS b, 5 ^ 1 | 8 & 12 AS c, ~ 5 % 3 AS d, ~ -5 AS e, ~ ~ 7 AS f;
--= ["a", "b", "c", "d", "e", "f"]
--= [3, 3, 12, 0, 4, 7]

--# %: a remainder by zero is NULL for fractions too
--: Spark docs, operators, %; worked out by hand
SELECT 5.5D % 0 AS a, 5 % 0.0D AS b, CAST(5.5D % 2 AS STRING) AS c, CAST('Infinity' AS DOUBLE) % 0 AS d, '7' % 0 AS e;
--= ["a", "b", "c", "d", "e"]
--= [null, null, "1.5", null, null]

--# string: an array and a map without anything
--: worked out by hand, from Spark's ToPrettyString of arrays and maps
SELECT CAST(array() AS STRING) AS a, CAST(filter(array(1), x -> x > 1) AS STRING) AS b, CAST(map_filter(map('k', 1), (k, v) -> v > 1) AS STRING) AS c, CAST(array(array(), NULL) AS STRING) AS d, CAST(CAST(NULL AS ARRAY<INT>) AS STRING) AS e;
--= ["a", "b", "c", "d", "e"]
--= ["[]", "[]", "{}", "[[], null]", null]

--# int: a double one above the least number
--: Java Language Specification 5.1.3: narrowing cuts the fraction, and only what is too large becomes the largest
SELECT CAST(-2147483647D AS INT) AS a, CAST(-2147483648.9D AS INT) AS b, CAST(-2147483649D AS INT) AS c, CAST(2147483647.5D AS INT) AS d, CAST(2147483648D AS INT) AS e;
--= ["a", "b", "c", "d", "e"]
--= [-2147483647, -2147483648, -2147483648, 2147483647, 2147483647]

--# substring: a length that is NULL
--: worked out by hand: NULL in, NULL out
SELECT substring('abc', n, m) AS a, substring('abc', m, n) AS b, lpad('abc', m, 'x') AS c, rpad('abc', m) AS d, left('abc', m) AS e, repeat('abc', m) AS f
FROM VALUES (1, CAST(NULL AS INT)) AS v(n, m);
--= ["a", "b", "c", "d", "e", "f"]
--= [null, null, null, null, null, null]

--# trim: takes blanks alone
--: Spark docs, trim: removes the leading and trailing space characters
SELECT trim('\u00a0 x \u00a0') = '\u00a0 x \u00a0' AS a, ltrim('  \tx') = '\tx' AS b, rtrim('x\u2003 ') = 'x\u2003' AS c;
--= ["a", "b", "c"]
--= [true, true, true]

--# reverse: turns characters, marks by themselves
--: worked out by hand: UTF8String.reverse goes by code points
SELECT reverse('e\u0301a') = 'a\u0301e' AS a, reverse('日本語') AS b, reverse('a😀b') AS c, reverse('') AS d, reverse(CAST(NULL AS STRING)) AS e;
--= ["a", "b", "c", "d", "e"]
--= [true, "語本日", "b😀a", "", null]

--# levenshtein: counts characters, not bytes
--: worked out by hand: one letter is replaced, or two are put in
SELECT levenshtein('Müller', 'Muller') AS a, levenshtein('日本', '日光') AS b, levenshtein('', 'Äb') AS c, levenshtein('😀', 'x') AS d, levenshtein('Ä', NULL) AS e, levenshtein('kitten', 'sitting') AS f, levenshtein('Größe', 'Grosse', 2) AS g, levenshtein('äöü', 'abc', 2) AS h;
--= ["a", "b", "c", "d", "e", "f", "g", "h"]
--= [1, 1, 2, 1, null, 3, -1, -1]

--# locate: nothing is found at once, and nowhere to begin is 0
--: Spark 3.5, StringLocate and UTF8String.indexOf: no bytes are found at 0; a start that is NULL gives 0
SELECT locate('', 'abc', 3) AS a, locate('b', 'abc', n) AS b, locate('c', 'abcabc', 4) AS c, locate(CAST(NULL AS STRING), 'abc', 1) AS d
FROM VALUES (CAST(NULL AS INT)) AS v(n);
--= ["a", "b", "c", "d"]
--= [1, 0, 6, null]

--# split: of no text with a limit of one
--: worked out by hand: NULL in, NULL out
SELECT split(s, ',', 1) AS a FROM VALUES ('x,y'), (CAST(NULL AS STRING)) AS v(s);
--= ["a"]
--~ [["x,y"]]
--~ [null]

--# sign: keeps NaN and the sign of zero
--: Java's Math.signum, which Spark's signum calls
SELECT CAST(sign(CAST('NaN' AS DOUBLE)) AS STRING) AS a, CAST(sign(-0.0D) AS STRING) AS b, sign(-3.5D) AS c, sign(2) AS d;
--= ["a", "b", "c", "d"]
--= ["NaN", "-0.0", -1.0, 1.0]

--# rint: halves of numbers with sixteen digits
--: Java's Math.rint, which Spark's rint calls; worked out by hand
SELECT rint(1801439850948198.5D) = 1801439850948198D AS a, rint(1801439850948199.5D) = 1801439850948200D AS b, rint(-1801439850948198.5D) = -1801439850948198D AS c, rint(2.5D) AS d, rint(-3.5D) AS e;
--= ["a", "b", "c", "d", "e"]
--= [true, true, true, 2.0, -4.0]

--# subscript: a place that is never there keeps the items' type
--: Spark docs, arrays: a place that is not there is NULL, of the items' type
CREATE TABLE edge_places AS SELECT days[-1] AS a, get(days, -1) AS b FROM VALUES (array(DATE '2024-01-01')) AS v(days);
SELECT typeof(a) AS a, typeof(b) AS b FROM edge_places;
--= ["a", "b"]
--= ["date", "date"]

--# arrays_zip: beside arrays of text that are all empty
--: worked out by hand
SELECT count(*) AS a, sum(size(arrays_zip(ints, none))) AS b, sum(size(zip_with(none, ints, (x, y) -> y))) AS c, sum(size(arrays_zip(none, same))) AS d
FROM (SELECT array(1, 2) AS ints, filter(array('x'), x -> false) AS none, filter(array('y'), x -> false) AS same FROM range(50000));
--= ["a", "b", "c", "d"]
--= [50000, 100000, 100000, 0]

--# ORDER BY: an expression of the SELECT list, written with other letters and blanks
--: worked out by hand: neither means anything
SELECT DISTINCT upper(c) AS r FROM VALUES ('b'), ('a'), ('A') AS v(c) ORDER BY UPPER( C ) DESC;
--= ["r"]
--= ["B"]
--= ["A"]

--# literal: empty text without an alias
--: worked out by hand; the column's name is empty in Spark, which the engine cannot have
SELECT a FROM VALUES ('x'), ('') AS v(a) MINUS SELECT '';
--= ["a"]
--= ["x"]

--# literal: empty text as the only column
--: worked out by hand; the column's name is empty in Spark, which the engine cannot have
SELECT '';
--= ["''"]
--= [""]
