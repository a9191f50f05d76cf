--% Plans and files

--# EXPLAIN: a plan as text
--: the product's own columns, which no page prescribes; values by hand
SELECT 1 AS a;
EXPLAIN SELECT x FROM VALUES (1) AS t(x);
--= ["explain_key", "explain_value"]
--= ["physical_plan", "…"]

--# COPY: files are written by Export
--: Data Distiller docs; SQL reaches no files that nobody chose
COPY SELECT 1 AS a TO '%scratch_space%/folder' WITH FORMAT 'csv';
--! 1:1 Export
