-- A sample of a file.
FROM 'visits.parquet' USING SAMPLE 10%

=== spark, databricks, bigquery
SELECT
  *
FROM `visits.parquet`
! visits.parquet (1:6)
! SAMPLE (1:23)

=== snowflake, redshift, postgresql, trino
SELECT
  *
FROM "visits.parquet"
! visits.parquet (1:6)
! SAMPLE (1:23)
