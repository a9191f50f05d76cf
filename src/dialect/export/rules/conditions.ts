import { named, type Rules, same } from './rule.ts';

/** Conditions and what belongs to no type. */
export const conditionRules: Rules = {
  ...same('coalesce', 'nullif'),
  ...named('ifnull nvl', { all: 'COALESCE({*})' }),
  ...named('if iff', { all: '(CASE WHEN {1} THEN {2} ELSE {3} END)' }),
  error: { sparks: 'RAISE_ERROR({1})', bigquery: 'ERROR({1})', trino: 'FAIL({1})' },
  typeof: {
    sparks: 'TYPEOF({1})',
    snowflake: 'SYSTEM$TYPEOF({1})',
    postgresql: 'PG_TYPEOF({1})',
    trino: 'TYPEOF({1})',
    differs: { all: 'The types have other names there.' },
  },
  try: { trino: 'TRY({1})', instead: 'test the values before, or use the form of the function that gives NULL' },
  try_cast: {
    redshift: (call) => `TRY_${call.arguments[0] ?? ''}`,
    postgresql: '{1}',
    differs: { postgresql: 'A value that cannot be cast stops the statement there, and is NULL in DuckDB.' },
  },
  'cast decimal': { bigquery: ({ piece }) => `ROUND({1}, ${piece.literals[0] ?? '0'})` },
  'cast json': {
    sparks: '{1}',
    snowflake: 'PARSE_JSON({1})',
    bigquery: 'PARSE_JSON({1})',
    redshift: 'JSON_PARSE({1})',
    postgresql: 'CAST({1} AS JSONB)',
    trino: 'JSON_PARSE({1})',
    differs: { sparks: 'There is no type for JSON: it stays text.' },
  },
  ...named('getvariable getvariable_or_null', { instead: 'put the value itself in place of the session variable' }),
  ...named('nextval currval', { instead: 'number the rows with ROW_NUMBER' }),
  current_setting: {},
  ...named('uuid gen_random_uuid', {
    sparks: 'UUID()',
    snowflake: 'UUID_STRING()',
    bigquery: 'GENERATE_UUID()',
    postgresql: 'GEN_RANDOM_UUID()',
    trino: 'UUID()',
    instead: 'hash a key of the row',
  }),
};
