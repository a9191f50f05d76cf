import type { ExportTarget } from '../target.ts';
import { named, type Rules, type Said } from './rule.ts';

/** The steps of a path as DuckDB reads it: `$.a.b[0]`, `/a/b/0`, a single name or a place. `undefined` for wildcards. */
export function jsonSteps(path: string): readonly (string | number)[] | undefined {
  if (/^\/./.test(path)) return path.slice(1).split('/').map(stepOf);
  if (!path.startsWith('$')) return [stepOf(path)];
  const steps: (string | number)[] = [];
  const step = /\.([\w-]+|"[^"]*")|\[(\d+)\]/y;
  step.lastIndex = 1;
  while (step.lastIndex < path.length) {
    const found = step.exec(path);
    if (found === null) return undefined;
    steps.push(found[2] === undefined ? (found[1] ?? '').replaceAll('"', '') : Number(found[2]));
  }
  return steps;
}

function stepOf(text: string): string | number {
  return /^\d+$/.test(text) ? Number(text) : text;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

function dollarPath(steps: readonly (string | number)[]): string {
  return `$${steps.map((step) => (typeof step === 'number' ? `[${step}]` : /^\w+$/.test(step) ? `.${step}` : `."${step}"`)).join('')}`;
}

function snowflakePath(steps: readonly (string | number)[]): string {
  const path = steps
    .map((step) => (typeof step === 'number' ? `[${step}]` : /^\w+$/.test(step) ? `.${step}` : `."${step}"`))
    .join('');
  return path.replace(/^\./, '');
}

const readers: Readonly<Record<ExportTarget, (steps: readonly (string | number)[], asText: boolean) => string>> = {
  spark: (steps) => `GET_JSON_OBJECT({1}, ${quoted(dollarPath(steps))})`,
  databricks: (steps) => `GET_JSON_OBJECT({1}, ${quoted(dollarPath(steps))})`,
  snowflake: (steps, asText) =>
    `GET_PATH(PARSE_JSON({1}), ${quoted(snowflakePath(steps))})${asText ? '::VARCHAR' : ''}`,
  bigquery: (steps, asText) => `${asText ? 'JSON_VALUE' : 'JSON_QUERY'}({1}, ${quoted(dollarPath(steps))})`,
  redshift: (steps) => `JSON_EXTRACT_PATH_TEXT({1}, ${steps.map((step) => quoted(String(step))).join(', ')})`,
  postgresql: (steps, asText) =>
    `(CAST({1} AS JSONB) ${asText ? '#>>' : '#>'} ${quoted(`{${steps.map(String).join(',')}}`)})`,
  trino: (steps, asText) => `${asText ? 'JSON_EXTRACT_SCALAR' : 'JSON_EXTRACT'}({1}, ${quoted(dollarPath(steps))})`,
};

const reading = (asText: boolean) => (call: Said) => {
  const literal = call.piece.literals[1] ?? (/^\d+$/.test(call.arguments[1] ?? '') ? call.arguments[1] : undefined);
  const steps = literal === undefined ? undefined : jsonSteps(literal);
  if (steps === undefined || steps.length === 0) return undefined;
  return readers[call.target](steps, asText);
};

const scalars = 'An object or a list gives NULL there, its text in DuckDB.';

/** JSON, kept as text as in DuckDB. */
export const jsonRules: Rules = {
  ...named('json_extract json_extract_path', {
    all: reading(false),
    differs: { sparks: 'It is text there.', redshift: 'It is text there, without quotes.' },
  }),
  ...named('json_extract_string json_extract_path_text', {
    all: reading(true),
    differs: { bigquery: scalars, trino: scalars },
  }),
  json_value: { all: reading(true) },
  json_array_length: {
    sparks: ['JSON_ARRAY_LENGTH({1})'],
    snowflake: ['ARRAY_SIZE(PARSE_JSON({1}))'],
    bigquery: ['ARRAY_LENGTH(JSON_QUERY_ARRAY({1}))'],
    redshift: ['JSON_ARRAY_LENGTH({1})'],
    postgresql: ['JSONB_ARRAY_LENGTH(CAST({1} AS JSONB))'],
    trino: ['JSON_ARRAY_LENGTH({1})'],
  },
  json_keys: {
    sparks: ['JSON_OBJECT_KEYS({1})'],
    snowflake: ['OBJECT_KEYS(PARSE_JSON({1}))'],
    bigquery: ['JSON_KEYS(PARSE_JSON({1}), 1)'],
    postgresql: ['ARRAY(SELECT JSONB_OBJECT_KEYS(CAST({1} AS JSONB)))'],
    trino: ['MAP_KEYS(CAST(JSON_PARSE({1}) AS MAP(VARCHAR, JSON)))'],
  },
  json_valid: {
    sparks: "(GET_JSON_OBJECT({1}, '$') IS NOT NULL)",
    snowflake: '(TRY_PARSE_JSON({1}) IS NOT NULL)',
    redshift: 'CAN_JSON_PARSE({1})',
    trino: '(TRY(JSON_PARSE({1})) IS NOT NULL)',
    bigquery: '(SAFE.PARSE_JSON({1}) IS NOT NULL)',
    postgresql: '({(1)} IS JSON)',
    differs: { postgresql: 'It needs PostgreSQL 16.' },
  },
  to_json: {
    sparks: 'TO_JSON({1})',
    snowflake: 'TO_JSON(TO_VARIANT({1}))',
    bigquery: 'TO_JSON_STRING({1})',
    redshift: 'JSON_SERIALIZE({1})',
    postgresql: 'TO_JSONB({1})',
    trino: 'JSON_FORMAT(CAST({1} AS JSON))',
  },
  json_object: {
    snowflake: 'OBJECT_CONSTRUCT_KEEP_NULL({*})',
    bigquery: 'JSON_OBJECT({*})',
    redshift: 'OBJECT({*})',
    postgresql: 'JSONB_BUILD_OBJECT({*})',
    sparks: 'TO_JSON(NAMED_STRUCT({*}))',
    instead: 'write JSON_OBJECT(key VALUE value, …)',
  },
  json_array: {
    snowflake: 'ARRAY_CONSTRUCT({*})',
    bigquery: 'JSON_ARRAY({*})',
    redshift: 'ARRAY({*})',
    postgresql: 'JSONB_BUILD_ARRAY({*})',
    sparks: 'TO_JSON(ARRAY({*}))',
    trino: 'JSON_ARRAY({*})',
  },
  json_group_array: {
    snowflake: 'ARRAY_AGG({1})',
    postgresql: 'JSONB_AGG({1})',
    bigquery: 'TO_JSON(ARRAY_AGG({1}))',
    sparks: 'TO_JSON(COLLECT_LIST({1}))',
    trino: 'CAST(ARRAY_AGG({1}) AS JSON)',
    aggregate: true,
  },
  json_group_object: {
    snowflake: 'OBJECT_AGG({1}, {2})',
    postgresql: 'JSONB_OBJECT_AGG({1}, {2})',
    trino: 'CAST(MAP_AGG({1}, {2}) AS JSON)',
    aggregate: true,
  },
  ...named(
    'json_type json_structure json_contains json_exists json_merge_patch json_transform from_json json_serialize_sql json_quote row_to_json array_to_json',
    { instead: 'read the members one by one with a path' },
  ),
};
