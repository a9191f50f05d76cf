-- DuckDB's own short form of PIVOT.
PIVOT orders ON channel USING sum(amount) GROUP BY month

=== spark, databricks, snowflake, bigquery, redshift, postgresql, trino
PIVOT orders ON channel USING SUM(amount) GROUP BY month
! PIVOT (1:1)
