-- A statement for the engine itself.
SUMMARIZE orders

=== spark, databricks, snowflake, bigquery, redshift, postgresql, trino
(cannot be said)
! SUMMARIZE (1:1)
