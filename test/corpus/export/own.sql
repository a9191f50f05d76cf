-- What only Stillhouse has: functions, session variables, parameters, snapshots.
SELECT sh_initcap(name), sh_bround(amount, 1), getvariable('since'), $region, sh_hash(1, name, 'x')
FROM customers AT (VERSION => 3)

=== spark
SELECT
  INITCAP(name),
  BROUND(amount, 1),
  GETVARIABLE('since'),
  ${region},
  SH_HASH(1, name, 'x')
FROM customers AT (VERSION => 3)
! getvariable (1:48)
! $region (1:70)
! sh_hash (1:79)
! AT (…) (2:16)

=== databricks
SELECT
  INITCAP(name),
  BROUND(amount, 1),
  GETVARIABLE('since'),
  $region,
  SH_HASH(1, name, 'x')
FROM customers AT (VERSION => 3)
! getvariable (1:48)
! $region (1:70)
! sh_hash (1:79)
! AT (…) (2:16)

=== snowflake, redshift, postgresql
SELECT
  INITCAP(name),
  SH_BROUND(amount, 1),
  GETVARIABLE('since'),
  $region,
  SH_HASH(1, name, 'x')
FROM customers AT (VERSION => 3)
! sh_bround (1:26)
! getvariable (1:48)
! $region (1:70)
! sh_hash (1:79)
! AT (…) (2:16)

=== bigquery
SELECT
  INITCAP(name),
  SH_BROUND(amount, 1),
  GETVARIABLE('since'),
  @region,
  SH_HASH(1, name, 'x')
FROM customers AT (VERSION => 3)
! sh_bround (1:26)
! getvariable (1:48)
! $region (1:70)
! sh_hash (1:79)
! AT (…) (2:16)

=== trino
SELECT
  SH_INITCAP(name),
  SH_BROUND(amount, 1),
  GETVARIABLE('since'),
  $region,
  SH_HASH(1, name, 'x')
FROM customers AT (VERSION => 3)
! sh_initcap (1:8)
! sh_bround (1:26)
! getvariable (1:48)
! $region (1:70)
! sh_hash (1:79)
! AT (…) (2:16)
