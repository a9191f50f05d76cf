--% Statistics and samples

--# ANALYZE TABLE COMPUTE STATISTICS: gives the name of a table of figures
--: Data Distiller docs
CREATE TABLE adc_geometric AS SELECT x AS age, s AS name FROM VALUES (10, 'a'), (20, 'b'), (30, NULL) AS t(x, s);
ANALYZE TABLE adc_geometric COMPUTE STATISTICS FOR ALL COLUMNS;
--= ["Statistics ID"]
--= ["adc_geometric_stats_1"]

--# ANALYZE TABLE COMPUTE STATISTICS: figures of each column
--: Data Distiller docs; by hand
CREATE TABLE people AS SELECT x AS age, s AS name FROM VALUES (10, 'a'), (20, 'b'), (30, NULL) AS t(x, s);
ANALYZE TABLE people COMPUTE STATISTICS FOR ALL COLUMNS;
SELECT columnName, mean, max, min, standardDeviation, approxDistinctCount, nullCount, dataType FROM people_stats_1 ORDER BY columnName;
--= ["columnName", "mean", "max", "min", "standardDeviation", "approxDistinctCount", "nullCount", "dataType"]
--= ["age", 20, 30, 10, 10, 3, 0, "Integer"]
--= ["name", 0, 0, 0, 0, 2, 1, "String"]

--# ANALYZE TABLE COMPUTE STATISTICS: under an alias, filtered, of some columns
--: Data Distiller docs; by hand
CREATE TABLE people AS SELECT x AS age, s AS name FROM VALUES (10, 'a'), (20, 'b'), (30, NULL) AS t(x, s);
ANALYZE TABLE people FILTERCONTEXT (age > 10) COMPUTE STATISTICS FOR COLUMNS (age) AS older;
SELECT columnName, mean, nullCount FROM older;
--= ["columnName", "mean", "nullCount"]
--= ["age", 25, 0]

--# ANALYZE TABLE COMPUTE STATISTICS: leaves of nested columns
--: Data Distiller docs; by hand
CREATE TABLE events AS SELECT struct(code AS trackingcode) AS marketing, array(1) AS items FROM VALUES ('x'), ('y') AS t(code);
ANALYZE TABLE events COMPUTE STATISTICS FOR ALL COLUMNS AS s;
SELECT columnName, approxDistinctCount FROM s;
--= ["columnName", "approxDistinctCount"]
--= ["marketing.trackingcode", 2]

--# SHOW STATISTICS: those of the session
--: Data Distiller docs
CREATE TABLE people AS SELECT 10 AS age;
ANALYZE TABLE people FILTERCONTEXT (age > 1) COMPUTE STATISTICS FOR COLUMNS (age) AS mine;
SHOW STATISTICS;
--= ["statsId", "tableName", "columnSet", "filterContext", "timestamp"]
--= ["mine", "people", "(age)", "(age > 1)", "…"]

--# ANALYZE TABLE: a column that is not there
--: by hand
CREATE TABLE people AS SELECT 10 AS age;
ANALYZE TABLE people COMPUTE STATISTICS FOR COLUMNS (agee);
--! - agee

--# ANALYZE TABLE TABLESAMPLE: a sample of all rows is read in the table's place
--: Data Distiller docs
CREATE TABLE many AS SELECT explode(sequence(1, 200)) AS x;
ANALYZE TABLE many TABLESAMPLE SAMPLERATE 100;
SELECT count(*) AS n FROM many WITHAPPROXIMATE;
--= ["n"]
--= [200]

--# WITHAPPROXIMATE: a part of the rows
--: Data Distiller docs
CREATE TABLE many AS SELECT explode(sequence(1, 2000)) AS x;
ANALYZE TABLE many TABLESAMPLE SAMPLERATE 50;
SELECT count(*) BETWEEN 800 AND 1200 AS about_half FROM many WITHAPPROXIMATE;
--= ["about_half"]
--= [true]

--# WITHAPPROXIMATE: a table without a sample
--: Data Distiller docs
CREATE TABLE many AS SELECT 1 AS x;
SELECT count(*) FROM many WITHAPPROXIMATE;
--! 2:22 sample
