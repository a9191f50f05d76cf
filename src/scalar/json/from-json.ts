import { StillhouseError } from '../../core/error.ts';
import { parseDatePattern } from '../time/date-pattern.ts';
import { momentReader } from '../time/parse-moment.ts';
import { jsonText } from './json-text.ts';
import { nestedItem, nestedList, nestedMap, nestedNull, nestedStruct } from './nested-text.ts';
import { isList, isNumber, isObject, type Json, parseJson } from './parse-json.ts';
import { type SimpleReading, simpleText } from './simple-value.ts';
import type { SparkType } from './spark-type.ts';

/** How options have a text read. */
export interface JsonReading extends SimpleReading {
  /** Refuses what does not fit, where otherwise NULL stands for it. */
  readonly failsFast: boolean;
  /** The field of the schema that takes a text that does not fit. */
  readonly corruptField: string;
}

/** Reads the options of `from_json` from a JSON object of texts. */
export function jsonReading(options: string): JsonReading {
  const json = parseJson(options) ?? null;
  const found = new Map(json !== null && isObject(json) ? json.fields : []);
  const text = (name: string): string | undefined => {
    const value = found.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    failsFast: text('mode')?.toUpperCase() === 'FAILFAST',
    corruptField: text('columnnameofcorruptrecord') ?? '_corrupt_record',
    timestamp: readerOf(text('timestampformat') ?? text('timestampntzformat')),
    date: readerOf(text('dateformat')),
  };
}

const readerOf = (pattern: string | undefined) =>
  pattern === undefined ? undefined : momentReader(parseDatePattern(pattern));

/**
 * A JSON text as the text that the engine casts to the type, as `from_json` of Spark reads it: in PERMISSIVE mode a field that
 * does not fit is NULL; a text that is no JSON of the type is NULL, or where the type is a struct one with NULL fields.
 */
export function fromJson(text: string, type: SparkType, reading: JsonReading): string | null {
  const json = /^[ \t\r\n]*$/.test(text) ? undefined : parseJson(text);
  const attempt: Attempt = { reading, text, misfits: 0 };
  if (type.kind === 'array' && type.item.kind === 'struct' && json !== undefined && isObject(json)) {
    return nestedList([itemText(json, type.item, attempt)]);
  }
  const written = json === undefined ? null : nestedText(json, type, attempt);
  if (reading.failsFast && (attempt.misfits > 0 || (json === undefined && text.trim() !== ''))) throw malformed(text);
  const corrupt = type.kind === 'struct' && type.fields.find(({ name }) => name === reading.corruptField);
  if (type.kind !== 'struct' || json === null || text.trim() === '') return written;
  if (written !== null && (attempt.misfits === 0 || !corrupt)) return written;
  const fields = json !== undefined && isObject(json) ? new Map(json.fields) : new Map<string, Json>();
  return nestedStruct(
    type.fields.map((field) => {
      if (field === corrupt) return [field.name, nestedItem(text)];
      return [field.name, itemText(fields.get(field.name) ?? null, field.type, attempt)];
    }),
  );
}

/** One text under way, with how many of its values did not fit so far. */
interface Attempt {
  readonly reading: JsonReading;
  readonly text: string;
  misfits: number;
}

const malformed = (text: string) =>
  new StillhouseError('sql-value', `In mode FAILFAST this JSON does not fit its schema: ${text.slice(0, 200)}`);

/** A value within another, in quotes whatever it is: the engine takes a bracket in a bare one for its end. */
function itemText(json: Json, type: SparkType, attempt: Attempt): string {
  const text = nestedText(json, type, attempt);
  return text === null ? nestedNull : nestedItem(text);
}

function nestedText(json: Json, type: SparkType, attempt: Attempt): string | null {
  if (json === null) return null;
  const text = fittingText(json, type, attempt);
  if (text === null) attempt.misfits++;
  return text;
}

function fittingText(json: Exclude<Json, null>, type: SparkType, attempt: Attempt): string | null {
  switch (type.kind) {
    case 'array':
      return isList(json) ? nestedList(json.map((item) => itemText(item, type.item, attempt))) : null;
    case 'map':
      return isObject(json)
        ? nestedMap(lastOfEach(json.fields).map(([key, value]) => [key, itemText(value, type.value, attempt)]))
        : null;
    case 'struct': {
      if (!isObject(json)) return null;
      const values = new Map(json.fields);
      return nestedStruct(
        type.fields.map((field) => [field.name, itemText(values.get(field.name) ?? null, field.type, attempt)]),
      );
    }
    case 'simple':
      return simpleText(json, type, type.name === 'STRING' ? stringOf(json) : undefined, attempt.reading) ?? null;
  }
}

/** What is no text is a text of its JSON. */
const stringOf = (json: Exclude<Json, null>): string =>
  typeof json === 'string' ? json : isNumber(json) ? json.number : jsonText(json);

function lastOfEach(fields: readonly (readonly [string, Json])[]): readonly (readonly [string, Json])[] {
  return [...new Map(fields)];
}
