--% Snapshots

--# SNAPSHOT SINCE: what was written after a snapshot
--: Data Distiller docs; by hand
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
INSERT INTO t SELECT 2;
INSERT INTO t SELECT 3;
SELECT x FROM t SNAPSHOT SINCE 1 ORDER BY x;
--= ["x"]
--= [2]
--= [3]

--# SNAPSHOT AS OF: the rows as they were
--: Data Distiller docs; by hand
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
INSERT INTO t SELECT 2;
INSERT INTO t SELECT 3;
SELECT x FROM t SNAPSHOT AS OF 2 ORDER BY x;
--= ["x"]
--= [1]
--= [2]

--# SNAPSHOT BETWEEN: the start is not counted, the end is
--: Data Distiller docs; by hand
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
INSERT INTO t SELECT 2;
INSERT INTO t SELECT 3;
INSERT INTO t SELECT 4;
SELECT x FROM t SNAPSHOT BETWEEN 1 AND 3 ORDER BY x;
--= ["x"]
--= [2]
--= [3]

--# SNAPSHOT BETWEEN: from HEAD
--: Data Distiller docs; by hand
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
INSERT INTO t SELECT 2;
INSERT INTO t SELECT 3;
SELECT x FROM t SNAPSHOT BETWEEN HEAD AND 2 ORDER BY x;
--= ["x"]
--= [1]
--= [2]

--# SNAPSHOT BETWEEN: to TAIL
--: Data Distiller docs; by hand
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
INSERT INTO t SELECT 2;
INSERT INTO t SELECT 3;
SELECT x FROM t SNAPSHOT BETWEEN 2 AND TAIL ORDER BY x;
--= ["x"]
--= [3]

--# SNAPSHOT: with an alias, conditions and groups
--: Data Distiller docs
--@ fresh
CREATE TABLE t AS SELECT 1 AS k, 10 AS x;
INSERT INTO t SELECT 1, 20;
INSERT INTO t SELECT 2, 5;
SELECT a.k, sum(a.x) AS s FROM t SNAPSHOT SINCE 1 a WHERE a.x > 1 GROUP BY a.k ORDER BY a.k;
--= ["k", "s"]
--= [1, 20]
--= [2, 5]

--# SNAPSHOT: one for each table of a join
--: Data Distiller docs
--@ fresh
CREATE TABLE Customers AS SELECT 1 AS id, 'Ada' AS name;
INSERT INTO Customers SELECT 2, 'Bob';
CREATE TABLE Inventory AS SELECT 2 AS id, 7 AS pieces;
INSERT INTO Inventory SELECT 2, 8;
SELECT c.name, i.pieces FROM Customers SNAPSHOT SINCE 1 c INNER JOIN Inventory AS OF 3 i ON c.id = i.id;
--= ["name", "pieces"]
--= ["Bob", 7]

--# SNAPSHOT: in CREATE TABLE AS and INSERT INTO
--: Data Distiller docs
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
INSERT INTO t SELECT 2;
CREATE TABLE older AS SELECT x FROM t SNAPSHOT AS OF 1;
INSERT INTO older SELECT x * 10 FROM t SNAPSHOT SINCE 1;
SELECT x FROM older ORDER BY x;
--= ["x"]
--= [1]
--= [20]

--# SNAPSHOT: what a table held before its rows were replaced
--: by hand
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
INSERT OVERWRITE INTO t SELECT 9;
SELECT (SELECT collect_list(x) FROM t SNAPSHOT AS OF 1) AS before, (SELECT collect_list(x) FROM t) AS now;
--= ["before", "now"]
--= [[1], [9]]

--# SNAPSHOT: a view has none
--: Data Distiller docs
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
CREATE VIEW v AS SELECT x FROM t;
SELECT x FROM v SNAPSHOT AS OF 1;
--! 3:17 v

--# SNAPSHOT: an id that was never given
--: by hand
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
SELECT x FROM t SNAPSHOT AS OF 77;
--! - 77

--# SNAPSHOT: bounds may be variables of a block
--: Data Distiller docs
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
INSERT INTO t SELECT 2;
$$ BEGIN
  SET @from = SELECT 1;
  SET @to = SELECT snapshot_id FROM (SELECT history_meta('t')) WHERE is_current = true;
  CREATE TABLE fresh_rows AS SELECT x FROM t SNAPSHOT BETWEEN @from AND @to;
END $$;
SELECT x FROM fresh_rows;
--= ["x"]
--= [2]

--# SNAPSHOT: the word HEAD in a variable
--: Data Distiller docs
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
$$ BEGIN
  SET @from = SELECT coalesce(cast(NULL AS string), 'HEAD');
  SET @to = SELECT 'TAIL';
  CREATE TABLE whole AS SELECT x FROM t SNAPSHOT BETWEEN @from AND @to;
END $$;
SELECT x FROM whole;
--= ["x"]
--= [1]

--# history_meta: the current snapshot
--: Data Distiller docs
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
INSERT INTO t SELECT 2;
SELECT snapshot_id FROM (SELECT history_meta('t')) WHERE is_current = true;
--= ["snapshot_id"]
--= [2]

--# history_meta: all snapshots with their parents
--: Data Distiller docs
--@ fresh
CREATE TABLE t AS SELECT 1 AS x;
INSERT INTO t SELECT 2;
SELECT snapshot_id, parent_id, is_current, made_current_at IS NOT NULL AS dated FROM (SELECT history_meta('t')) ORDER BY snapshot_id;
--= ["snapshot_id", "parent_id", "is_current", "dated"]
--= [1, null, false, true]
--= [2, 1, true, true]

--# history_meta: of a table that is not there
--: by hand
SELECT history_meta('no_such_table');
--! - no_such_table

--# resolve_fallback_snapshot_on_failure: reads from the earliest that is left
--: Data Distiller docs
--@ fresh
CREATE TABLE before_it AS SELECT 0 AS x;
CREATE TABLE t AS SELECT 1 AS x;
INSERT INTO t SELECT 2;
SET resolve_fallback_snapshot_on_failure=true;
SELECT x FROM t SNAPSHOT SINCE 0 ORDER BY x;
--= ["x"]
--= [1]
--= [2]
