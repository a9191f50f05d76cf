/** Statements as Data Distiller's documentation and tutorials print them, one script a chapter. */
export const listings: Readonly<Record<string, string>> = {
  snapshots: `
SELECT * FROM Customers SNAPSHOT SINCE 123;
SELECT * FROM Customers SNAPSHOT AS OF 345;
SELECT * FROM Customers SNAPSHOT BETWEEN 123 AND 345;
SELECT * FROM Customers SNAPSHOT BETWEEN HEAD AND 123;
SELECT * FROM Customers SNAPSHOT BETWEEN 345 AND TAIL;
SELECT * FROM Customers SNAPSHOT SINCE 123 INNER JOIN Inventory AS OF 789 ON Customers.id = Inventory.id;
SELECT snapshot_id FROM (SELECT history_meta('t')) WHERE is_current = true`,

  tables: `
CREATE TABLE IF NOT EXISTS table_name WITH (schema='XDM schema title', rowvalidation='true', label='PROFILE') AS (SELECT 1 a);
INSERT INTO table_name SELECT * FROM src            -- no parentheses round the SELECT
;
INSERT INTO ds SELECT struct(src1 AS fld1, src2 AS fld2) AS _tenant FROM src      -- nested (XDM) target
;
CREATE TABLE IF NOT EXISTS t ( userId TEXT PRIMARY IDENTITY NAMESPACE 'Email', orders INTEGER,
     total_revenue DECIMAL(18,2), rfm_model TEXT ) WITH (LABEL='PROFILE')         -- column-definition form
;
INSERT INTO t SELECT Struct(userid, orders, total_revenue, rfm_model) _tenantid FROM v;
CREATE OR REPLACE VIEW v AS SELECT 1 ;  DROP VIEW IF EXISTS v;
CREATE TEMP TABLE t AS select 1 ;  SELECT a INTO TEMP new_table FROM t;
DROP TABLE IF EXISTS db.t ; DROP DATABASE IF EXISTS db ; DROP SCHEMA IF EXISTS db.sch RESTRICT;
CREATE TABLE x AS SELECT cast(NULL AS string) a, cast(NULL AS timestamp) b WHERE false;
COPY SELECT * FROM t TO '%scratch_space%/folder' WITH FORMAT 'parquet'`,

  'anonymous block': `
--/
$$ BEGIN
   SET @var = SELECT max(a) FROM t;
   # a note
   CREATE TABLE a AS SELECT 1; INSERT INTO a (SELECT 2 WHERE @exists = 'true');
 EXCEPTION
   WHEN OTHER THEN  DROP TABLE IF EXISTS a ; SET @ret = SELECT 'ERROR'; SELECT 'ERROR';
END $$;
/
$$BEGIN
  SET @mytableexist = SELECT table_exists('target_table');
$$END;`,

  session: `
BEGIN ; BEGIN WORK ; BEGIN TRANSACTION ;  ROLLBACK ; ROLLBACK WORK ; COMMIT;
DECLARE data_cursor CURSOR FOR SELECT * FROM movie_data; FETCH 5 FROM data_cursor; FETCH 5 IN data_cursor; CLOSE data_cursor; CLOSE ALL;
PREPARE name (int, text) AS SELECT $1 ; EXECUTE name(1, 'a') ; DEALLOCATE name; DEALLOCATE ALL;
EXPLAIN FORMAT JSON SELECT 1; EXPLAIN SELECT 1;  SHOW name; SHOW ALL;
SET auto_to_json=true; SET drop_system_columns=false; SET resolve_fallback_snapshot_on_failure`,

  statistics: `
ANALYZE TABLE t FILTERCONTEXT (timestamp >= to_timestamp('2023-04-01')) COMPUTE STATISTICS FOR COLUMNS (c1, a.b.c) AS alias_name;
ANALYZE TABLE t COMPUTE STATISTICS FOR ALL COLUMNS; ANALYZE TABLE t COMPUTE STATISTICS;
SHOW STATISTICS ;  SELECT * FROM t_stats_1;
ANALYZE TABLE t FILTERCONTEXT (a > 1) TABLESAMPLE SAMPLERATE 10;
ANALYZE TABLE t;
SELECT a FROM t WITHAPPROXIMATE; SHOW SAMPLES`,

  metadata: `
CREATE DATABASE IF NOT EXISTS db WITH (TYPE=QSACCEL, ACCOUNT=acp_query_batch) ;  CREATE SCHEMA db.sch;
CREATE TABLE IF NOT EXISTS db.sch.t WITH (DISTRIBUTION = REPLICATE) AS SELECT cast(null as int) c WHERE false;
CREATE TABLE db.sch.t WITH (DISTRIBUTION = HASH(col)) AS SELECT cast(null as int) c WHERE false;
CREATE TABLE db.sch.t WITH (DISTRIBUTION = ROUND_ROBIN) AS SELECT cast(null as int) c WHERE false;
ALTER TABLE t ADD SCHEMA db.sch; ALTER TABLE t REMOVE SCHEMA db.sch; ALTER TABLE t SET SCHEMA db.sch ; ALTER VIEW v SET SCHEMA db.sch;
ALTER TABLE t ADD COLUMN c bigint, d varchar(10), e double precision, f char(2), g datetime;
ALTER TABLE t ADD PRIMARY KEY (c, d) NAMESPACE ns NOT ENFORCED;
ALTER TABLE t ADD CONSTRAINT FOREIGN KEY (c, d) REFERENCES t2(c2, d2) NOT ENFORCED;
ALTER TABLE t ADD CONSTRAINT PRIMARY IDENTITY (c) NAMESPACE 'Email' ; ALTER TABLE t ADD CONSTRAINT IDENTITY (c) NAMESPACE 'IDFA';
ALTER TABLE t DROP CONSTRAINT PRIMARY IDENTITY (c);
SHOW PRIMARY KEYS; SHOW FOREIGN KEYS; SHOW DATAGROUPS; SHOW DATAGROUPS FOR 't';
SHOW DATABASES ; SHOW SCHEMAS ; SHOW TABLES ; SHOW VIEWS ; SHOW NAMESPACES ; CREATE NAMESPACE n WITH (code='testns', TYPE='Email')`,

  generators: `
SELECT explode(a) FROM t; SELECT posexplode_outer(m) FROM t; SELECT inline(s), 1 FROM t; SELECT stack(2, 1, 'a', 2, 'b');
SELECT c, d FROM t LATERAL VIEW OUTER explode(x) t AS c, d;
SELECT * FROM EXPLODE(ARRAY<STRUCT<country STRING, customer_id STRING>>[('UA','c1'),('DE','c2')]);
SELECT struct(a AS x, b AS y), named_struct('x', a), array(a, b), map('k', v), map_from_arrays(a, b), str_to_map('a:1') FROM t;
SELECT productListItems.priceTotal[0], identityMap['ECID'][0].id, commerce.\`order\`.purchaseID FROM t;
SELECT * FROM t WHERE row_number() OVER (PARTITION BY id ORDER BY timestamp DESC) = 1`,

  audiences: `
CREATE AUDIENCE table_name WITH (primary_identity='col' , identity_namespace='ns', schema='XDM title') AS (SELECT col FROM t);
CREATE AUDIENCE a WITH (primary_identity=userId, identity_namespace=lumaCrmId) AS (SELECT userId FROM t);
INSERT INTO AUDIENCE table_name SELECT * FROM t; INSERT INTO table_name SELECT * FROM t;
INSERT OVERWRITE INTO table_name SELECT * FROM t        -- replace membership
;
DROP AUDIENCE IF EXISTS db_name.table_name;
SHOW NAMESPACES ; CREATE NAMESPACE lumaCrmId WITH (code='testns', TYPE='Email')`,

  models: `
CREATE MODEL m TRANSFORM ( vector_assembler(array(a, b)) AS features ) OPTIONS ( MODEL_TYPE = 'logistic_reg' , LABEL = 'col', MAX_ITER = 10 ) AS SELECT a, b, col FROM t;
CREATE MODEL IF NOT EXISTS m OPTIONS(type='kmeans', KMEANS_INIT_METHOD='k-means||', SEED = -1689246527,) AS SELECT a FROM t;
CREATE OR REPLACE MODEL m TRANSFORM(numeric_imputer(a, 'mode') b, string_indexer(string_imputer(c)) d) OPTIONS(TYPE='decision_tree_classifier', max_depth=4, tol=1E-6) AS WITH x AS (SELECT a, c FROM t) SELECT * FROM x;
UPDATE MODEL m TRANSFORM(vector_assembler(array(a)) f) OPTIONS(MODEL_TYPE='linear_reg') AS SELECT a FROM t;
SELECT * FROM model_evaluate(model_alias, 1, SELECT a, b, label FROM test);
SELECT * FROM model_predict (model_alias, 1, SELECT a, b FROM new);
SHOW MODELS ;  DROP MODEL IF EXISTS name 2; DROP MODEL name;
create table m transform(tokenizer(s) as t, tf_idf(t) as f, min_max_scaler(f, 0.0, 1.0) g) OPTIONS() as select s from x`,

  'exploring data': `
set drop_system_columns=false; select * from movie_data;
SELECT _acp_system_metadata, COUNT(DISTINCT _ACP_BATCHID) FROM movie_data GROUP BY _acp_system_metadata;
SELECT _acp_system_metadata, count(DISTINCT _acp_batchid) numoutputbatches, count(_acp_batchid) recordcount FROM drug_orders GROUP BY _acp_system_metadata;
SELECT * FROM movie_data WHERE _acp_batchid='01H00' LIMIT 1;
CREATE VIEW Adobe_Analytics_View AS SELECT _id event_id, endUserIDs._experience.mcid.id mcid_id, timestamp TimeStamp, web.webPageDetails.name WebPageName FROM luma_web_data;
SELECT COUNT(DISTINCT mcid_id) Cookie_Visitors, COUNT(DISTINCT email_id) authenticated_Vistors FROM Adobe_Analytics_View;
SELECT WebPageName, count(WebPageName) WebPageCounts FROM Adobe_Analytics_View GROUP BY WebPageName ORDER BY WebPageCounts DESC;
SELECT SESS_TIMEOUT(timestamp, 60*30) OVER (PARTITION BY mcid_id ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS session FROM Adobe_Analytics_View`,

  checkpoints: `
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
  INSERT INTO DIM_TABLE_ABC_Incremental SELECT * FROM DIM_TABLE_ABC SNAPSHOT BETWEEN @from_snapshot_id AND @to_snapshot_id
      WHERE NOT EXISTS (SELECT _id FROM DIM_TABLE_ABC_Incremental a WHERE _id=a._id);
  INSERT INTO checkpoint_log SELECT 'DIM_TABLE_ABC','SUCCESSFUL', cast(@to_snapshot_id AS string), cast(@last_updated_timestamp AS TIMESTAMP);
EXCEPTION WHEN OTHERS THEN SELECT 'ERROR';
END $$;`,

  enrichment: `
SELECT MAKE_DATE(YEAR(CURRENT_DATE),MONTH(CURRENT_DATE),1) - MAKE_YM_INTERVAL(0,3);
SELECT NTILE(10) OVER (PARTITION BY loyaltyStatus ORDER BY totalMiles DESC) AS decileBucket FROM t;
SELECT MAP_FROM_ARRAYS(COLLECT_LIST(loyaltyStatus), COLLECT_LIST(decileBucket)) decileMonth1 FROM t;
SELECT STRUCT(id, STRUCT(decileMonth1 AS m1) AS decilesMileage) AS _tenant FROM t;
SELECT DATEDIFF(CURRENT_DATE,MAX(purchase_date)) AS days_since_last_purchase, 5 - NTILE(4) OVER (ORDER BY days_since_last_purchase DESC) AS recency FROM t;
SELECT email FROM t GROUP BY email HAVING count(DISTINCT event_type)=2;
SELECT to_json(identityMap) FROM profile_attribute;
SELECT pid, ns, x.id FROM (SELECT _id pid, explode(identityMap) AS (ns, ids) FROM p) LATERAL VIEW explode(ids) t AS x`,

  'statistics and models': `
SELECT EXISTS(productListItems, value -> value.priceTotal > 0), identityMap['ECID'][0].id FROM t ORDER BY RANDOM() LIMIT 500000;
SELECT * FROM t WHERE ecid NOT IN (SELECT ecid FROM t GROUP BY unix_timestamp(timestamp)/60, ecid HAVING count(*)>60);
SELECT struct(one_minute, five_minute, thirty_minute) count_per_id FROM t;
SELECT hll_merge_count_agg(sketch), hll_estimate(hll_build_agg(user_id)) FROM cube`,

  activation: `
SELECT CONCAT('User', CAST(FLOOR(RAND()*10000) AS STRING)), CONCAT('XXX-XXX-', SUBSTRING(phone_number,-4)), CONCAT(SUBSTRING(email,1,4),'****@domain.com') FROM healthcare_customers;
SELECT base64(aes_encrypt(email, 'key')), cast(aes_decrypt(unbase64(x), 'key') AS string) FROM t;
SELECT transform(filter(sequence(1,length(s)-1), i -> i+1 <= length(s)), i -> CASE WHEN length(substring(s,i,2))=2 THEN substring(s,i,2) ELSE NULL END) tokens FROM t;
SELECT transform(sequence(1,5), x -> reduce(sequence(1,x),0,(acc,y)->acc+y));
SELECT round(cast(size(array_intersect(a,b)) AS DOUBLE)/size(array_union(a,b)),2) jaccard_similarity FROM x CROSS JOIN y;
SELECT DISTINCT lower(replace(x,' ','')), regexp_extract_all(x,'.{2}',0) FROM featurevector1 EXCEPT SELECT * FROM featurevector2`,
};
