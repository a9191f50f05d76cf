-- A statement that is none.
SELECT name, FROM customers WHERE amount > > 2

=== spark, databricks, snowflake, bigquery, redshift, postgresql, trino
(cannot be said)
! > (1:44)
