--% SHOW and DESCRIBE

--# SHOW TABLES: without those of the engine
--: the product's own columns, which no page prescribes; values by hand
--@ fresh
CREATE TABLE shown_one AS SELECT 1 AS a;
SHOW TABLES;
--= ["name", "dataSetId", "dataSet", "isTemporary"]
--= ["shown_one", "…", "shown_one", false]

--# SHOW VIEWS: with what they read
--: the product's own columns, which no page prescribes; values by hand
--@ fresh
CREATE TABLE base AS SELECT 1 AS a;
CREATE VIEW over_base AS SELECT a FROM base;
SHOW VIEWS;
--= ["Db Name", "Schema Name", "Name", "Id", "Dataset Dependencies", "Views Dependencies", "TYPE"]
--= ["…", "…", "over_base", "over_base", "base", "", "ADLS"]

--# SHOW DATABASES: the lake's and one's own
--: the product's own columns, which no page prescribes; values by hand
--@ fresh
CREATE DATABASE insight WITH (TYPE=QSACCEL);
SHOW DATABASES;
--= ["databaseName", "type"]
--~ ["main", "ADLS"]
--~ ["insight", "QSACCEL"]

--# SHOW SCHEMAS: of a database
--: the product's own columns, which no page prescribes; values by hand
--@ fresh
CREATE DATABASE insight;
CREATE SCHEMA insight.model;
SHOW SCHEMAS IN insight;
--= ["databaseName", "schemaName"]
--= ["insight", "model"]

--# SHOW ALL: every setting
--: the product's own columns, which no page prescribes; values by hand
SHOW ALL;
--= ["name", "setting"]
--= ["auto_to_json", "false"]
--= ["drop_system_columns", "true"]
--= ["resolve_fallback_snapshot_on_failure", "false"]
--= ["skip_stats_for_complex_datatypes", "true"]

--# SHOW FUNCTIONS: by a pattern
--: the product's own columns, which no page prescribes; values by hand
SHOW FUNCTIONS LIKE 'array_dist*';
--= ["function", "usage", "description"]
--= ["array_distinct", "…", "…"]

--# DESCRIBE: a query
--: Spark docs, DESCRIBE QUERY
DESCRIBE SELECT 1 AS a, 'x' AS b;
--= ["col_name", "data_type", "comment"]
--= ["a", "int", null]
--= ["b", "string", null]

--# EXPLAIN FORMAT JSON: a plan as JSON
--: the product's own columns, which no page prescribes; values by hand
EXPLAIN FORMAT JSON SELECT 1 AS a;
--= ["explain_key", "explain_value"]
--= ["physical_plan", "…"]

--# USE: names of a database without it
--: Spark docs, USE
CREATE DATABASE insight;
CREATE TABLE insight.t AS SELECT 5 AS x;
USE insight;
SELECT x FROM t;
--= ["x"]
--= [5]

--# ANALYZE TABLE: the accelerated store's figures
--: the product's own columns, which no page prescribes; values by hand
CREATE TABLE people AS SELECT x AS age FROM VALUES (10), (20), (NULL) AS t(x);
ANALYZE TABLE people;
--= ["field", "data-type", "count", "distinct-count", "missing", "max", "min", "mean", "stdev"]
--= ["age", "integer", 2, 2, 1, "20", "10", 15, 7.0710678118654755]
