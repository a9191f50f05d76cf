--% Numbers

--# abs: of every kind of number
--: Spark docs, abs
SELECT abs(-1) AS a, abs(-2.5) AS b, abs(NULL) AS c;
--= ["a", "b", "c"]
--= [1, 2.5, null]

--# acos: outside -1…1 is NaN
--: Spark docs, acos
SELECT acos(1) AS a, acos(2) AS b, asin(0) AS c, asin(2) AS d;
--= ["a", "b", "c", "d"]
--= [0, "NaN", 0, "NaN"]

--# atan: and atan2
--: Spark docs, atan, atan2; by hand for 1
SELECT atan(0) AS a, atan2(0, 0) AS b, atan(1) AS c, atan2(1, -1) AS d;
--= ["a", "b", "c", "d"]
--= [0, 0, 0.7853981633974483, 2.356194490192345]

--# sin: cos, tan, cot
--: Spark docs, sin, cos, tan, cot
SELECT sin(0) AS a, cos(0) AS b, tan(0) AS c, cot(1) AS d;
--= ["a", "b", "c", "d"]
--= [0, 1, 0, 0.6420926159343306]

--# sinh: cosh, tanh
--: Spark docs, sinh, cosh, tanh; by hand for 1
SELECT sinh(0) AS a, cosh(0) AS b, tanh(0) AS c, sinh(1) AS d, cosh(1) AS e;
--= ["a", "b", "c", "d", "e"]
--= [0, 1, 0, 1.1752011936438014, 1.543080634815244]

--# cbrt: cube root, of negative numbers too
--: Spark docs, cbrt
SELECT cbrt(27.0) AS a, cbrt(-8) AS b, cbrt(NULL) AS c;
--= ["a", "b", "c"]
--= [3, -2, null]

--# sqrt: of a negative number is NaN
--: Spark docs, sqrt
SELECT sqrt(4) AS a, sqrt(-1) AS b, sqrt(NULL) AS c;
--= ["a", "b", "c"]
--= [2, "NaN", null]

--# ceil: and ceiling, upwards to a whole number
--: Spark docs, ceil, ceiling
SELECT ceil(-0.1) AS a, ceil(5) AS b, ceiling(5.2) AS c, ceil(NULL) AS d;
--= ["a", "b", "c", "d"]
--= [0, 5, 6, null]

--# ceil: to a number of places
--: Spark docs, ceil
SELECT ceil(3.1411, 3) AS a, ceil(3.1411, -3) AS b;
--= ["a", "b"]
--= [3.142, 1000]

--# floor: downwards to a whole number
--: Spark docs, floor
SELECT floor(-0.1) AS a, floor(5) AS b, floor(3.1411, 3) AS c, floor(3.1411, -3) AS d;
--= ["a", "b", "c", "d"]
--= [-1, 5, 3.141, 0]

--# ceil: gives a bigint of a double
--: Spark source, Ceil
SELECT typeof(ceil(2.5D)) AS a, typeof(floor(2.5D)) AS b;
--= ["a", "b"]
--= ["bigint", "bigint"]

--# round: half away from zero
--: Spark docs, round; Data Distiller docs
SELECT round(2.5, 0) AS a, round(2.5) AS b, round(-2.5) AS c, round(25, -1) AS d, round(1.005D, 2) AS e;
--= ["a", "b", "c", "d", "e"]
--= [3, 3, -3, 30, 1.01]

--# round: places of doubles and decimals
--: by hand
SELECT round(3.14159, 2) AS a, round(3.14159D, 3) AS b, round(NULL, 1) AS c, round(1234.5D, -2) AS d;
--= ["a", "b", "c", "d"]
--= [3.14, 3.142, null, 1200]

--# bround: half to even
--: Spark docs, bround
SELECT bround(2.5, 0) AS a, bround(25, -1) AS b, bround(3.5, 0) AS c, bround(35, -1) AS d;
--= ["a", "b", "c", "d"]
--= [2, 20, 4, 40]

--# rint: half to even, a double
--: Spark docs, rint
SELECT rint(12.3456) AS a, rint(2.5) AS b, rint(3.5) AS c;
--= ["a", "b", "c"]
--= [12, 2, 4]

--# sign: and signum
--: Spark docs, sign, signum
SELECT sign(40) AS a, signum(-3) AS b, sign(0) AS c, sign(NULL) AS d;
--= ["a", "b", "c", "d"]
--= [1, -1, 0, null]

--# exp: and expm1
--: Spark docs, exp, expm1; by hand for 1
SELECT exp(0) AS a, expm1(0) AS b, exp(1) AS c, expm1(1) AS d;
--= ["a", "b", "c", "d"]
--= [1, 0, 2.718281828459045, 1.718281828459045]

--# ln: of 0 and below is NULL
--: Spark docs, ln; Spark source, UnaryLogExpression
SELECT ln(1) AS a, ln(0) AS b, ln(-1) AS c;
--= ["a", "b", "c"]
--= [0, null, null]

--# log: natural with one argument, else to a base
--: Spark docs, log; Data Distiller docs
SELECT log(10, 100) AS a, log(e()) AS b, log(2, 8) AS c, log(0) AS d;
--= ["a", "b", "c", "d"]
--= [2, 1, 3, null]

--# log10: log2 and log1p
--: Spark docs, log10, log2, log1p
SELECT log10(10) AS a, log2(2) AS b, log1p(0) AS c, log10(0) AS d, log2(-2) AS e, log1p(-2) AS f;
--= ["a", "b", "c", "d", "e", "f"]
--= [1, 1, 0, null, null, null]

--# power: and pow
--: Spark docs, pow, power
SELECT pow(2, 3) AS a, power(2, -1) AS b, power(0, 0) AS c, pow(NULL, 2) AS d;
--= ["a", "b", "c", "d"]
--= [8, 0.5, 1, null]

--# e: and pi
--: Spark docs, e, pi
SELECT e() AS a, pi() AS b;
--= ["a", "b"]
--= [2.718281828459045, 3.141592653589793]

--# degrees: and radians
--: Spark docs, degrees, radians
SELECT degrees(3.141592653589793) AS a, radians(180) AS b;
--= ["a", "b"]
--= [180, 3.141592653589793]

--# factorial: up to 20, NULL outside
--: Spark docs, factorial
SELECT factorial(5) AS a, factorial(0) AS b, factorial(20) AS c, factorial(21) AS d, factorial(-1) AS e;
--= ["a", "b", "c", "d", "e"]
--= [120, 1, 2432902008176640000, null, null]

--# hypot: without overflow
--: Spark docs, hypot
SELECT hypot(3, 4) AS a, hypot(NULL, 1) AS b;
--= ["a", "b"]
--= [5, null]

--# greatest: and least pass over NULLs
--: Spark docs, greatest, least
SELECT greatest(10, 9, 2, 4, 3) AS a, least(10, 9, 2, 4, 3) AS b, greatest(1, NULL) AS c, least(NULL, 2) AS d, greatest(NULL, cast(NULL AS int)) AS e;
--= ["a", "b", "c", "d", "e"]
--= [10, 2, 1, 2, null]

--# mod: by zero is NULL, and the sign is the dividend's
--: Spark docs, mod, %
SELECT 2 % 1.8 AS a, mod(2, 1.8) AS b, 5 % 0 AS c, -7 % 3 AS d, 7 % -3 AS e;
--= ["a", "b", "c", "d", "e"]
--= [0.2, 0.2, null, -1, 1]

--# pmod: is never negative for a positive divisor
--: Spark docs, pmod
SELECT pmod(10, 3) AS a, pmod(-10, 3) AS b, pmod(10, 0) AS c;
--= ["a", "b", "c"]
--= [1, 2, null]

--# /: divides to a double, and by zero to NULL
--: Spark docs, /; Data Distiller docs
SELECT 3 / 2 AS a, 2L / 2L AS b, 1 / 0 AS c, 1.0D / 0 AS d, 0 / 0 AS e;
--= ["a", "b", "c", "d", "e"]
--= [1.5, 1, null, null, null]

--# DIV: whole quotient towards zero, a bigint
--: Spark docs, div
SELECT 3 DIV 2 AS a, -7 DIV 2 AS b, 7 DIV 0 AS c, typeof(3 DIV 2) AS d;
--= ["a", "b", "c", "d"]
--= [1, -3, null, "bigint"]

--# +: integers that overflow wrap round
--: Spark docs, ANSI compliance: without ANSI mode arithmetic wraps as Java's; by hand
SELECT x + 1 AS a, x + x AS b, x - -1 AS c, 2147483647 + 1 AS d, y + 1 AS e, y + y AS f FROM VALUES (2147483647, 9223372036854775807) AS t(x, y);
--= ["a", "b", "c", "d", "e", "f"]
--= [-2147483648, -2, -2147483648, -2147483648, -9223372036854775808, -2]

--# *: integers that overflow wrap round
--: by hand: modulo 2 to the power 32, or 64
SELECT x * 4 AS a, x * x AS b, y * y AS c, y * y * y AS d, x * x * x * x + 1 AS e, (x + x) * x AS f FROM VALUES (1073741824, 4294967297) AS t(x, y);
--= ["a", "b", "c", "d", "e", "f"]
--= [0, 0, 8589934593, 12884901889, 1, 0]

--# *: NULL makes NULL, a bigint has room
--: by hand
SELECT 3 * NULL AS a, 65536L * 65537 AS b, 2147483647 * 2L AS c;
--= ["a", "b", "c"]
--= [null, 4295032832, 4294967294]

--# +: text counts as a double
--: Data Distiller docs; Spark implicit casts
SELECT '5' + 1 AS a, '2' * '3' AS b, 'x' + 1 AS c, typeof('5' + 1) AS d;
--= ["a", "b", "c", "d"]
--= [6, 6, null, "double"]

--# decimal: sums and products have Spark's scale
--: Spark docs, decimal precision rules
SELECT typeof(1.5 + 2.25) AS a, typeof(1.5 * 2.25) AS b, typeof(1.5 / 2.25) AS c, 1.5 + 2.25 AS d, 1.5 * 2.25 AS e;
--= ["a", "b", "c", "d", "e"]
--= ["decimal(4,2)", "decimal(6,3)", "decimal(9,6)", 3.75, 3.375]

--# negative: and positive
--: Spark docs, negative, positive
SELECT negative(1) AS a, positive(1) AS b, -(-3) AS c, +4 AS d, negative(NULL) AS e;
--= ["a", "b", "c", "d", "e"]
--= [-1, 1, 3, 4, null]

--# &: | ^ and ~ on integers
--: Spark docs, &, |, ^, ~
SELECT 3 & 5 AS a, 3 | 5 AS b, 3 ^ 5 AS c, ~ 0 AS d;
--= ["a", "b", "c", "d"]
--= [1, 7, 6, -1]

--# shiftleft: shiftright and shiftrightunsigned
--: Spark docs, shiftleft, shiftright, shiftrightunsigned
SELECT shiftleft(2, 1) AS a, shiftright(4, 1) AS b, shiftrightunsigned(4, 1) AS c, shiftright(-8, 1) AS d, shiftrightunsigned(-1, 28) AS e;
--= ["a", "b", "c", "d", "e"]
--= [4, 2, 2, -4, 15]

--# bit_count: so many bits
--: Spark docs, bit_count
SELECT bit_count(0) AS a, bit_count(7) AS b, bit_count(-1L) AS c;
--= ["a", "b", "c"]
--= [0, 3, 64]

--# width_bucket: the number of the bucket
--: Spark docs, width_bucket
SELECT width_bucket(5.3, 0.2, 10.6, 5) AS a, width_bucket(-2.1, 1.3, 3.4, 3) AS b, width_bucket(8.1, 0.0, 5.7, 4) AS c, width_bucket(-0.9, 5.2, 0.5, 2) AS d;
--= ["a", "b", "c", "d"]
--= [3, 0, 5, 3]

--# nanvl: the other value for NaN
--: Spark docs, nanvl
SELECT nanvl(cast('NaN' AS double), 123) AS a, nanvl(1D, 2D) AS b, nanvl(NULL, 1D) AS c;
--= ["a", "b", "c"]
--= [123, 1, null]

--# isnan: false for NULL
--: Spark docs, isnan
SELECT isnan(cast('NaN' AS double)) AS a, isnan(7D) AS b, isnan(NULL) AS c;
--= ["a", "b", "c"]
--= [true, false, false]

--# try_add: NULL when it overflows
--: Spark docs, try_add, try_subtract, try_multiply
SELECT try_add(1, 2) AS a, try_add(2147483647, 1) AS b, try_subtract(-2147483648, 1) AS c, try_multiply(2147483647, 2) AS d;
--= ["a", "b", "c", "d"]
--= [3, null, null, null]

--# try_divide: NULL for zero
--: Spark docs, try_divide
SELECT try_divide(3, 2) AS a, try_divide(1, 0) AS b;
--= ["a", "b"]
--= [1.5, null]

--# double: NaN equals itself and is greatest
--: Spark docs, NaN semantics
SELECT cast('NaN' AS double) = cast('NaN' AS double) AS a, cast('NaN' AS double) > cast('Infinity' AS double) AS b;
--= ["a", "b"]
--= [true, true]

--# monotonically_increasing_id: rises with the rows
--: by hand
SELECT count(DISTINCT i) AS different, min(i) AS first FROM (SELECT monotonically_increasing_id() AS i FROM (SELECT explode(sequence(1, 5))));
--= ["different", "first"]
--= [5, 0]

--# acosh: asinh and atanh
--: Spark docs, acosh, asinh, atanh
SELECT acosh(1) AS a, asinh(0) AS b, atanh(0) AS c, acosh(0) AS d, atanh(2) AS e;
--= ["a", "b", "c", "d", "e"]
--= [0, 0, 0, "NaN", "NaN"]

--# csc: and sec
--: Spark docs, csc, sec
SELECT csc(1) AS a, sec(1) AS b;
--= ["a", "b"]
--= [1.1883951057781212, 1.8508157176809255]

--# bit_get: and getbit, from the right
--: Spark docs, bit_get, getbit
SELECT bit_get(11, 0) AS a, getbit(11, 2) AS b;
--= ["a", "b"]
--= [1, 0]

--# try_sum: and try_avg
--: Spark docs, try_sum, try_avg
SELECT try_sum(col) AS a, try_avg(col) AS b FROM VALUES (5), (10), (15) AS tab(col);
--= ["a", "b"]
--= [30, 10]

--# <<: moves bits as Java does
--: Spark docs, <<, >> and >>>; Java Language Specification 15.19
SELECT 1 << 31 AS a, 1 << 32 AS b, 1L << 63 AS c, 4L << 62 AS d, -8 >> 33 AS e, -8 >>> 33 AS f, 1 + 1 << 2 AS g, -8L >>> 1 AS h;
--= ["a", "b", "c", "d", "e", "f", "g", "h"]
--= [-2147483648, 1, -9223372036854775808, 0, -4, 2147483644, 8, 9223372036854775804]

--# try_add: a date moved by whole days stays one
--: Spark docs, try_add and try_subtract
SELECT try_add(date'2021-01-01', interval 1 year) AS a, try_subtract(date'2021-01-01', interval 1 year) AS b, try_add(date'2021-01-01', interval 2 hours) AS c;
--= ["a", "b", "c"]
--= ["2022-01-01", "2020-01-01", "2021-01-01 02:00:00"]

--# sign: and abs of intervals
--: Spark docs, sign and abs
SELECT sign(INTERVAL -'100' YEAR) AS a, sign(INTERVAL '2' DAY) AS b, abs(INTERVAL -'1-1' YEAR TO MONTH) = INTERVAL '1-1' YEAR TO MONTH AS c;
--= ["a", "b", "c"]
--= [-1, 1, true]
