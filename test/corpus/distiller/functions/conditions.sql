--% Conditions

--# if: chooses
--: Spark docs, if
SELECT if(1 < 2, 'a', 'b') AS a, if(NULL, 1, 2) AS b;
--= ["a", "b"]
--= ["a", 2]

--# when: CASE with conditions, with values, and without ELSE
--: Spark docs, when
SELECT CASE WHEN 1 > 0 THEN 1 WHEN 2 > 0 THEN 2.0 ELSE 1.2 END AS a, CASE WHEN 1 < 0 THEN 1 WHEN 2 > 0 THEN 2.0 ELSE 1.2 END AS b, CASE WHEN 1 < 0 THEN 1 WHEN 2 < 0 THEN 2.0 END AS c, CASE 'x' WHEN 'y' THEN 1 WHEN 'x' THEN 2 END AS d;
--= ["a", "b", "c", "d"]
--= [1, 2, null, 2]

--# coalesce: the first that is not NULL
--: Spark docs, coalesce
SELECT coalesce(NULL, 1, NULL) AS a, coalesce(NULL, NULL) AS b, coalesce(NULL, 'a', 'b') AS c;
--= ["a", "b", "c"]
--= [1, null, "a"]

--# ifnull: and nvl
--: Spark docs, ifnull, nvl
SELECT ifnull(NULL, array('2')) AS a, nvl(NULL, 'x') AS b, nvl(1, 2) AS c;
--= ["a", "b", "c"]
--= [["2"], "x", 1]

--# nvl2: by whether the first is NULL
--: Spark docs, nvl2
SELECT nvl2(NULL, 2, 1) AS a, nvl2(5, 2, 1) AS b;
--= ["a", "b"]
--= [1, 2]

--# nullif: NULL for equals
--: Spark docs, nullif
SELECT nullif(2, 2) AS a, nullif(2, 3) AS b, nullif(NULL, 1) AS c;
--= ["a", "b", "c"]
--= [null, 2, null]

--# isnull: and isnotnull
--: Spark docs, isnull, isnotnull
SELECT isnull(1) AS a, isnull(NULL) AS b, isnotnull(1) AS c, 1 IS NULL AS d, NULL IS NOT NULL AS e;
--= ["a", "b", "c", "d", "e"]
--= [false, true, true, false, false]

--# =: also ==, with NULL unknown
--: Spark docs, =, ==
SELECT 2 = 2 AS a, 1 == '1' AS b, true = NULL AS c, 1 != 2 AS d, 1 <> 1 AS e;
--= ["a", "b", "c", "d", "e"]
--= [true, true, null, true, false]

--# <=>: equals that knows NULL
--: Spark docs, <=>
SELECT 2 <=> 2 AS a, 1 <=> '1' AS b, true <=> NULL AS c, NULL <=> NULL AS d;
--= ["a", "b", "c", "d"]
--= [true, true, false, true]

--# <: with values of different types
--: Spark docs, <; Data Distiller docs
SELECT 1 < 2 AS a, 1.1 < '1' AS b, 'a' < 1 AS c, to_date('2009-07-30 04:17:52') < to_date('2009-08-01 04:17:52') AS d, 1 < NULL AS e;
--= ["a", "b", "c", "d", "e"]
--= [true, false, null, true, null]

--# >=: and <=
--: Spark docs, >=, <=
SELECT 2 >= 1 AS a, 2.0 >= '2.1' AS b, 2 <= 2 AS c, 1.0 <= '1' AS d;
--= ["a", "b", "c", "d"]
--= [true, false, true, true]

--# NOT: and !
--: Spark docs, not, !
SELECT NOT true AS a, ! false AS b, !NULL AS c, NOT 1 = 2 AS d;
--= ["a", "b", "c", "d"]
--= [false, true, null, true]

--# AND: and OR are three-valued
--: Spark docs, and, or
SELECT true AND NULL AS a, false AND NULL AS b, true OR NULL AS c, false OR NULL AS d;
--= ["a", "b", "c", "d"]
--= [null, false, true, null]

--# IN: with NULLs
--: Spark docs, in
SELECT 1 IN (1, 2, 3) AS a, 1 IN (2, 3, 4) AS b, 1 IN (2, NULL) AS c, 4 NOT IN (1, 2) AS d, NULL IN (1) AS e;
--= ["a", "b", "c", "d", "e"]
--= [true, false, null, true, null]

--# BETWEEN: with both ends
--: Spark docs, between
SELECT 0.5 BETWEEN 0.1 AND 1.0 AS a, 3 NOT BETWEEN 1 AND 2 AS b, NULL BETWEEN 1 AND 2 AS c, '5' BETWEEN 1 AND 10 AS d;
--= ["a", "b", "c", "d"]
--= [true, true, null, true]

--# IS DISTINCT FROM: knows NULL
--: by hand
SELECT 1 IS DISTINCT FROM NULL AS a, NULL IS DISTINCT FROM NULL AS b, 1 IS NOT DISTINCT FROM 1 AS c;
--= ["a", "b", "c"]
--= [true, false, true]

--# IS TRUE: IS FALSE and IS UNKNOWN
--: by hand
SELECT (1 = 1) IS TRUE AS a, (NULL = 1) IS TRUE AS b, (NULL = 1) IS UNKNOWN AS c, (1 = 2) IS NOT FALSE AS d;
--= ["a", "b", "c", "d"]
--= [true, false, true, false]

--# assert_true: NULL when it holds
--: Spark docs, assert_true
SELECT assert_true(0 < 1) AS r;
--= ["r"]
--= [null]

--# assert_true: an error when not
--: Spark docs, assert_true
SELECT assert_true(0 > 1);
--! - does not hold

--# raise_error: with its words
--: Spark docs, raise_error
SELECT raise_error('custom error message');
--! - custom error message

--# equal_null: is <=>
--: Spark docs, equal_null
SELECT equal_null(3, 3) AS a, equal_null(1, '11') AS b, equal_null(true, NULL) AS c, equal_null(NULL, 'abc') AS d;
--= ["a", "b", "c", "d"]
--= [true, false, false, false]

--# spark_partition_id: all rows are in one place
--: by hand: one machine has one partition, and rows of no file have none
SELECT spark_partition_id() AS a, input_file_name() AS b;
--= ["a", "b"]
--= [0, ""]

--# current_catalog: current_schema, version and user are texts
--: Spark docs, current_catalog, current_schema, version, user
SELECT length(current_catalog()) > 0 AS a, length(current_schema()) > 0 AS b, length(version()) > 0 AS c, typeof(user()) AS d;
--= ["a", "b", "c", "d"]
--= [true, true, true, "string"]

--# IN: a list with text compares as text
--: Spark source, TypeCoercion.InConversion
SELECT '01' IN (1, 2) AS a, 1 IN ('1.0') AS b, '1.0' = 1 AS c, 1 IN ('1', 'x') AS d, date '2024-01-01' IN ('2024-01-01') AS e, date '2024-01-01' IN ('2024-1-1') AS f, true IN ('true') AS g;
--= ["a", "b", "c", "d", "e", "f", "g"]
--= [false, false, true, true, true, false, true]
