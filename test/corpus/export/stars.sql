-- Stars with changes, and columns by a pattern.
SELECT * EXCLUDE (secret) REPLACE (upper(name) AS name), min(COLUMNS('price_.*'))
FROM customers

=== spark
SELECT
  * EXCEPT (secret) REPLACE (UPPER(name) AS name),
  MIN(COLUMNS('price_.*'))
FROM customers
! * REPLACE (1:27)
! COLUMNS(…) (1:62)
? * EXCLUDE (1:10)

=== databricks
SELECT
  * EXCEPT (secret) REPLACE (UPPER(name) AS name),
  MIN(COLUMNS('price_.*'))
FROM customers
! * REPLACE (1:27)
! COLUMNS(…) (1:62)

=== snowflake
SELECT
  * EXCLUDE (secret) REPLACE (UPPER(name) AS name),
  MIN(COLUMNS('price_.*'))
FROM customers
! COLUMNS(…) (1:62)

=== bigquery
SELECT
  * EXCEPT (secret) REPLACE (UPPER(name) AS name),
  MIN(COLUMNS('price_.*'))
FROM customers
! COLUMNS(…) (1:62)

=== redshift, postgresql, trino
SELECT
  * EXCEPT (secret) REPLACE (UPPER(name) AS name),
  MIN(COLUMNS('price_.*'))
FROM customers
! * EXCLUDE (1:10)
! * REPLACE (1:27)
! COLUMNS(…) (1:62)
