--% Anonymous blocks and variables

--# $$ BEGIN END $$: statements one after another
--: Data Distiller docs
$$ BEGIN
  CREATE TABLE a AS SELECT 1 AS x;
  CREATE TABLE b AS SELECT x + 1 AS x FROM a;
  INSERT INTO b SELECT x FROM a;
END $$;
SELECT x FROM b ORDER BY x;
--= ["x"]
--= [1]
--= [2]

--# $$ BEGIN END $$: written without spaces
--: Data Distiller docs
$$BEGIN
  CREATE TABLE a AS SELECT 5 AS x;
END$$;
SELECT x FROM a;
--= ["x"]
--= [5]

--# $$ BEGIN END $$: gives the rows of its last query
--: by hand
$$ BEGIN
  CREATE TABLE a AS SELECT 5 AS x;
  SELECT x FROM a;
END $$;
--= ["x"]
--= [5]

--# SET @: a variable in a list, a condition and a subquery
--: Data Distiller docs
$$ BEGIN
  SET @limit = SELECT 2;
  SET @word = SELECT 'hello';
  CREATE TABLE seen AS SELECT x, @word AS w FROM VALUES (1), (2), (3) AS t(x) WHERE x <= cast(@limit AS int);
END $$;
SELECT * FROM seen ORDER BY x;
--= ["x", "w"]
--= [1, "hello"]
--= [2, "hello"]

--# SET @: from a table, and one variable from another
--: Data Distiller docs
$$ BEGIN
  CREATE TABLE src AS SELECT explode(array(3, 9, 4)) AS x;
  SET @most = SELECT max(x) FROM src;
  SET @more = SELECT cast(@most AS int) + 1;
  SELECT @more AS more, typeof(@more) AS type;
END $$;
--= ["more", "type"]
--= ["10", "string"]

--# SET @: none from no rows
--: by hand
$$ BEGIN
  SET @none = SELECT x FROM VALUES (1) AS t(x) WHERE x > 1;
  SELECT coalesce(@none, 'nothing') AS r;
END $$;
--= ["r"]
--= ["nothing"]

--# SET @: more than one row is an error
--: Data Distiller docs
$$ BEGIN
  SET @two = SELECT x FROM VALUES (1), (2) AS t(x);
END $$;
--! - row

--# SET @: a variable that was never set
--: by hand
$$ BEGIN
  SELECT @nobody AS x;
END $$;
--! 2:10 nobody

--# SET @: ends with the block
--: Data Distiller docs
$$ BEGIN
  SET @inside = SELECT 1;
END $$;
SELECT @inside AS x;
--! 4:8 inside

--# EXCEPTION: runs when a statement fails
--: Data Distiller docs
$$ BEGIN
  CREATE TABLE a AS SELECT 1 AS x;
  CREATE TABLE b AS SELECT x FROM no_such_table;
  CREATE TABLE c AS SELECT 1 AS x;
EXCEPTION
  WHEN OTHERS THEN
    DROP TABLE IF EXISTS a;
    SET @ret = SELECT 'ERROR';
    SELECT @ret AS r;
END $$;
--? EXCEPTION
--= ["r"]
--= ["ERROR"]

--# EXCEPTION: what stood before it stays written
--: Data Distiller docs
$$ BEGIN
  CREATE TABLE a AS SELECT 1 AS x;
  CREATE TABLE b AS SELECT x FROM no_such_table;
EXCEPTION WHEN OTHER THEN SELECT 'ERROR';
END $$;
SELECT table_exists('a') AS a, table_exists('b') AS b;
--= ["a", "b"]
--= ["true", "false"]

--# EXCEPTION: without one the block stops with the error
--: Data Distiller docs
$$ BEGIN
  CREATE TABLE a AS SELECT 1 AS x;
  CREATE TABLE b AS SELECT x FROM no_such_table;
END $$;
--! 3:35 no_such_table

--# $$ BEGIN END $$: one within another
--: Data Distiller docs
$$ BEGIN
  CREATE TABLE log AS SELECT 'outer' AS w;
  $$ BEGIN
    INSERT INTO log SELECT 'inner';
    INSERT INTO no_such_table SELECT 1;
  EXCEPTION WHEN OTHERS THEN
    INSERT INTO log SELECT 'caught';
  END $$;
  INSERT INTO log SELECT 'after';
END $$;
SELECT w FROM log ORDER BY w;
--= ["w"]
--= ["after"]
--= ["caught"]
--= ["inner"]
--= ["outer"]

--# $$ BEGIN END $$: comments that begin with #
--: Data Distiller docs
$$ BEGIN
  # first the table
  CREATE TABLE a AS SELECT 1 AS x;
  -- then a row
  INSERT INTO a SELECT 2;
END $$;
SELECT count(*) AS n FROM a;
--= ["n"]
--= [2]

--# $$ BEGIN END $$: a condition by WHERE
--: Data Distiller docs
$$ BEGIN
  CREATE TABLE t AS SELECT 0 AS x;
  SET @exists = SELECT table_exists('t');
  INSERT INTO t (SELECT 1 WHERE @exists = 'true');
  INSERT INTO t (SELECT 2 WHERE @exists = 'false');
END $$;
SELECT x FROM t ORDER BY x;
--= ["x"]
--= [0]
--= [1]

--# $$ BEGIN END $$: one that is never closed
--: by hand
$$ BEGIN
  SELECT 1;
--! 1:1 never closed

--# $$ BEGIN END $$: between the delimiters of DbVisualizer
--: Data Distiller docs
--/
$$ BEGIN
  CREATE TABLE a AS SELECT 3 AS x;
  SELECT x FROM a;
END $$;
/
--= ["x"]
--= [3]

--# table_exists: in a variable
--: Data Distiller docs
$$ BEGIN
  SET @mytableexist = SELECT table_exists('target_table');
  SELECT @mytableexist AS r;
END $$;
--= ["r"]
--= ["false"]

--# RAISE: stops the block with its words
--: Data Distiller docs
$$ BEGIN
  RAISE EXCEPTION 'too few rows';
END $$;
--! - too few rows

--# checkpoint_log: each run takes only the new rows
--: Data Distiller guide, ETL 300; by hand
--@ fresh
CREATE TABLE DIM_TABLE_ABC AS SELECT 'r1' AS _id, 1 AS v;
CREATE TABLE DIM_TABLE_ABC_Incremental AS SELECT * FROM DIM_TABLE_ABC WHERE false;
CREATE TABLE checkpoint_log AS SELECT cast(NULL AS string) process_name, cast(NULL AS string) process_status, cast(NULL AS string) last_snapshot_id, cast(NULL AS TIMESTAMP) process_timestamp WHERE false;
INSERT INTO checkpoint_log SELECT 'DIM_TABLE_ABC' process_name, 'SUCCESSFUL' process_status, cast(NULL AS string) last_snapshot_id, CURRENT_TIMESTAMP process_timestamp;
$$ BEGIN
  SET resolve_fallback_snapshot_on_failure=true;
  SET @from_snapshot_id = SELECT coalesce(last_snapshot_id,'HEAD') FROM checkpoint_log a JOIN (SELECT MAX(process_timestamp) process_timestamp FROM checkpoint_log WHERE process_name='DIM_TABLE_ABC' AND process_status='SUCCESSFUL') b ON a.process_timestamp=b.process_timestamp;
  SET @to_snapshot_id = SELECT snapshot_id FROM (SELECT history_meta('DIM_TABLE_ABC')) WHERE is_current = true;
  SET @last_updated_timestamp = SELECT CURRENT_TIMESTAMP;
  INSERT INTO DIM_TABLE_ABC_Incremental SELECT * FROM DIM_TABLE_ABC SNAPSHOT BETWEEN @from_snapshot_id AND @to_snapshot_id WHERE NOT EXISTS (SELECT _id FROM DIM_TABLE_ABC_Incremental a WHERE _id=a._id);
  INSERT INTO checkpoint_log SELECT 'DIM_TABLE_ABC','SUCCESSFUL', cast(@to_snapshot_id AS string), cast(@last_updated_timestamp AS TIMESTAMP);
EXCEPTION WHEN OTHERS THEN SELECT 'ERROR';
END $$;
SELECT (SELECT collect_list(_id) FROM DIM_TABLE_ABC_Incremental) AS rows, (SELECT max(last_snapshot_id) FROM checkpoint_log) AS upto, (SELECT count(*) FROM checkpoint_log) AS runs;
--= ["rows", "upto", "runs"]
--= [["r1"], "1", 2]
