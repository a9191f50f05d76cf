--% Statements with mistakes in them

--# missing semicolon: before a statement that begins a line
--: by hand
SELECT 1
SELECT 2;
--! 2:1 Is a semicolon missing before SELECT?

--# missing semicolon: before a word that could be an alias
--: by hand
CREATE TABLE t AS SELECT 1 AS a;
SELECT * FROM t
INSERT INTO t SELECT 2;
--! 3:8 Is a semicolon missing before INSERT?

--# missing semicolon: between two blocks
--: by hand
$$ BEGIN SELECT 1; END $$
$$ BEGIN SELECT 2; END $$;
--! 2:1 Is a semicolon missing before $$?

--# BEGIN: a block without its dollars
--: by hand: BEGIN alone opens a transaction (Data Distiller docs)
BEGIN
  SELECT 1;
--! 2:3 a block with $$ BEGIN

--# psql: its commands are told from statements
--: by hand
\dt
--! 1:1 SHOW TABLES

--# DROP TABLE: one at a time
--: Data Distiller docs: DROP TABLE [IF EXISTS] [db_name.]table_name
DROP TABLE a, b;
--! 1:13 DROP takes one table

--# PREPARE: without AS
--: by hand
PREPARE p SELECT 1;
--! 1:11 where AS behind the name is expected

--# SET: without an equals sign
--: by hand
SET auto_to_json true;
--! 1:18 where = behind the setting auto_to_json is expected

--# SET: on is a spelling of true
--: PostgreSQL docs, parameter values: on, off, true, false, yes, no, 1, 0
SET auto_to_json = on;
SELECT named_struct('a', 1) AS r;
--= ["r"]
--= ["{\"a\":1}"]

--# SET: a switch is on or off
--: by hand
SET auto_to_json = maybe;
--! 1:1 true or false

--# SHOW: what is no list and no setting
--: PostgreSQL docs: an unrecognized parameter is an error
SHOW TABELS;
--! 1:6 Did you mean SHOW TABLES?

--# FETCH: backwards
--: Data Distiller docs: FETCH num_of_rows [IN | FROM] cursor_name
FETCH FIRST FROM c;
--! 1:7 forward only

--# CREATE TABLE: a column with DEFAULT
--: by hand
CREATE TABLE t (a INT, b STRING DEFAULT 'x');
--! 1:33 DEFAULT of a column is not known

--# ALTER TABLE: columns can only be added
--: Data Distiller docs list ADD COLUMN alone
CREATE TABLE t AS SELECT 1 AS a, 2 AS b;
ALTER TABLE t DROP COLUMN b;
--! 2:15 Columns can be added

--# CREATE TABLE AS: two columns of one name
--: Spark docs, error COLUMN_ALREADY_EXISTS
CREATE TABLE t AS SELECT 1 AS a, 2 AS A;
--! 1:34 Two columns would be called “A”

--# CREATE TABLE AS: two columns of one name from a join
--: Spark docs, error COLUMN_ALREADY_EXISTS
CREATE TABLE t AS SELECT 1 AS a;
CREATE TABLE u AS SELECT * FROM t AS x JOIN t AS y ON x.a = y.a;
--! 2:19 Two columns would be called “a”

--# CREATE VIEW: two columns of one name
--: Spark docs, error COLUMN_ALREADY_EXISTS
CREATE VIEW v (a, a) AS SELECT 1, 2;
--! 1:35 Two columns would be called “a”

--# CREATE VIEW: fewer names than columns
--: Spark docs, error CREATE_VIEW_COLUMN_ARITY_MISMATCH
CREATE VIEW v (a) AS SELECT 1, 2;
--! 1:22 names 1 column, and the query gives 2

--# CREATE TABLE: a name that is taken
--: by hand
CREATE VIEW v AS SELECT 1 AS a;
CREATE TABLE v AS SELECT 1 AS a;
--! 2:14 There is a table or view "v" already

--# DROP VIEW: one that is not there
--: by hand
DROP VIEW nothing;
--! 1:11 There is no view "nothing"

--# DROP VIEW: of a table
--: by hand
CREATE TABLE t AS SELECT 1 AS a;
DROP VIEW t;
--! 2:11 "t" is a table

--# DROP TABLE: of a schema that is not there, which suggests nothing hidden
--: by hand
DROP TABLE nowhere.t;
--! 1:12 There is no table "t".

--# DROP DATABASE: one that holds tables
--: Data Distiller docs: RESTRICT is the default, CASCADE drops what is in it
CREATE DATABASE d;
CREATE TABLE d.t AS SELECT 1 AS a;
DROP DATABASE d;
--! 3:15 CASCADE

--# USE: a schema that is not there
--: by hand
USE nowhere;
--! 1:5 There is no schema "nowhere"

--# INSERT: fewer columns than the table has
--: Data Distiller docs: as many columns, in the table's order
CREATE TABLE t AS SELECT 1 AS a;
INSERT INTO t SELECT 1, 2;
--! 2:15 takes 1 column, and the query gives 2

--# INSERT: a column named twice
--: by hand
CREATE TABLE t AS SELECT 1 AS a;
INSERT INTO t (a, a) SELECT 1, 2;
--! 2:19 named twice

--# INSERT: an array for a number
--: Spark docs, ANSI store assignment: complex types go into their like
CREATE TABLE t AS SELECT 1 AS a;
INSERT INTO t SELECT array(1);
--! 2:15 “a” holds INTEGER, and the query gives arrays for it

--# INSERT: a number that is too large
--: Spark docs, ANSI store assignment: overflow is an error
CREATE TABLE t AS SELECT 1 AS a;
INSERT INTO t SELECT 3000000000;
--! 2:22 3000000000 does not fit into INTEGER

--# INSERT: a value that fails while the rows are made points at the table
--: by hand
CREATE TABLE t AS SELECT 1 AS a, 2 AS b;
INSERT INTO t SELECT a, assert_true(false) FROM t;
--! 2:13 assert_true

--# INSERT INTO AUDIENCE: fewer columns than it has
--: Data Distiller docs: the columns of the audience
CREATE AUDIENCE buyers WITH (primary_identity = 'email', identity_namespace = 'Email') AS (SELECT 'a@b.c' AS email, 5 AS orders);
INSERT INTO AUDIENCE buyers SELECT 'd@e.f';
--! 2:29 takes 2 columns, and the query gives 1

--# COMMIT: without a transaction
--: by hand
COMMIT;
--! 1:1 no transaction is open

--# transaction: goes no further behind a statement that failed
--: PostgreSQL docs: commands are ignored until the end of the transaction
CREATE TABLE t AS SELECT 1 AS a, 2 AS b;
BEGIN;
$$ BEGIN INSERT INTO t SELECT a, assert_true(false) FROM t; EXCEPTION WHEN OTHERS THEN SELECT 'failed' AS r; END $$;
--! 3:88 ROLLBACK it

--# EXECUTE: too many values
--: PostgreSQL docs: as many as the statement has parameters
PREPARE sum_of AS SELECT $1 + $2 AS r;
EXECUTE sum_of(4, 5, 6);
--! 2:1 takes 2 values, not 3

--# EXECUTE: an error of the prepared statement is told at the call
--: by hand
PREPARE listed AS
  SELECT no_such_column FROM VALUES (1) AS t(a) WHERE a = $1;
EXECUTE listed(1);
--! 3:1 In the prepared statement “listed”: There is no column “no_such_column”

--# SNAPSHOT: in a query of WITH that has the table's own name
--: by hand
--@ fresh
CREATE TABLE t AS SELECT 1 AS a;
INSERT INTO t SELECT 2;
WITH t AS (SELECT * FROM t SNAPSHOT SINCE 1) SELECT * FROM t;
--= ["a"]
--= [2]

--# SNAPSHOT: of a query of WITH
--: Data Distiller docs: a table or a table alias, no subquery
CREATE TABLE t AS SELECT 1 AS a;
WITH c AS (SELECT * FROM t) SELECT * FROM c SNAPSHOT AS OF TAIL;
--! 2:45 “c” is a query of WITH

--# SNAPSHOT: of a subquery
--: Data Distiller docs: a table or a table alias, no subquery
SELECT * FROM (SELECT 1 AS a) AS s SNAPSHOT SINCE 1;
--! 1:36 behind the name of a table in FROM

--# SNAPSHOT: of a table that is not there
--: by hand
SELECT * FROM nothing SNAPSHOT SINCE HEAD;
--! 1:15 There is no table “nothing”

--# SNAPSHOT: in a view, which would keep the rows of its day
--: Data Distiller docs: SELECT, CREATE TABLE AS SELECT and INSERT INTO take snapshots
CREATE TABLE t AS SELECT 1 AS a;
CREATE VIEW v AS SELECT * FROM t SNAPSHOT SINCE HEAD;
--! 2:34 A view cannot hold a SNAPSHOT

--# history_meta: in a view
--: by hand
CREATE TABLE t AS SELECT 1 AS a;
CREATE VIEW v AS SELECT history_meta('t');
--! 2:25 A view cannot hold history_meta

--# system columns: in a view
--: by hand
CREATE TABLE t AS SELECT 1 AS a;
CREATE VIEW v AS SELECT _acp_batchid FROM t;
--! 2:25 A view cannot hold system columns

--# system columns: no part of the stars of a view
--: by hand
CREATE TABLE t AS SELECT 1 AS a;
SET drop_system_columns = false;
CREATE VIEW v AS SELECT * FROM t;
INSERT INTO t SELECT 2;
SET drop_system_columns = true;
SELECT * FROM v ORDER BY a;
--= ["a"]
--= [1]
--= [2]

--# table_exists: a name with a dot in it
--: by hand
CREATE TABLE `a.b` AS SELECT 1 AS x;
SELECT table_exists('`a.b`') AS quoted, table_exists('a.b') AS parted;
--= ["quoted", "parted"]
--= ["true", "false"]

--# TABLESAMPLE: REPEATABLE gives the same rows
--: Spark docs: the seed makes the sample the same each time
CREATE TABLE t AS SELECT explode(sequence(1, 1000)) AS a;
SELECT (SELECT sum(a) FROM t TABLESAMPLE (50 PERCENT) REPEATABLE (7))
  = (SELECT sum(a) FROM t TABLESAMPLE (50 PERCENT) REPEATABLE (7)) AS r;
--= ["r"]
--= [true]

--# information_schema: lists the project's tables and nothing else
--: by hand
--@ fresh
CREATE TABLE t AS SELECT 1 AS a;
CREATE VIEW v AS SELECT a FROM t;
DECLARE c CURSOR FOR SELECT 1;
SELECT table_schema, table_name, table_type FROM information_schema.tables ORDER BY table_name;
--= ["table_schema", "table_name", "table_type"]
--= ["main", "t", "BASE TABLE"]
--= ["main", "v", "VIEW"]

--# ALTER TABLE IF EXISTS: of a table that is not there
--: PostgreSQL docs: no error then
ALTER TABLE IF EXISTS nothing ADD COLUMN a INT;
SELECT table_exists('nothing') AS r;
--= ["r"]
--= ["false"]

--# CREATE TABLE: lengths of texts are not kept to, which is said
--: by hand; Spark refuses longer texts
CREATE TABLE t (a VARCHAR(3));
ALTER TABLE t ADD COLUMN b CHAR(2);
--? “b” holds texts of any length
--= []

--# CREATE TABLE: clauses of Spark's storage
--: by hand
CREATE TABLE t (a INT) USING parquet LOCATION '/x';
--? USING says how a lake stores a table
--? LOCATION says how a lake stores a table
--= []

--# CREATE TABLE: a key of the table among its columns
--: by hand
CREATE TABLE t (a INT, PRIMARY KEY (a));
--! 1:24 ALTER TABLE t ADD CONSTRAINT PRIMARY KEY

--# CREATE TABLE LIKE: says what to write
--: by hand
CREATE TABLE t LIKE u;
--! 1:16 WHERE false

--# DROP TABLE PURGE: is said to change nothing
--: by hand
CREATE TABLE t AS SELECT 1 AS a;
DROP TABLE t PURGE;
--? PURGE has no effect
--= []

--# IF: blocks have none
--: Data Distiller docs: conditions are written in WHERE
$$ BEGIN
  IF 1 = 1 THEN SELECT 1 AS a;
  END $$;
--! 2:3 Blocks have no IF

--# SHOW DateStyle: as the documentation asks it
--: Data Distiller docs, SHOW
SHOW DateStyle;
--= ["name", "setting"]
--= ["datestyle", "ISO, MDY"]

--# CREATE VIEW: a star keeps the columns it had
--: Spark docs: the columns of a view are fixed when it is made
CREATE TABLE t AS SELECT 1 AS a;
CREATE VIEW v AS SELECT * FROM t;
ALTER TABLE t ADD COLUMN b STRING;
SELECT * FROM v;
--= ["a"]
--= [1]

--# DROP TABLE: a temporary table before the project's own of the same name
--: PostgreSQL docs: temporary tables hide others of their name
CREATE TABLE t AS SELECT 1 AS a;
CREATE TEMP TABLE t AS SELECT 2 AS a;
DROP TABLE t;
SELECT a FROM t;
--= ["a"]
--= [1]

--# unknown table: what the engine tells of itself is none
--: by hand
SELECT * FROM sqlite_master;
--! 1:15 There is no table “sqlite_master”

--# alias: one name for two tables
--: by hand
CREATE TABLE t AS SELECT 1 AS a;
SELECT x.a FROM t AS x, t AS x;
--! - two tables

--# GROUP BY: a column that is not in it
--: by hand
SELECT a, sum(b) FROM VALUES (1, 2) AS t(a, b);
--! 1:8 neither in GROUP BY nor within an aggregate function

--# SNAPSHOT: of a temporary table that hides the project's own
--: PostgreSQL docs: temporary tables hide others of their name
CREATE TABLE t AS SELECT 1 AS a;
CREATE TEMP TABLE t AS SELECT 2 AS a;
SELECT * FROM t SNAPSHOT SINCE HEAD;
--! 3:15 “t” is temporary

--# SNAPSHOT: of the project's own table behind a temporary one
--: PostgreSQL docs: a schema in front names the other one
CREATE TABLE t AS SELECT 1 AS a;
CREATE TEMP TABLE t AS SELECT 2 AS a;
SELECT * FROM main.t SNAPSHOT SINCE HEAD;
--= ["a"]
--= [1]
