import type { ExportTarget } from '../target.ts';
import { named, type Rules, type Said } from './rule.ts';

/** A subscript that is a whole number, so that counting from 0 is sure. */
const whole = (text: string | undefined) => (text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined);

const fromZero = (call: Said, at: number, offset: number) => {
  const place = whole(call.piece.literals[at]);
  return place === undefined ? `{${at + 1}-${offset}}` : String(place - offset);
};

const slices: Readonly<Partial<Record<ExportTarget, (first: string, count: string, last: string) => string>>> = {
  spark: (first, count) => `SLICE({1}, ${first}, ${count})`,
  databricks: (first, count) => `SLICE({1}, ${first}, ${count})`,
  trino: (first, count) => `SLICE({1}, ${first}, ${count})`,
  postgresql: (first, _count, last) => `({1})[${first}:${last}]`,
  bigquery: (first, _count, last) =>
    `ARRAY(SELECT item FROM UNNEST({1}) AS item WITH OFFSET AS place WHERE place + 1 BETWEEN ${first} AND ${last} ORDER BY place)`,
  snowflake: (first, _count, last) => `ARRAY_SLICE({1}, ${Number(first) - 1}, ${last})`,
  redshift: (first, count) => `SUBARRAY({1}, ${Number(first) - 1}, ${count})`,
};

function slice(call: Said): string | undefined {
  const first = whole(call.piece.literals[1] ?? call.arguments[1]);
  const last = whole(call.piece.literals[2] ?? call.arguments[2]);
  return first === undefined || last === undefined
    ? undefined
    : slices[call.target]?.(String(first), String(Math.max(0, last - first + 1)), String(last));
}

const keyed = (call: Said, pair: (key: string, value: string) => string) =>
  call.arguments
    .flatMap((key, index, all) => (index % 2 === 0 ? [pair(key, all[index + 1] ?? 'NULL')] : []))
    .join(', ');

const fields = ({ piece, arguments: given }: Said, write: (name: string, value: string) => string) =>
  given.map((value, index) => write(piece.argumentNames[index] ?? `v${index + 1}`, value)).join(', ');

const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`;
const ticked = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``);

const structs = {
  sparks: (call: Said) => `NAMED_STRUCT(${fields(call, (name, value) => `${quoted(name)}, ${value}`)})`,
  snowflake: (call: Said) =>
    `OBJECT_CONSTRUCT_KEEP_NULL(${fields(call, (name, value) => `${quoted(name)}, ${value}`)})`,
  bigquery: (call: Said) => `STRUCT(${fields(call, (name, value) => `${value} AS ${ticked(name)}`)})`,
  redshift: (call: Said) => `OBJECT(${fields(call, (name, value) => `${quoted(name)}, ${value}`)})`,
  postgresql: (call: Said) => `JSONB_BUILD_OBJECT(${fields(call, (name, value) => `${quoted(name)}, ${value}`)})`,
  trino: 'ROW({*})',
  differs: {
    trino: 'The fields have no names: cast it to ROW(name type, …) to give them some.',
    postgresql: 'It is a JSONB value there: read its fields with ->>.',
    snowflake: 'It is an OBJECT there: read its fields with a colon, as in value:field.',
    redshift: 'It is a SUPER value there.',
  },
};

const position = (call: Said) =>
  whole(call.piece.literals[1]) === undefined ? 'It is taken as a place in a list, counted from 1.' : undefined;

/** Subscripts, structs and maps. DuckDB counts from 1, gives NULL outside a list, and counts from the end below zero. */
export const nestedRules: Rules = {
  'subscript […]': {
    sparks: 'TRY_ELEMENT_AT({1}, {2})',
    trino: 'ELEMENT_AT({1}, {2})',
    snowflake: (call) => `GET({1}, ${fromZero(call, 1, 1)})`,
    bigquery: '{(1)}[SAFE_ORDINAL({2})]',
    redshift: (call) => `{(1)}[${fromZero(call, 1, 1)}]`,
    postgresql: ({ piece }) => (/^[\w"]+$/.test(piece.literals[0] ?? '') ? '{1}[{2}]' : '({1})[{2}]'),
    differs: { snowflake: position, redshift: position },
  },
  'member […]': {
    sparks: '{1}[{2}]',
    snowflake: '{(1)}[{2}]',
    trino: 'ELEMENT_AT({1}, {2})',
    redshift: (call) => `{(1)}.${(call.arguments[1] ?? '').slice(1, -1)}`,
    bigquery: (call) => `{(1)}.${ticked((call.arguments[1] ?? '').slice(1, -1))}`,
    postgresql: '({1} ->> {2})',
    differs: {
      trino: 'It is taken as a key of a map; a field of a ROW is read with a dot.',
      bigquery: 'It is taken as a field of a STRUCT: BigQuery has no maps.',
      postgresql: 'It is taken as a member of a JSON value.',
    },
  },
  'slice […]': {
    all: slice,
    instead: 'use SUBSTRING for a text',
    differs: { all: 'It is taken as a part of a list; a part of a text is SUBSTRING.' },
  },
  ...named('list_extract list_element array_extract', {
    sparks: 'TRY_ELEMENT_AT({1}, {2})',
    trino: 'ELEMENT_AT({1}, {2})',
    snowflake: 'GET({1}, {2-1})',
    bigquery: '{(1)}[SAFE_ORDINAL({2})]',
    redshift: '{(1)}[{2-1}]',
    postgresql: '({1})[{2}]',
  }),
  ...named('list_slice array_slice', { all: slice }),
  'struct {…}': structs,
  struct_pack: structs,
  row: {
    sparks: 'STRUCT({*})',
    bigquery: 'STRUCT({*})',
    trino: 'ROW({*})',
    postgresql: 'ROW({*})',
    snowflake: '[{*}]',
    redshift: 'ARRAY({*})',
  },
  struct_extract: {
    all: (call) => (call.piece.literals[1] === undefined ? undefined : `{(1)}.${call.piece.literals[1]}`),
    snowflake: 'GET({1}, {2})',
    postgresql: '({1} ->> {2})',
  },
  ...named('struct_insert struct_update struct_keys struct_values struct_concat', {
    instead: 'build the struct from its fields',
  }),
  'map {…}': {
    sparks: 'MAP({*})',
    snowflake: 'OBJECT_CONSTRUCT_KEEP_NULL({*})',
    redshift: 'OBJECT({*})',
    postgresql: 'JSONB_BUILD_OBJECT({*})',
    trino: (call) => `MAP(ARRAY[${keyed(call, (key) => key)}], ARRAY[${keyed(call, (_key, value) => value)}])`,
    instead: 'use a list of pairs',
    differs: { postgresql: 'It is a JSONB value there.', snowflake: 'It is an OBJECT there: its keys are texts.' },
  },
  map: {
    sparks: ['MAP()', 'MAP_FROM_ARRAYS({1}, {2})'],
    trino: ['MAP()', 'MAP({1}, {2})'],
    snowflake: ['OBJECT_CONSTRUCT()', 'ARRAYS_TO_OBJECT({1}, {2})'],
    instead: 'use a list of pairs',
  },
  map_from_entries: { sparks: 'MAP_FROM_ENTRIES({1})', trino: 'MAP_FROM_ENTRIES({1})' },
  map_entries: { sparks: 'MAP_ENTRIES({1})', trino: 'MAP_ENTRIES({1})' },
  map_keys: { sparks: 'MAP_KEYS({1})', trino: 'MAP_KEYS({1})', snowflake: 'OBJECT_KEYS({1})' },
  map_values: { sparks: 'MAP_VALUES({1})', trino: 'MAP_VALUES({1})' },
  map_concat: { sparks: 'MAP_CONCAT({*})', trino: 'MAP_CONCAT({*})' },
  ...named('map_extract_value element_at', {
    sparks: 'TRY_ELEMENT_AT({1}, {2})',
    trino: 'ELEMENT_AT({1}, {2})',
    snowflake: 'GET({1}, {2})',
  }),
  map_extract: {
    sparks: 'FILTER(ARRAY(TRY_ELEMENT_AT({1}, {2})), item -> item IS NOT NULL)',
    trino: 'FILTER(ARRAY[ELEMENT_AT({1}, {2})], item -> item IS NOT NULL)',
  },
  map_contains: {
    sparks: 'MAP_CONTAINS_KEY({1}, {2})',
    trino: 'CONTAINS(MAP_KEYS({1}), {2})',
    snowflake: 'ARRAY_CONTAINS({2}::VARIANT, OBJECT_KEYS({1}))',
  },
};
