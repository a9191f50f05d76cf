-- Members of JSON that is kept as text.
SELECT
  payload->>'$.user.id' AS user_id,
  payload->'$.items[0]' AS item,
  json_extract_string(payload, 'kind') AS kind,
  json_array_length(items) AS amount
FROM events
WHERE json_valid(payload)

=== spark, databricks
SELECT
  GET_JSON_OBJECT(payload, '$.user.id') AS user_id,
  GET_JSON_OBJECT(payload, '$.items[0]') AS item,
  GET_JSON_OBJECT(payload, '$.kind') AS kind,
  JSON_ARRAY_LENGTH(items) AS amount
FROM events
WHERE
  (GET_JSON_OBJECT(payload, '$') IS NOT NULL)
? -> (3:10)

=== snowflake
SELECT
  GET_PATH(PARSE_JSON(payload), 'user.id')::VARCHAR AS user_id,
  GET_PATH(PARSE_JSON(payload), 'items[0]') AS item,
  GET_PATH(PARSE_JSON(payload), 'kind')::VARCHAR AS kind,
  ARRAY_SIZE(PARSE_JSON(items)) AS amount
FROM events
WHERE
  (TRY_PARSE_JSON(payload) IS NOT NULL)

=== bigquery
SELECT
  JSON_VALUE(payload, '$.user.id') AS user_id,
  JSON_QUERY(payload, '$.items[0]') AS item,
  JSON_VALUE(payload, '$.kind') AS kind,
  ARRAY_LENGTH(JSON_QUERY_ARRAY(items)) AS amount
FROM events
WHERE
  (SAFE.PARSE_JSON(payload) IS NOT NULL)
? ->> (2:10)
? json_extract_string (4:3)

=== redshift
SELECT
  JSON_EXTRACT_PATH_TEXT(payload, 'user', 'id') AS user_id,
  JSON_EXTRACT_PATH_TEXT(payload, 'items', '0') AS item,
  JSON_EXTRACT_PATH_TEXT(payload, 'kind') AS kind,
  JSON_ARRAY_LENGTH(items) AS amount
FROM events
WHERE
  CAN_JSON_PARSE(payload)
? -> (3:10)

=== postgresql
SELECT
  (CAST(payload AS JSONB) #>> '{user,id}') AS user_id,
  (CAST(payload AS JSONB) #> '{items,0}') AS item,
  (CAST(payload AS JSONB) #>> '{kind}') AS kind,
  JSONB_ARRAY_LENGTH(CAST(items AS JSONB)) AS amount
FROM events
WHERE
  (payload IS JSON)
? json_valid (7:7)

=== trino
SELECT
  JSON_EXTRACT_SCALAR(payload, '$.user.id') AS user_id,
  JSON_EXTRACT(payload, '$.items[0]') AS item,
  JSON_EXTRACT_SCALAR(payload, '$.kind') AS kind,
  JSON_ARRAY_LENGTH(items) AS amount
FROM events
WHERE
  (TRY(JSON_PARSE(payload)) IS NOT NULL)
? ->> (2:10)
? json_extract_string (4:3)
