import { openFunction, scalarFunction } from '../contract.ts';
import { rememberLast } from '../remember-last.ts';
import { fromJson, jsonReading } from './from-json.ts';
import { parsePath, valueAtPath } from './json-path.ts';
import { jsonText } from './json-text.ts';
import { nestedItem, nestedList } from './nested-text.ts';
import { isList, isObject, parseJson } from './parse-json.ts';
import { schemaOfJson } from './schema-of-json.ts';
import { parseSchema } from './spark-type.ts';

const parseAgain = rememberLast(parseJson);
const pathOf = rememberLast(parsePath);
const schemaOf = rememberLast(parseSchema);
const readingOf = rememberLast(jsonReading);

/** Spark's functions on JSON texts. Arrays and nested values come as texts that SQL casts: `CAST(… AS VARCHAR[])`. */
export const jsonFunctions = [
  scalarFunction({
    name: 'sh_get_json_object',
    takes: ['text', 'text'],
    gives: 'text',
    row(text, path) {
      const steps = pathOf(path);
      if (steps === undefined) return null;
      const json = parseAgain(text);
      return json === undefined ? null : valueAtPath(json, steps);
    },
  }),
  scalarFunction({
    name: 'sh_json_tuple',
    takes: ['text', 'text'],
    gives: 'text',
    row(text, name) {
      const json = parseAgain(text) ?? null;
      const value = json !== null && isObject(json) ? json.fields.find(([field]) => field === name)?.[1] : null;
      if (value === undefined || value === null) return null;
      return typeof value === 'string' ? value : jsonText(value);
    },
  }),
  scalarFunction({
    name: 'sh_json_array_length',
    takes: ['text'],
    gives: 'integer',
    row(text) {
      const json = parseAgain(text) ?? null;
      return json !== null && isList(json) ? json.length : null;
    },
  }),
  scalarFunction({
    name: 'sh_json_object_keys',
    takes: ['text'],
    gives: 'text',
    row(text) {
      const json = parseAgain(text) ?? null;
      return json !== null && isObject(json) ? nestedList(json.fields.map(([name]) => nestedItem(name))) : null;
    },
  }),
  scalarFunction({
    name: 'sh_schema_of_json',
    takes: ['text'],
    gives: 'text',
    row(text) {
      const json = parseAgain(text);
      return json === undefined ? 'STRING' : schemaOfJson(json);
    },
  }),
  openFunction({
    name: 'sh_from_json',
    takes: ['text', 'text', 'text'],
    optional: 1,
    gives: 'text',
    row: (text: string, schema: string, options = '{}') => fromJson(text, schemaOf(schema), readingOf(options)),
  }),
];
