--% Plans and files

--# EXPLAIN: a plan as text
--: the product's own columns, which no page prescribes; values by hand
SELECT 1 AS a;
EXPLAIN SELECT x FROM VALUES (1) AS t(x);
--= ["explain_key", "explain_value"]
--= ["physical_plan", "…"]

--# COPY: a query as CSV
--: Data Distiller docs; the file is ours: path, rows and bytes (“a” and “1” with their line ends are 4)
COPY SELECT 1 AS a TO '%scratch_space%/folder' WITH FORMAT 'csv';
--= ["path", "rows", "bytes"]
--= ["…", 1, 4]

--# COPY: JSON has a line for each row, without keys whose values are NULL
--: Data Distiller docs; Spark's files of JSON; {"a":1} and {"a":2,"b":"x"} with their line ends are 8 and 16 bytes
COPY SELECT * FROM VALUES (1, NULL), (2, 'x') AS t(a, b) TO '%scratch_space%/a/b c' WITH FORMAT 'json';
--= ["path", "rows", "bytes"]
--= ["…", 2, 24]

--# COPY: a table, as Parquet where nothing is said
--: Data Distiller docs
CREATE TABLE copied AS SELECT 1 AS a;
COPY copied TO '%scratch_space%/folder';
--= ["path", "rows", "bytes"]
--= ["…", 1, "…"]

--# COPY: only into the scratch folder
--: SQL reaches no files that nobody chose
COPY SELECT 1 AS a TO '/tmp/folder' WITH FORMAT 'csv';
--! 1:1 scratch

--# COPY: never out of the scratch folder
--: SQL reaches no files that nobody chose
COPY SELECT 1 AS a TO '%scratch_space%/../folder' WITH FORMAT 'csv';
--! 1:1 cannot write
