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
    return nestedList([itemText(json, type.item)]);
  }
  const written = json === undefined ? null : nestedText(json, type);
  if (written !== null) return written;
  return type.kind === 'struct' && json !== null && text.trim() !== ''
    ? nestedStruct(type.fields.map(({ name }) => [name, nestedNull]))
    : null;
}

/** A value within another, in quotes whatever it is: the engine takes a bracket in a bare one for its end. */
function itemText(json: Json, type: SparkType): string {
  const text = nestedText(json, type);
  return text === null ? nestedNull : nestedItem(text);
}

function nestedText(json: Json, type: SparkType): string | null {
  if (json === null) return null;
  switch (type.kind) {
    case 'array':
      return isList(json) ? nestedList(json.map((item) => itemText(item, type.item))) : null;
    case 'map':
      return isObject(json)
        ? nestedMap(lastOfEach(json.fields).map(([key, value]) => [key, itemText(value, type.value)]))
        : null;
    case 'struct': {
      if (!isObject(json)) return null;
      const values = new Map(json.fields);
      return nestedStruct(
        type.fields.map((field) => [field.name, itemText(values.get(field.name) ?? null, field.type)]),
      );
    }
    case 'simple': {
      const text = simpleText(json, type, type.name === 'STRING' ? stringOf(json) : undefined);
      return text ?? null;
    }
  }
}

/** What is no text is a text of its JSON. */
const stringOf = (json: Json): string =>
  typeof json === 'string' ? json : json !== null && isNumber(json) ? json.number : jsonText(json);

function lastOfEach(fields: readonly (readonly [string, Json])[]): readonly (readonly [string, Json])[] {
  return [...new Map(fields)];
}
