--% ETL 300: checkpoints

--# checkpoint_log: a second run takes only the new batch
--: Data Distiller guide, ETL 300; by hand: two runs log two rows behind the first
--@ fresh
CREATE TABLE DIM_TABLE_ABC AS SELECT 'r1' AS _id;
CREATE TABLE DIM_TABLE_ABC_Incremental AS SELECT * FROM DIM_TABLE_ABC WHERE false;
DROP TABLE IF EXISTS checkpoint_log;
CREATE TABLE checkpoint_log AS SELECT cast(NULL AS string) process_name, cast(NULL AS string) process_status,
  cast(NULL AS string) last_snapshot_id, cast(NULL AS TIMESTAMP) process_timestamp WHERE false;
INSERT INTO checkpoint_log SELECT 'DIM_TABLE_ABC' process_name,'SUCCESSFUL' process_status, cast(NULL AS string) last_snapshot_id, CURRENT_TIMESTAMP process_timestamp;
$$ BEGIN
  SET resolve_fallback_snapshot_on_failure=true;
  SET @from_snapshot_id = SELECT coalesce(last_snapshot_id,'HEAD') FROM checkpoint_log a JOIN (SELECT MAX(process_timestamp) process_timestamp
      FROM checkpoint_log WHERE process_name='DIM_TABLE_ABC' AND process_status='SUCCESSFUL') b ON a.process_timestamp=b.process_timestamp;
  SET @to_snapshot_id = SELECT snapshot_id FROM (SELECT history_meta('DIM_TABLE_ABC')) WHERE is_current = true;
  SET @last_updated_timestamp = SELECT CURRENT_TIMESTAMP;
  INSERT INTO DIM_TABLE_ABC_Incremental SELECT * FROM DIM_TABLE_ABC SNAPSHOT BETWEEN @from_snapshot_id AND @to_snapshot_id;
  INSERT INTO checkpoint_log SELECT 'DIM_TABLE_ABC','SUCCESSFUL', cast(@to_snapshot_id AS string), cast(@last_updated_timestamp AS TIMESTAMP);
EXCEPTION WHEN OTHERS THEN SELECT 'ERROR';
END $$;
INSERT INTO DIM_TABLE_ABC SELECT 'r2' AS _id;
$$ BEGIN
  SET @from_snapshot_id = SELECT coalesce(last_snapshot_id,'HEAD') FROM checkpoint_log a JOIN (SELECT MAX(process_timestamp) process_timestamp
      FROM checkpoint_log WHERE process_name='DIM_TABLE_ABC' AND process_status='SUCCESSFUL') b ON a.process_timestamp=b.process_timestamp;
  SET @to_snapshot_id = SELECT snapshot_id FROM (SELECT history_meta('DIM_TABLE_ABC')) WHERE is_current = true;
  SET @last_updated_timestamp = SELECT CURRENT_TIMESTAMP;
  INSERT INTO DIM_TABLE_ABC_Incremental SELECT * FROM DIM_TABLE_ABC SNAPSHOT BETWEEN @from_snapshot_id AND @to_snapshot_id;
  INSERT INTO checkpoint_log SELECT 'DIM_TABLE_ABC','SUCCESSFUL', cast(@to_snapshot_id AS string), cast(@last_updated_timestamp AS TIMESTAMP);
EXCEPTION WHEN OTHERS THEN SELECT 'ERROR';
END $$;
SELECT (SELECT sort_array(collect_list(_id)) FROM DIM_TABLE_ABC_Incremental) AS copied, (SELECT count(*) FROM checkpoint_log) AS log_rows;
--= ["copied", "log_rows"]
--= [["r1", "r2"], 3]
