--% Errors, at their place in the text

--# unknown column: named with the nearest
--: by hand
SELECT nmae FROM VALUES ('x') AS t(name);
--! 1:8 name

--# unknown column: in a later line
--: by hand
SELECT a
FROM VALUES (1) AS t(a)
WHERE b > 1;
--! 3:7 b

--# unknown table: at its name
--: by hand
SELECT *
FROM no_such_table;
--! 2:6 no_such_table

--# unknown table: named with the nearest
--: by hand
CREATE TABLE customers AS SELECT 1 AS a;
SELECT * FROM custmers;
--! 2:15 custmers

--# unknown function: named with the nearest
--: by hand
SELECT substrng('abc', 1);
--! 1:8 substring

--# ambiguous column: with both relations
--: by hand
SELECT k FROM VALUES (1) AS a(k) JOIN VALUES (1) AS b(k) ON a.k = b.k;
--! 1:8 k

--# arguments: too few
--: by hand
SELECT substring('abc');
--! 1:8 substring

--# arguments: too many
--: by hand
SELECT upper('a', 'b');
--! 1:8 upper

--# keyword: misspelt
--: by hand
SELCT 1;
--! 1:1 SELECT

--# keyword: misspelt in the middle
--: by hand
SELECT a FORM t;
--! 1:15 FROM

--# bracket: never closed
--: by hand
SELECT (1 + 2;
--! 1:8 closed

--# comma: one too many before FROM
--: by hand
SELECT a, FROM t;
--! 1:9 comma

--# text: never closed
--: by hand
SELECT 'abc;
--! 1:8 closed

--# reserved word: as a name
--: by hand
SELECT select FROM t;
--! 1:8 select

--# list literal: in DuckDB's form
--: by hand
SELECT [1, 2];
--! 1:8 array(1, 2)

--# alias: in double quotes is a text
--: Spark docs, string literals
SELECT 1 AS "three words";
--! 1:13 three words

--# GRANT: is not known
--: by hand
GRANT SELECT ON t TO ada;
--! 1:1 GRANT

--# MERGE: is not known
--: by hand
MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DELETE;
--! 1:1 MERGE

--# UPDATE: of a table is not known
--: by hand
UPDATE t SET a = 1;
--! 1:1 UPDATE

--# DELETE: is not known
--: by hand
DELETE FROM t WHERE a = 1;
--! 1:1 DELETE

--# session_window: in WHERE
--: by hand
SELECT t FROM VALUES (TIMESTAMP '2024-01-01 00:00:00') AS v(t) WHERE session_window(t, '5 minutes').start IS NULL;
--! 1:70 session_window

--# GROUP BY: a column that is neither grouped nor aggregated
--: by hand
SELECT a, b, count(*) FROM VALUES (1, 2) AS t(a, b) GROUP BY a;
--! 1:11 b

--# aggregate: in WHERE
--: by hand
SELECT a FROM VALUES (1) AS t(a) WHERE sum(a) > 1;
--! 1:40 WHERE

--# subquery: with several rows as one value
--: by hand
SELECT (SELECT x FROM VALUES (1), (2) AS t(x)) AS r;
--! - row

--# OVER: is needed by window functions
--: by hand
SELECT row_number() FROM VALUES (1) AS t(a);
--! 1:8 OVER

--# lambda: where none belongs
--: by hand
SELECT upper(x -> x);
--! 1:14 upper

--# field: of a value that has none
--: by hand
SELECT a.b FROM VALUES (1) AS t(a);
--! 1:10 “b”

--# comparison: of types that cannot be compared
--: by hand
SELECT array(1) = 5;
--! 1:8 array

--# statement: an empty one
--: by hand
SELECT;
--! 1:1 expression

--# Hive form: FROM before SELECT
--: by hand
FROM t SELECT a;
--! 1:1 SELECT

--# type: one that does not exist
--: by hand
SELECT CAST(1 AS strng);
--! 1:18 strng

--# block: an error within it stands at its own place
--: by hand
$$ BEGIN
  SET @a = SELECT 1;
  SELECT nothing_here FROM VALUES (1) AS t(x);
END $$;
--! 3:10 nothing_here

--# cursor: an error in its query
--: by hand
DECLARE c CURSOR FOR SELECT y FROM VALUES (1) AS t(x);
--! 1:29 y

--# window: one that was never named
--: by hand
SELECT sum(x) OVER w FROM VALUES (1) AS t(x);
--! 1:20 w

--# lambda: too many parameters
--: by hand
SELECT transform(array(1), (a, b, c) -> a);
--! 1:28 parameters

--# snapshot: the word without bounds
--: by hand
SELECT * FROM t SNAPSHOT;
--! 1:17 SINCE

--# curly quotes: around a text
--: by hand
SELECT “a”;
--! 1:8 quote

--# PIVOT: is told what to write
--: Adobe docs, SQL syntax: there is none
SELECT * FROM VALUES (1, 2) AS t(q, a) PIVOT (sum(a) FOR q IN (1, 2));
--! 1:40 sum(CASE WHEN

--# TABLESAMPLE: is told what to write
--: Adobe docs, SQL syntax: only ANALYZE TABLE takes samples
SELECT * FROM VALUES (1) AS t(a) TABLESAMPLE (10 PERCENT);
--! 1:34 rand()
