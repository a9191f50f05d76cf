--% Overflow and decimals

--# sum: of BIGINT wraps round, and what is reckoned with sums too
--: by hand; without ANSI mode
SELECT sum(x) AS a, sum(x) + 1 AS b, sum(x) - sum(y) AS c FROM VALUES (9223372036854775807, 1), (9223372036854775807, 2) AS t(x, y);
--= ["a", "b", "c"]
--= [-2, -1, -5]

--# -: the least number stays as it is when its sign is turned
--: Spark docs, ANSI compliance; Java's negation
SELECT -x AS a, abs(x) AS b, negative(x) AS c, -y AS d, abs(y) AS e, abs(x + x) AS f FROM VALUES (-2147483648, -9223372036854775808) AS t(x, y);
--= ["a", "b", "c", "d", "e", "f"]
--= [-2147483648, -2147483648, -2147483648, -9223372036854775808, -9223372036854775808, 0]

--# TINYINT: and SMALLINT wrap in their own width; beside INT they are INT
--: by hand
SELECT 127Y + 1Y AS a, -128Y - 1Y AS b, x + x AS c, x + 1 AS d, 100Y * 100Y AS e, typeof(x + 1) AS f, typeof(1Y + 1S) AS g FROM VALUES (32767S) AS t(x);
--= ["a", "b", "c", "d", "e", "f", "g"]
--= [-128, 127, -2, 32768, 16, "int", "smallint"]

--# div: of the least BIGINT by -1
--: Java's division; by hand
SELECT x div -1 AS a, x div y AS b, x % -1 AS c, x % y AS d, pmod(x, y) AS e, mod(x, 0) AS f, x div 0 AS g FROM VALUES (-9223372036854775808, -1L) AS t(x, y);
--= ["a", "b", "c", "d", "e", "f", "g"]
--= [-9223372036854775808, -9223372036854775808, 0, 0, 0, null, null]

--# NULL: in sums and products stays NULL
--: by hand
SELECT x + y AS a, x * y AS b, -y AS c, abs(y) AS d, x % y AS e, x div y AS f FROM VALUES (2147483647, CAST(NULL AS INT)) AS t(x, y);
--= ["a", "b", "c", "d", "e", "f"]
--= [null, null, null, null, null, null]

--# transform: items wrap round too
--: by hand
SELECT transform(array(2147483647, NULL, 1), x -> x + 1) AS a, aggregate(array(2147483647, 2), 0, (s, x) -> s + x) AS b;
--= ["a", "b"]
--= [[-2147483648, null, 2], -2147483647]

--# DECIMAL: types of results
--: Spark source, DecimalPrecision
SELECT typeof(a + b) AS s, typeof(a * b) AS p, typeof(a / b) AS q, typeof(a % b) AS r, typeof(a + 1) AS t, typeof(w * w) AS u, typeof(w + w) AS v FROM VALUES (CAST(1 AS DECIMAL(10,2)), CAST(1 AS DECIMAL(12,4)), CAST(1 AS DECIMAL(38,18))) AS t(a, b, w);
--= ["s", "p", "q", "r", "t", "u", "v"]
--= ["decimal(13,4)", "decimal(23,6)", "decimal(27,15)", "decimal(12,4)", "decimal(11,2)", "decimal(38,6)", "decimal(38,17)"]

--# DECIMAL: sums and products beyond 18 digits
--: by hand
SELECT e + e AS a, e * e AS b, e - -e AS c FROM VALUES (CAST(9999999999999999.99 AS DECIMAL(18,2))) AS t(e);
--= ["a", "b", "c"]
--= [19999999999999999.98, 99999999999999999800000000000000.0001, 19999999999999999.98]

--# DECIMAL: what does not fit 38 digits is NULL
--: Spark docs, ANSI compliance: decimal overflow gives NULL
SELECT x + 1 AS a, x * x AS b, x - x AS c, -x - x AS d, x * 0.1 AS e FROM VALUES (CAST(99999999999999999999999999999999999999 AS DECIMAL(38,0))) AS t(x);
--= ["a", "b", "c", "d", "e"]
--= [null, null, 0, null, 9999999999999999999999999999999999999.9]

--# DECIMAL: quotients are exact, halves rounded up
--: Spark source, DecimalPrecision; by hand
SELECT a / b AS a, a / 3 AS b, 2 / 3.0 AS c, -a / 3 AS d, CAST(1 AS DECIMAL(2,1)) / 16000000 AS e, a / 0 AS f FROM VALUES (CAST(10000000 AS DECIMAL(10,2)), CAST(3 AS DECIMAL(10,2))) AS t(a, b);
--= ["a", "b", "c", "d", "e", "f"]
--= [3333333.3333333333333, 3333333.333333, 0.666667, -3333333.333333, 0.0000000625, null]

--# DECIMAL: remainders and whole quotients
--: by hand
SELECT 7.5 % 2 AS a, -7.5 % 2 AS b, 7.5 % 0 AS c, 7.999999999 div 2.0 AS d, pmod(-7.5, 2) AS e, mod(CAST(1 AS DECIMAL(38,18)), 0.3) AS f;
--= ["a", "b", "c", "d", "e", "f"]
--= [1.5, -1.5, null, 3, 0.5, 0.1]

--# avg: of decimals has four digits more, and is exact
--: Spark source, Average; by hand
SELECT avg(x) AS a, typeof(avg(x)) AS b, avg(y) AS c FROM VALUES (CAST(1 AS DECIMAL(18,2)), 0.1), (CAST(9007199254740993.01 AS DECIMAL(18,2)), 0.2), (CAST(1 AS DECIMAL(18,2)), 0.2) AS t(x, y);
--= ["a", "b", "c"]
--= [3002399751580331.67, "decimal(22,6)", 0.16667]

--# sum: of decimals is NULL beyond 38 digits
--: Spark source, Sum without ANSI
SELECT sum(x) AS a, sum(y) AS b, sum(z) AS c FROM VALUES (cast('99999999999999999999999999999999999999' AS decimal(38,0)), cast('9999999999999999999999999999999999.9999' AS decimal(38,4)), cast('1.5' AS decimal(38,4))), (1, 0.0001, 0.25) AS t(x, y, z);
--= ["a", "b", "c"]
--= [null, null, 1.75]
