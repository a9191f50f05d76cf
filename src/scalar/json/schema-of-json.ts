import { isList, isNumber, isObject, type Json } from './parse-json.ts';

/** A type as it is inferred: `NULL` fits every other, `STRING` takes what else does not fit together. */
type Inferred =
  | { readonly name: 'NULL' | 'STRING' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' }
  | { readonly name: 'DECIMAL'; readonly precision: number }
  | { readonly name: 'ARRAY'; readonly item: Inferred }
  | { readonly name: 'STRUCT'; readonly fields: ReadonlyMap<string, Inferred> };

/** The type of a JSON value in Spark's DDL, as `schema_of_json` infers it (`JsonInferSchema`). */
export function schemaOfJson(json: Json): string {
  return typeName(infer(json));
}

function infer(json: Json): Inferred {
  if (json === null) return { name: 'NULL' };
  if (typeof json === 'string') return { name: 'STRING' };
  if (typeof json === 'boolean') return { name: 'BOOLEAN' };
  if (isList(json)) return { name: 'ARRAY', item: json.map(infer).reduce(together, { name: 'NULL' }) };
  if (isObject(json))
    return { name: 'STRUCT', fields: new Map(json.fields.map(([name, value]) => [name, infer(value)])) };
  if (!isNumber(json) || !/^-?\d+$/.test(json.number)) return { name: 'DOUBLE' };
  const value = BigInt(json.number);
  if (BigInt.asIntN(64, value) === value) return { name: 'BIGINT' };
  const precision = json.number.replace('-', '').length;
  return precision <= 38 ? { name: 'DECIMAL', precision } : { name: 'DOUBLE' };
}

function together(one: Inferred, other: Inferred): Inferred {
  if (one.name === 'NULL') return other;
  if (other.name === 'NULL') return one;
  if (one.name === 'ARRAY' && other.name === 'ARRAY') return { name: 'ARRAY', item: together(one.item, other.item) };
  if (one.name === 'STRUCT' && other.name === 'STRUCT') {
    const fields = new Map(one.fields);
    for (const [name, type] of other.fields) fields.set(name, together(fields.get(name) ?? { name: 'NULL' }, type));
    return { name: 'STRUCT', fields };
  }
  if (one.name === other.name && one.name !== 'DECIMAL') return one;
  return numbersTogether(one, other) ?? { name: 'STRING' };
}

function numbersTogether(one: Inferred, other: Inferred): Inferred | undefined {
  const [first, second] = [precisionOf(one), precisionOf(other)];
  if (first === undefined || second === undefined) return undefined;
  if (one.name === 'DOUBLE' || other.name === 'DOUBLE') return { name: 'DOUBLE' };
  return { name: 'DECIMAL', precision: Math.max(first, second) };
}

function precisionOf(type: Inferred): number | undefined {
  if (type.name === 'BIGINT') return 20;
  if (type.name === 'DOUBLE') return 0;
  return type.name === 'DECIMAL' ? type.precision : undefined;
}

function typeName(type: Inferred): string {
  switch (type.name) {
    case 'NULL':
      return 'STRING';
    case 'DECIMAL':
      return `DECIMAL(${type.precision},0)`;
    case 'ARRAY':
      return `ARRAY<${typeName(type.item)}>`;
    case 'STRUCT': {
      const fields = [...type.fields].sort(([one], [other]) => (one < other ? -1 : 1));
      return `STRUCT<${fields.map(([name, field]) => `${fieldName(name)}: ${typeName(field)}`).join(', ')}>`;
    }
    default:
      return type.name;
  }
}

const fieldName = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``);
