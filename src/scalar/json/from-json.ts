import { jsonText } from './json-text.ts';
import { nestedItem, nestedList, nestedMap, nestedNull, nestedStruct } from './nested-text.ts';
import { isList, isNumber, isObject, type Json, parseJson } from './parse-json.ts';
import { simpleText } from './simple-value.ts';
import type { SparkType } from './spark-type.ts';

/**
 * A JSON text as the text that the engine casts to the type, as `from_json` of Spark reads it in PERMISSIVE mode: a field that
 * does not fit is NULL; a text that is no JSON of the type is NULL, or where the type is a struct one with NULL fields.
 */
export function fromJson(text: string, type: SparkType): string | null {
  const json = /^[ \t\r\n]*$/.test(text) ? undefined : parseJson(text);
  if (type.kind === 'array' && type.item.kind === 'struct' && json !== undefined && isObject(json)) {
    return nestedList([nestedText(json, type.item)]);
  }
  const written = json === undefined ? nestedNull : nestedText(json, type);
  if (written !== nestedNull) return written;
  return type.kind === 'struct' && json !== null && text.trim() !== ''
    ? nestedStruct(type.fields.map(({ name }) => [name, nestedNull]))
    : null;
}

function nestedText(json: Json, type: SparkType): string {
  if (json === null) return nestedNull;
  switch (type.kind) {
    case 'array':
      return isList(json) ? nestedList(json.map((item) => nestedText(item, type.item))) : nestedNull;
    case 'map':
      return isObject(json)
        ? nestedMap(lastOfEach(json.fields).map(([key, value]) => [key, nestedText(value, type.value)]))
        : nestedNull;
    case 'struct': {
      if (!isObject(json)) return nestedNull;
      const values = new Map(json.fields);
      return nestedStruct(
        type.fields.map((field) => [field.name, nestedText(values.get(field.name) ?? null, field.type)]),
      );
    }
    case 'simple': {
      const text = simpleText(json, type, type.name === 'STRING' ? stringOf(json) : undefined);
      return text === undefined ? nestedNull : nestedItem(text);
    }
  }
}

/** What is no text is a text of its JSON. */
const stringOf = (json: Json): string =>
  typeof json === 'string' ? json : json !== null && isNumber(json) ? json.number : jsonText(json);

function lastOfEach(fields: readonly (readonly [string, Json])[]): readonly (readonly [string, Json])[] {
  return [...new Map(fields)];
}
