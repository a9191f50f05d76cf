--% Settings, cursors, prepared statements and transactions

--# SET: a setting is kept and shown
--: the product's own columns, which no page prescribes; values by hand
SET auto_to_json=true;
SHOW auto_to_json;
--= ["name", "setting"]
--= ["auto_to_json", "true"]

--# SET: without a value shows it
--: Data Distiller docs; Spark docs, SET
SET skip_stats_for_complex_datatypes;
--= ["key", "value"]
--= ["skip_stats_for_complex_datatypes", "true"]

--# auto_to_json: nested columns come as JSON
--: Data Distiller docs
SET auto_to_json=true;
SELECT struct(1 AS a, 'x' AS b) AS s, array(1, 2) AS l, 5 AS n;
--= ["s", "l", "n"]
--= ["{\"a\":1,\"b\":\"x\"}", "[1,2]", 5]

--# drop_system_columns: shows the batch of each row
--: Data Distiller guide, EXPLORE 101
CREATE TABLE films_seen AS SELECT 1 AS id;
INSERT INTO films_seen SELECT 2;
SET drop_system_columns=false;
SELECT count(DISTINCT _ACP_BATCHID) AS batches, count(_acp_batchid) AS records FROM films_seen;
--= ["batches", "records"]
--= [2, 2]

--# drop_system_columns: in the star
--: the product's own columns, which no page prescribes; values by hand
CREATE TABLE films_seen AS SELECT 1 AS id;
SET drop_system_columns=false;
SELECT * FROM films_seen;
--= ["id", "_ACP_BATCHID", "_acp_system_metadata"]
--= [1, "…", "…"]

--# SET: an unknown setting is kept with a word about it
--: by hand
SET spark_sql_of_my_own=true;
--? spark_sql_of_my_own
--= []

--# DECLARE CURSOR: pages without running again
--: Data Distiller guide, EXPLORE 500
DECLARE data_cursor CURSOR FOR SELECT x FROM VALUES (1), (2), (3), (4), (5) AS t(x) ORDER BY x;
FETCH 2 FROM data_cursor;
FETCH 2 FROM data_cursor;
--= ["x"]
--= [3]
--= [4]

--# FETCH: one row without a number
--: Data Distiller docs
DECLARE c CURSOR FOR SELECT x FROM VALUES (1), (2) AS t(x) ORDER BY x;
FETCH IN c;
--= ["x"]
--= [1]

--# FETCH: fewer rows at the end, then none
--: Data Distiller docs
DECLARE c CURSOR FOR SELECT x FROM VALUES (1), (2), (3) AS t(x) ORDER BY x;
FETCH 2 FROM c;
FETCH 2 FROM c;
FETCH 2 FROM c;
--= ["x"]

--# FETCH ALL: all that is left
--: PostgreSQL docs, FETCH
DECLARE c CURSOR FOR SELECT x FROM VALUES (1), (2), (3) AS t(x) ORDER BY x;
FETCH 1 FROM c;
FETCH ALL FROM c;
--= ["x"]
--= [2]
--= [3]

--# FETCH: two cursors at once
--: by hand
DECLARE a CURSOR FOR SELECT x FROM VALUES (1), (2) AS t(x) ORDER BY x;
DECLARE b CURSOR FOR SELECT x FROM VALUES (10), (20) AS t(x) ORDER BY x;
FETCH 1 FROM a;
FETCH 1 FROM b;
FETCH 1 FROM a;
--= ["x"]
--= [2]

--# CLOSE: ends the cursor
--: Data Distiller docs
DECLARE c CURSOR FOR SELECT 1 AS x;
CLOSE c;
FETCH 1 FROM c;
--! - c

--# CLOSE ALL: ends all of them
--: Data Distiller docs
DECLARE a CURSOR FOR SELECT 1 AS x;
DECLARE b CURSOR FOR SELECT 1 AS x;
CLOSE ALL;
FETCH 1 FROM b;
--! - b

--# DECLARE CURSOR: a name that is taken
--: PostgreSQL docs, DECLARE
DECLARE c CURSOR FOR SELECT 1 AS x;
DECLARE c CURSOR FOR SELECT 2 AS x;
--! - c

--# PREPARE: a query with parameters
--: Data Distiller docs
PREPARE find (int, string) AS SELECT x, $2 AS w FROM VALUES (1), (2), (3) AS t(x) WHERE x > $1 ORDER BY x;
EXECUTE find(1, 'hi');
--= ["x", "w"]
--= [2, "hi"]
--= [3, "hi"]

--# EXECUTE: again with other values
--: Data Distiller docs
PREPARE twice AS SELECT $1 * 2 AS r;
EXECUTE twice(4);
EXECUTE twice(5);
--= ["r"]
--= [10]

--# EXECUTE: without parameters
--: Data Distiller docs
PREPARE one AS SELECT 1 AS r;
EXECUTE one;
--= ["r"]
--= [1]

--# EXECUTE: too few values
--: by hand
PREPARE sum_of AS SELECT $1 + $2 AS r;
EXECUTE sum_of(4);
--! 2:1 takes 2 values, not 1

--# DEALLOCATE: forgets it
--: Data Distiller docs
PREPARE one AS SELECT 1 AS r;
DEALLOCATE one;
EXECUTE one;
--! - one

--# DEALLOCATE ALL: forgets all of them
--: Data Distiller docs
PREPARE one AS SELECT 1 AS r;
DEALLOCATE ALL;
EXECUTE one;
--! - one

--# BEGIN: and COMMIT keep what was written
--: Data Distiller docs
BEGIN;
CREATE TABLE held AS SELECT 1 AS x;
INSERT INTO held SELECT 2;
COMMIT;
SELECT count(*) AS n FROM held;
--= ["n"]
--= [2]

--# ROLLBACK: takes it back
--: Data Distiller docs
CREATE TABLE held AS SELECT 1 AS x;
BEGIN WORK;
INSERT INTO held SELECT 2;
ROLLBACK WORK;
SELECT count(*) AS n FROM held;
--= ["n"]
--= [1]

--# BEGIN TRANSACTION: as another spelling
--: Data Distiller docs
BEGIN TRANSACTION;
CREATE TABLE held AS SELECT 1 AS x;
ROLLBACK;
SELECT table_exists('held') AS r;
--= ["r"]
--= ["false"]

--# current_database: has a name
--: Spark docs, current_database
SELECT length(current_database()) > 0 AS r;
--= ["r"]
--= [true]
