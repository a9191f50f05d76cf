--% Statements at their edges

--# SET @: a value with quotes, in LIKE and behind ||
--: by hand
$$ BEGIN
  SET @name = SELECT 'O\'Neil';
  SET @start = 'O%';
  SELECT @name LIKE @start AS likes, concat(@name, '!') AS shout;
END $$;
--= ["likes", "shout"]
--= [true, "O'Neil!"]

--# SET @: the inner block's value hides the outer one's
--: by hand
CREATE TABLE log AS SELECT 'first' AS w WHERE false;
$$ BEGIN
  SET @v = 'outer';
  $$ BEGIN
    SET @v = 'inner';
    INSERT INTO log SELECT @v;
  END $$;
END $$;
SELECT w FROM log;
--= ["w"]
--= ["inner"]

--# SET @: a date is cast back
--: Data Distiller docs
$$ BEGIN
  SET @day = SELECT DATE '2024-01-31';
  SELECT @day AS day, date_add(cast(@day AS date), 1) AS next;
END $$;
--= ["day", "next"]
--= ["2024-01-31", "2024-02-01"]

--# DECLARE CURSOR: shows the rows as they were when it was declared
--: PostgreSQL docs, DECLARE: cursors are insensitive
CREATE TABLE moving AS SELECT 1 AS x;
DECLARE c CURSOR FOR SELECT x FROM moving ORDER BY x;
INSERT INTO moving SELECT 2;
FETCH ALL FROM c;
--= ["x"]
--= [1]

--# FETCH: nested columns
--: by hand
DECLARE c CURSOR FOR SELECT struct(1 AS a) AS s, array('x') AS l;
FETCH 1 FROM c;
--= ["s", "l"]
--= [{"a": 1}, ["x"]]

--# EXECUTE: texts with quotes, NULL and dates
--: by hand
PREPARE show_values (string, int, date) AS SELECT upper($1) AS a, $2 IS NULL AS b, date_add($3, 1) AS c;
EXECUTE show_values('it\'s', NULL, DATE '2024-02-28');
--= ["a", "b", "c"]
--= ["IT'S", true, "2024-02-29"]

--# PREPARE: a name that is taken
--: PostgreSQL docs, PREPARE
PREPARE one AS SELECT 1 AS a;
PREPARE one AS SELECT 2 AS a;
--! 2:9 prepared already

--# INSERT INTO: columns that are not named are NULL
--: Spark docs, INSERT
CREATE TABLE partly AS SELECT 1 AS a, 'x' AS b;
INSERT INTO partly (a) SELECT 2;
SELECT a, b FROM partly ORDER BY a;
--= ["a", "b"]
--= [1, "x"]
--= [2, null]

--# INSERT INTO: a column that is not there
--: by hand
CREATE TABLE partly AS SELECT 1 AS a;
INSERT INTO partly (b) SELECT 2;
--! 2:21 b

--# INSERT INTO: a text that is no number stops it
--: Spark docs, ANSI store assignment
CREATE TABLE strict AS SELECT 1 AS a;
INSERT INTO strict SELECT 'abc';
--! - abc

--# INSERT INTO: a table that is not there
--: by hand
INSERT INTO no_such_table SELECT 1;
--! - no_such_table

--# INSERT OVERWRITE: with no rows empties the table
--: Spark docs, INSERT OVERWRITE
CREATE TABLE full AS SELECT 1 AS a;
INSERT OVERWRITE INTO full SELECT 2 WHERE false;
SELECT count(*) AS n FROM full;
--= ["n"]
--= [0]

--# SNAPSHOT SINCE: after the rows were replaced
--: by hand
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
INSERT OVERWRITE INTO t SELECT 9;
SELECT x FROM t SNAPSHOT SINCE 1;
--= ["x"]
--= [9]

--# SNAPSHOT AS OF: tables with columns added later
--: by hand
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
ALTER TABLE t ADD COLUMN y int;
INSERT INTO t SELECT 2, 5;
SELECT sum(x) AS s FROM t SNAPSHOT AS OF 1;
--= ["s"]
--= [1]

--# SELECT INTO: a table that is there
--: by hand
CREATE TABLE kept AS SELECT 1 AS a;
SELECT 2 AS a INTO kept;
--! - kept

--# DROP VIEW: of a table is refused
--: by hand
CREATE TABLE kept AS SELECT 1 AS a;
DROP VIEW kept;
--! - kept

--# CREATE VIEW: with names for its columns
--: Spark docs, CREATE VIEW
CREATE VIEW named (first, second) AS SELECT 1, 'x';
SELECT first, second FROM named;
--= ["first", "second"]
--= [1, "x"]

--# CREATE VIEW: over a table that is not there
--: by hand
CREATE VIEW broken AS SELECT a FROM no_such_table;
--! 1:37 no_such_table

--# USE: a database that is not there
--: by hand
USE no_such_database;
--! - no_such_database

--# ALTER TABLE ADD COLUMN: one that is there, and none of the others is added
--: by hand
CREATE TABLE wide AS SELECT 1 AS a;
ALTER TABLE wide ADD COLUMN b int, a int;
--! - “a”

--# ALTER TABLE SET SCHEMA: moves a table into a schema
--: Data Distiller docs
CREATE DATABASE databaseA;
CREATE SCHEMA databaseA.schema1;
CREATE TABLE t1 AS SELECT 4 AS x;
ALTER TABLE t1 SET SCHEMA databaseA.schema1;
SELECT x FROM databaseA.schema1.t1;
--= ["x"]
--= [4]

--# ALTER TABLE ADD CONSTRAINT: a key within a struct
--: Data Distiller docs
CREATE TABLE profiles AS SELECT struct('a@x' AS email) AS _tenant;
ALTER TABLE profiles ADD CONSTRAINT PRIMARY IDENTITY (_tenant.email) NAMESPACE 'Email';
SELECT _tenant.email AS email FROM profiles;
--= ["email"]
--= ["a@x"]

--# ALTER TABLE ADD CONSTRAINT: a foreign key to a table that is not there
--: by hand
CREATE TABLE fact AS SELECT 1 AS k;
ALTER TABLE fact ADD CONSTRAINT FOREIGN KEY (k) REFERENCES no_such_table (k) NOT ENFORCED;
--! 2:60 no_such_table

--# ALTER TABLE ADD CONSTRAINT: a namespace that is not there
--: Data Distiller docs
CREATE TABLE people AS SELECT 'a@x' AS email;
ALTER TABLE people ADD CONSTRAINT PRIMARY IDENTITY (email) NAMESPACE 'Emial';
--! - Emial

--# ANALYZE TABLE COMPUTE STATISTICS: each has a number of its own
--: Data Distiller docs
CREATE TABLE people AS SELECT 10 AS age;
ANALYZE TABLE people COMPUTE STATISTICS;
ANALYZE TABLE people COMPUTE STATISTICS;
--= ["Statistics ID"]
--= ["people_stats_2"]

--# auto_to_json: leaves what is stored as it is
--: by hand
SET auto_to_json=true;
CREATE TABLE nested AS SELECT struct(1 AS a) AS s;
SET auto_to_json=false;
SELECT s.a AS a FROM nested;
--= ["a"]
--= [1]

--# EXCEPTION: a handler that fails ends the block with its own error
--: by hand
$$ BEGIN
  SELECT 1 FROM no_such_table;
EXCEPTION WHEN OTHERS THEN
  SELECT 1 FROM no_other_table;
END $$;
--! - no_other_table

--# $$ BEGIN END $$: an empty result of its last query
--: by hand
$$ BEGIN
  SELECT 1 AS a WHERE false;
END $$;
--= ["a"]

--# CREATE TABLE: NOT NULL is held
--: Spark docs, NOT NULL
CREATE TABLE held (id INT NOT NULL, name STRING);
INSERT INTO held SELECT NULL, 'x';
--! - may not be null

--# CREATE TABLE: column types of every kind
--: Spark docs, data types
CREATE TABLE kinds (a TINYINT, b SMALLINT, c BIGINT, d FLOAT, e DOUBLE PRECISION, f DECIMAL(10, 2), g VARCHAR(10), h BOOLEAN, i DATE, j TIMESTAMP, k BINARY, l ARRAY<INT>, m MAP<STRING, INT>, n STRUCT<x: INT, y: STRING>);
INSERT INTO kinds SELECT 1, 2, 3, 1.5, 2.5, 3.25, 'g', true, '2024-01-31', '2024-01-31 10:00:00', X'41', array(1), map('k', 1), struct(1, 'y');
SELECT * FROM kinds;
--= ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"]
--= [1, 2, 3, 1.5, 2.5, 3.25, "g", true, "2024-01-31", "2024-01-31 10:00:00", {"hex": "41"}, [1], {"k": 1}, {"x": 1, "y": "y"}]
