--% EXPLORE 100 and 101: the lake and its batches

--# SELECT: everything, with a limit
--: sample-data/data/movie_data.csv, its first line
--@ sample movie_data
SELECT * FROM movie_data ORDER BY id LIMIT 1;
--= ["id", "first_name", "last_name", "email", "state", "title", "genres"]
--= [1, "Hiro", "Xu", "hiro.xu1875@example.com", "TX", "Northern Harbor", "Action|Documentary|Animation"]

--# _ACP_BATCHID: batches of a dataset
--: Data Distiller guide, EXPLORE 101, unchanged; one import makes one batch
--@ sample movie_data
set drop_system_columns=false;
SELECT count(*) AS n FROM (SELECT _acp_system_metadata, COUNT(DISTINCT _ACP_BATCHID) FROM movie_data GROUP BY _acp_system_metadata);
--= ["n"]
--= [1]

--# _acp_batchid: records of each batch
--: Data Distiller guide, EXPLORE 101; batches of 2,000 and 24,000 records as sample-data/README.md tells
--@ sample checkout_data_batch_1
--@ sample checkout_data_batch_2
CREATE TABLE drug_orders AS SELECT * FROM checkout_data_batch_1;
INSERT INTO drug_orders SELECT * FROM checkout_data_batch_2;
SET drop_system_columns=false;
SELECT count(_acp_batchid) recordcount FROM drug_orders GROUP BY _acp_batchid ORDER BY recordcount;
--= ["recordcount"]
--= [2000]
--= [24000]

--# _acp_batchid: as a condition
--: the product's own columns, which no page prescribes; values by hand
--@ sample movie_data
SET drop_system_columns=false;
SELECT * FROM movie_data WHERE _acp_batchid='01H00' LIMIT 1;
--= ["id", "first_name", "last_name", "email", "state", "title", "genres", "_ACP_BATCHID", "_acp_system_metadata"]
