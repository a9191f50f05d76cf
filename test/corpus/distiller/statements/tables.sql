--% Tables and views

--# CREATE TABLE AS: a table of a query's rows
--: Data Distiller docs
CREATE TABLE kept AS SELECT 1 AS a, 'x' AS b;
SELECT * FROM kept;
--= ["a", "b"]
--= [1, "x"]

--# CREATE TABLE AS: with options of the schema, and brackets round the query
--: Data Distiller docs
CREATE TABLE profiles WITH (schema='Loyalty Schema', rowvalidation='false', label='PROFILE') AS (SELECT 'u1' AS userid, 3 AS orders);
SELECT userid, orders FROM profiles;
--= ["userid", "orders"]
--= ["u1", 3]

--# CREATE TABLE AS: types as Spark has them
--: Spark docs, types
CREATE TABLE typed AS SELECT 1 AS i, 1L AS l, 1.5 AS d, 1.5D AS f, 'x' AS s, true AS b, DATE '2024-01-31' AS day, TIMESTAMP '2024-01-31 10:00:00' AS ts, array(1) AS a, map('k', 1) AS m, struct(1 AS x) AS st;
SELECT typeof(i) AS i, typeof(l) AS l, typeof(d) AS d, typeof(f) AS f, typeof(s) AS s, typeof(b) AS b, typeof(day) AS day, typeof(ts) AS ts, typeof(a) AS a, typeof(m) AS m, typeof(st) AS st FROM typed;
--= ["i", "l", "d", "f", "s", "b", "day", "ts", "a", "m", "st"]
--= ["int", "bigint", "decimal(2,1)", "double", "string", "boolean", "date", "timestamp", "array<int>", "map<string,int>", "struct<x:int>"]

--# CREATE TABLE AS: an aggregate without an alias bears Spark's name
--: Spark, names of expressions; Data Distiller itself wants an alias
CREATE TABLE totals AS SELECT count(*) FROM VALUES (1) AS t(x);
SELECT * FROM totals;
--= ["count(1)"]
--= [1]

--# CREATE TABLE IF NOT EXISTS: leaves what is there
--: Data Distiller docs
CREATE TABLE once AS SELECT 1 AS a;
CREATE TABLE IF NOT EXISTS once AS SELECT 2 AS a;
SELECT a FROM once;
--= ["a"]
--= [1]

--# CREATE TABLE: one that is there is an error
--: by hand
CREATE TABLE twice AS SELECT 1 AS a;
CREATE TABLE twice AS SELECT 2 AS a;
--! - twice

--# CREATE TABLE: an empty table from typed NULLs
--: Data Distiller docs
CREATE TABLE x AS SELECT cast(NULL AS string) a, cast(NULL AS timestamp) b WHERE false;
SELECT * FROM x;
--= ["a", "b"]

--# CREATE TABLE: with columns and a primary identity
--: Data Distiller docs
CREATE TABLE IF NOT EXISTS adls_rfm (userId TEXT PRIMARY IDENTITY NAMESPACE 'Email', orders INTEGER, total_revenue DECIMAL(18, 2), rfm_model TEXT) WITH (LABEL='PROFILE');
INSERT INTO adls_rfm SELECT 'a@x', 3, 12.5, '1. Core';
SELECT * FROM adls_rfm;
--= ["userId", "orders", "total_revenue", "rfm_model"]
--= ["a@x", 3, 12.5, "1. Core"]

--# INSERT INTO: a struct into the fields of a profile table
--: Data Distiller docs
CREATE TABLE adls_rfm_profile (userId TEXT PRIMARY IDENTITY NAMESPACE 'Email', orders INTEGER) WITH (LABEL='PROFILE');
INSERT INTO adls_rfm_profile SELECT Struct(userid, orders) _tenantid FROM (SELECT 'a@x' AS userid, 2 AS orders);
SELECT userId, orders FROM adls_rfm_profile;
--= ["userId", "orders"]
--= ["a@x", 2]

--# CREATE TABLE: with a distribution
--: Data Distiller docs
CREATE TABLE facts WITH (DISTRIBUTION = HASH(id)) AS SELECT cast(NULL AS int) id, cast(NULL AS string) name WHERE false;
SELECT count(*) AS n FROM facts;
--= ["n"]
--= [0]

--# INSERT INTO: a query without brackets
--: Data Distiller docs
CREATE TABLE grows AS SELECT 1 AS a, 'x' AS b;
INSERT INTO grows SELECT 2, 'y';
SELECT * FROM grows ORDER BY a;
--= ["a", "b"]
--= [1, "x"]
--= [2, "y"]

--# INSERT INTO: a query in brackets, or behind AS
--: Data Distiller docs
CREATE TABLE grows AS SELECT 1 AS a;
INSERT INTO grows (SELECT 2);
INSERT INTO grows AS (SELECT 3);
SELECT a FROM grows ORDER BY a;
--= ["a"]
--= [1]
--= [2]
--= [3]

--# INSERT INTO: with columns named
--: Spark docs, INSERT
CREATE TABLE grows AS SELECT 1 AS a, 'x' AS b;
INSERT INTO grows (b, a) VALUES ('y', 2);
SELECT a, b FROM grows ORDER BY a;
--= ["a", "b"]
--= [1, "x"]
--= [2, "y"]

--# INSERT INTO: values are cast to the columns' types
--: Spark docs, store assignment
CREATE TABLE grows AS SELECT 1 AS a, 'x' AS b;
INSERT INTO grows SELECT 2L, 5;
SELECT a, b, typeof(b) AS t FROM grows WHERE a = 2;
--= ["a", "b", "t"]
--= [2, "5", "string"]

--# INSERT INTO: a wrong number of columns is an error
--: Data Distiller docs
CREATE TABLE grows AS SELECT 1 AS a, 'x' AS b;
INSERT INTO grows SELECT 2;
--! - column

--# INSERT INTO: nested values
--: Data Distiller docs
CREATE TABLE ds AS SELECT struct('a' AS fld1, 1 AS fld2) AS _tenant;
INSERT INTO ds SELECT struct(src1 AS fld1, src2 AS fld2) AS _tenant FROM VALUES ('b', 2) AS src(src1, src2);
SELECT _tenant.fld1 AS f, _tenant.fld2 AS g FROM ds ORDER BY f;
--= ["f", "g"]
--= ["a", 1]
--= ["b", 2]

--# INSERT OVERWRITE: replaces the rows
--: Data Distiller docs
CREATE TABLE full AS SELECT 1 AS a;
INSERT OVERWRITE INTO full SELECT 2;
SELECT a FROM full;
--= ["a"]
--= [2]

--# INSERT OVERWRITE TABLE: in Spark's words
--: Spark docs, INSERT OVERWRITE
CREATE TABLE rows_now AS SELECT 1 AS a UNION ALL SELECT 2;
INSERT OVERWRITE TABLE rows_now SELECT a * 10 FROM rows_now WHERE a = 2;
SELECT a FROM rows_now;
--= ["a"]
--= [20]

--# CREATE VIEW: shows what the table holds now
--: Data Distiller docs
CREATE TABLE base AS SELECT 1 AS a;
CREATE VIEW v AS SELECT a + 1 AS b FROM base;
INSERT INTO base SELECT 5;
SELECT b FROM v ORDER BY b;
--= ["b"]
--= [2]
--= [6]

--# CREATE OR REPLACE VIEW: puts another query in its place
--: Data Distiller docs
CREATE VIEW v AS SELECT 1 AS a;
CREATE OR REPLACE VIEW v AS SELECT 2 AS b;
SELECT * FROM v;
--= ["b"]
--= [2]

--# CREATE VIEW: with nested paths and Spark functions
--: Data Distiller guide, EXPLORE 200
CREATE TABLE raw AS SELECT 'e1' AS _id, struct(struct('home' AS name) AS webPageDetails) AS web, array(struct(9.5D AS priceTotal)) AS productListItems;
CREATE VIEW flat AS SELECT _id event_id, web.webPageDetails.name WebPageName, productListItems.priceTotal[0] AS price FROM raw;
SELECT event_id, WebPageName, price FROM flat;
--= ["event_id", "WebPageName", "price"]
--= ["e1", "home", 9.5]

--# DROP VIEW: IF EXISTS is content with none
--: Data Distiller docs
CREATE VIEW v AS SELECT 1 AS a;
DROP VIEW v;
DROP VIEW IF EXISTS v;
SELECT table_exists('v') AS there;
--= ["there"]
--= ["false"]

--# CREATE TEMP TABLE: lives in the session
--: Data Distiller docs
CREATE TEMP TABLE passing AS SELECT explode(array(1, 2)) AS x;
SELECT sum(x) AS s FROM passing;
--= ["s"]
--= [3]

--# SELECT INTO: makes a table
--: Data Distiller docs
SELECT x, x * 2 AS y INTO doubled FROM VALUES (1), (2) AS t(x);
SELECT * FROM doubled ORDER BY x;
--= ["x", "y"]
--= [1, 2]
--= [2, 4]

--# SELECT INTO TEMP: makes a temporary table
--: Data Distiller docs
SELECT 7 AS x INTO TEMP seven FROM VALUES (1) AS t(a);
SELECT x FROM seven;
--= ["x"]
--= [7]

--# DROP TABLE: removes it
--: Data Distiller docs
CREATE TABLE gone AS SELECT 1 AS a;
DROP TABLE gone;
SELECT * FROM gone;
--! 3:15 gone

--# DROP TABLE IF EXISTS: is content with none
--: Data Distiller docs
DROP TABLE IF EXISTS never_made;
SELECT 1 AS a;
--= ["a"]
--= [1]

--# DROP TABLE: none of that name is an error
--: by hand
DROP TABLE never_made;
--! - never_made

--# table_exists: as text
--: Data Distiller docs
CREATE TABLE target_table AS SELECT 1 AS a;
SELECT table_exists('target_table') AS a, table_exists('other_table') AS b;
--= ["a", "b"]
--= ["true", "false"]

--# ALTER TABLE ADD COLUMN: several at once
--: Data Distiller docs
CREATE TABLE wide AS SELECT 1 AS a;
ALTER TABLE wide ADD COLUMN b bigint, c varchar(10), d double precision, e date, f datetime;
INSERT INTO wide SELECT 2, 3, 'x', 1.5, '2024-01-31', '2024-01-31 10:00:00';
SELECT * FROM wide ORDER BY a;
--= ["a", "b", "c", "d", "e", "f"]
--= [1, null, null, null, null, null]
--= [2, 3, "x", 1.5, "2024-01-31", "2024-01-31 10:00:00"]

--# ALTER TABLE RENAME: under another name
--: Spark docs, ALTER TABLE
CREATE TABLE old_name AS SELECT 1 AS a;
ALTER TABLE old_name RENAME TO new_name;
SELECT a FROM new_name;
--= ["a"]
--= [1]

--# DESCRIBE: columns in Spark's words
--: Spark docs, DESCRIBE TABLE
CREATE TABLE told AS SELECT 1 AS a, array('x') AS tags, struct(1.5D AS y) AS s;
DESCRIBE told;
--= ["col_name", "data_type", "comment"]
--= ["a", "int", null]
--= ["tags", "array<string>", null]
--= ["s", "struct<y:double>", null]

--# SHOW COLUMNS: names of columns
--: Spark docs, SHOW COLUMNS
CREATE TABLE told AS SELECT 1 AS a, 2 AS b;
SHOW COLUMNS IN told;
--= ["col_name"]
--= ["a"]
--= ["b"]

--# CREATE TABLE TRANSFORM: transformers cannot run yet
--: Data Distiller docs
CREATE TABLE m TRANSFORM (tokenizer(s) AS t, tf_idf(t) AS f) OPTIONS () AS SELECT 'a b' AS s;
--! 1:1 yet
