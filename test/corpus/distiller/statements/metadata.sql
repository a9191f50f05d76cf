--% Organising data, keys and identities

--# CREATE SCHEMA: and a table in it
--: Data Distiller docs
CREATE DATABASE audienceinsight WITH (TYPE=QSACCEL, ACCOUNT=acp_query_batch);
CREATE SCHEMA audienceinsight.audiencemodel;
CREATE TABLE IF NOT EXISTS audienceinsight.audiencemodel.externalaudiencereach WITH (DISTRIBUTION = REPLICATE) AS SELECT cast(NULL AS int) ext_custom_audience_id, cast(NULL AS string) deliverystatusdescription WHERE false;
INSERT INTO audienceinsight.audiencemodel.externalaudiencereach SELECT 1, 'ok';
SELECT * FROM audienceinsight.audiencemodel.externalaudiencereach;
--= ["ext_custom_audience_id", "deliverystatusdescription"]
--= [1, "ok"]

--# CREATE DATABASE: IF NOT EXISTS, and DROP DATABASE
--: Data Distiller docs
CREATE DATABASE IF NOT EXISTS insight;
CREATE DATABASE IF NOT EXISTS insight;
DROP DATABASE IF EXISTS insight;
DROP DATABASE IF EXISTS insight;
SELECT 1 AS a;
--= ["a"]
--= [1]

--# DROP SCHEMA: with what is in it
--: Data Distiller docs
CREATE DATABASE insight;
CREATE SCHEMA insight.model;
CREATE TABLE insight.model.t AS SELECT 1 AS x;
DROP SCHEMA IF EXISTS insight.model CASCADE;
SELECT x FROM insight.model.t;
--! 5:15 t

--# DROP SCHEMA: RESTRICT refuses one that holds tables
--: Data Distiller docs
CREATE DATABASE insight;
CREATE SCHEMA insight.model;
CREATE TABLE insight.model.t AS SELECT 1 AS x;
DROP SCHEMA insight.model RESTRICT;
--! - model

--# ALTER TABLE ADD CONSTRAINT: a primary key that is not enforced
--: Data Distiller docs
CREATE TABLE dim AS SELECT 1 AS id, 'x' AS name;
ALTER TABLE dim ADD CONSTRAINT PRIMARY KEY (id) NOT ENFORCED;
INSERT INTO dim SELECT 1, 'again';
SELECT count(*) AS n FROM dim;
--= ["n"]
--= [2]

--# SHOW PRIMARY KEYS: tables, columns, types and namespaces
--: Data Distiller docs
CREATE TABLE dim AS SELECT 1 AS id, 'a@x' AS email;
ALTER TABLE dim ADD PRIMARY KEY (email) NAMESPACE 'Email' NOT ENFORCED;
SHOW PRIMARY KEYS;
--= ["tableName", "columnName", "datatype", "namespace"]
--= ["dim", "email", "string", "Email"]

--# SHOW FOREIGN KEYS: tables and columns of both sides
--: Data Distiller docs
CREATE TABLE dim AS SELECT 1 AS id;
CREATE TABLE fact AS SELECT 1 AS dim_id, 2.5 AS amount;
ALTER TABLE fact ADD CONSTRAINT FOREIGN KEY (dim_id) REFERENCES dim (id) NOT ENFORCED;
INSERT INTO fact SELECT 99, 1.0;
SHOW FOREIGN KEYS;
--= ["tableName", "columnName", "datatype", "referencedTableName", "referencedColumnName", "namespace"]
--= ["fact", "dim_id", "int", "dim", "id", null]

--# ALTER TABLE DROP CONSTRAINT: forgets the key
--: Data Distiller docs
CREATE TABLE dim AS SELECT 1 AS id;
ALTER TABLE dim ADD CONSTRAINT PRIMARY KEY (id) NOT ENFORCED;
ALTER TABLE dim DROP CONSTRAINT PRIMARY KEY (id);
SHOW PRIMARY KEYS;
--= ["tableName", "columnName", "datatype", "namespace"]

--# ALTER TABLE ADD CONSTRAINT: primary and other identities
--: Data Distiller docs
CREATE TABLE people AS SELECT 'a@x' AS email, 'i1' AS device;
ALTER TABLE people ADD CONSTRAINT PRIMARY IDENTITY (email) NAMESPACE 'Email';
ALTER TABLE people ADD CONSTRAINT IDENTITY (device) NAMESPACE 'IDFA';
SELECT email, device FROM people;
--= ["email", "device"]
--= ["a@x", "i1"]

--# ALTER TABLE ADD CONSTRAINT: a column that is not there
--: by hand
CREATE TABLE dim AS SELECT 1 AS id;
ALTER TABLE dim ADD CONSTRAINT PRIMARY KEY (idd) NOT ENFORCED;
--! - idd

--# SHOW DATAGROUPS: databases, schemas and tables of a model
--: Data Distiller docs
CREATE DATABASE audienceinsight WITH (TYPE=QSACCEL, ACCOUNT=acp_query_batch);
CREATE SCHEMA audienceinsight.audiencemodel;
CREATE TABLE audienceinsight.audiencemodel.reach AS SELECT cast(NULL AS int) id WHERE false;
SHOW DATAGROUPS;
--= ["Database", "Schema", "GroupType", "ChildType", "ChildName", "PhysicalParent", "ChildId"]
--= ["audienceinsight", "audiencemodel", "QSACCEL", "Data Warehouse Table", "reach", true, "…"]

--# ALTER TABLE ADD SCHEMA: a table in a data model
--: Data Distiller docs
CREATE DATABASE databaseA;
CREATE SCHEMA databaseA.schema1;
CREATE TABLE t1 AS SELECT 4 AS x;
ALTER TABLE t1 ADD SCHEMA databaseA.schema1;
SELECT x FROM databaseA.schema1.t1;
--= ["x"]
--= [4]

--# ALTER TABLE REMOVE SCHEMA: and out of it again
--: Data Distiller docs
CREATE DATABASE databaseA;
CREATE SCHEMA databaseA.schema1;
CREATE TABLE t1 AS SELECT 4 AS x;
ALTER TABLE t1 ADD SCHEMA databaseA.schema1;
ALTER TABLE t1 REMOVE SCHEMA databaseA.schema1;
SELECT x FROM t1;
--= ["x"]
--= [4]

--# CREATE NAMESPACE: and SHOW NAMESPACES
--: the product's own columns, which no page prescribes; values by hand
--@ fresh
CREATE NAMESPACE lumaCrmId WITH (code='testns', TYPE='Email');
SHOW NAMESPACES;
--= ["name", "code", "type"]
--~ ["Email", "Email", "Email"]
--~ ["Emails (SHA256, lowercased)", "Email_LC_SHA256", "Email"]
--~ ["Phone", "Phone", "Phone"]
--~ ["Phone (SHA256)", "Phone_SHA256", "Phone"]
--~ ["ECID", "ECID", "Cookie"]
--~ ["AAID", "AAID", "Cookie"]
--~ ["Google Ad ID", "GAID", "Device"]
--~ ["Apple IDFA", "IDFA", "Device"]
--~ ["CRM ID", "CRMID", "Cross_Device"]
--~ ["Loyalty", "Loyalty", "Cross_Device"]
--~ ["lumaCrmId", "testns", "Email"]
