-- Structs and maps, written and read.
SELECT
  {'name': name, 'city': address.city} AS person,
  MAP {'a': 1, 'b': 2} AS codes,
  codes['a'] AS code,
  struct_extract(address, 'zip') AS zip
FROM customers

=== spark, databricks
SELECT
  NAMED_STRUCT('name', name, 'city', address.city) AS person,
  MAP('a', 1, 'b', 2) AS codes,
  codes['a'] AS code,
  address.zip AS zip
FROM customers

=== snowflake
SELECT
  OBJECT_CONSTRUCT_KEEP_NULL('name', name, 'city', address.city) AS person,
  OBJECT_CONSTRUCT_KEEP_NULL('a', 1, 'b', 2) AS codes,
  codes['a'] AS code,
  GET(address, 'zip') AS zip
FROM customers
? {…} (2:3)
? address.city (2:26)
? MAP {…} (3:3)

=== bigquery
SELECT
  STRUCT(name AS name, address.city AS city) AS person,
  MAP {'a': 1, 'b': 2} AS codes,
  codes.a AS code,
  address.zip AS zip
FROM customers
! MAP {…} (3:3)
? codes (4:3)
? […] (4:8)

=== redshift
SELECT
  OBJECT('name', name, 'city', address.city) AS person,
  OBJECT('a', 1, 'b', 2) AS codes,
  codes.a AS code,
  address.zip AS zip
FROM customers
? {…} (2:3)

=== postgresql
SELECT
  JSONB_BUILD_OBJECT('name', name, 'city', address.city) AS person,
  JSONB_BUILD_OBJECT('a', 1, 'b', 2) AS codes,
  (codes ->> 'a') AS code,
  (address ->> 'zip') AS zip
FROM customers
? {…} (2:3)
? address.city (2:26)
? MAP {…} (3:3)
? codes (4:3)
? […] (4:8)

=== trino
SELECT
  ROW(name, address.city) AS person,
  MAP(ARRAY['a', 'b'], ARRAY[1, 2]) AS codes,
  ELEMENT_AT(codes, 'a') AS code,
  address.zip AS zip
FROM customers
? {…} (2:3)
? codes (4:3)
? […] (4:8)
