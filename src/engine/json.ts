import { type Column, isNull } from './batch.ts';
import { blobText, doubleText, singleText } from './scalar-text.ts';
import { bitAt, itemRange, valueAt } from './value.ts';

/**
 * One cell as JSON text, exact: 64-bit integers and decimals as plain JSON numbers with every digit, NaN and infinities
 * as strings, dates and times as ISO text, blobs as escaped text, maps as objects.
 */
export function jsonAt(column: Column, row: number): string {
  if (isNull(column, row)) return 'null';
  const { type } = column;
  switch (type.kind) {
    case 'boolean':
      return bitAt(column, row) ? 'true' : 'false';
    case 'integer':
      return String(column.values?.[row]);
    case 'float':
      return floatJson(Number(column.values?.[row]), type.bits);
    case 'decimal':
      return scalarAt(column, row);
    case 'blob':
    case 'fixed-blob':
      return JSON.stringify(blobText(valueAt(column, row) as Uint8Array)); // these kinds always give bytes
    case 'timestamp':
      return JSON.stringify(scalarAt(column, row).replace(' ', 'T'));
    case 'list':
    case 'fixed-list':
      return listJson(column, row);
    case 'struct':
      return structJson(column, row, type.fields);
    case 'map':
      return mapJson(column, row);
    case 'union':
      return unionJson(column, row);
    default:
      return JSON.stringify(scalarAt(column, row));
  }
}

/** Text, temporal and decimal cells are strings already. */
function scalarAt(column: Column, row: number): string {
  const value = valueAt(column, row);
  return typeof value === 'string' ? value : '';
}

function floatJson(value: number, bits: 32 | 64): string {
  if (!Number.isFinite(value)) return JSON.stringify(String(value));
  return bits === 32 ? singleText(value) : doubleText(value);
}

function listJson(column: Column, row: number): string {
  const { start, end } = itemRange(column, row);
  const items = column.children?.[0];
  const parts: string[] = [];
  for (let index = start; index < end && items !== undefined; index++) parts.push(jsonAt(items, index));
  return `[${parts.join(',')}]`;
}

function structJson(column: Column, row: number, fields: readonly { readonly name: string }[]): string {
  const parts = fields.map((field, index) => {
    const child = column.children?.[index];
    return `${JSON.stringify(field.name)}:${child === undefined ? 'null' : jsonAt(child, row)}`;
  });
  return `{${parts.join(',')}}`;
}

function mapJson(column: Column, row: number): string {
  const { start, end } = itemRange(column, row);
  const [keys, values] = column.children ?? [];
  const parts: string[] = [];
  for (let index = start; index < end && keys !== undefined && values !== undefined; index++) {
    parts.push(`${keyJson(keys, index)}:${jsonAt(values, index)}`);
  }
  return `{${parts.join(',')}}`;
}

function keyJson(keys: Column, index: number): string {
  const text = jsonAt(keys, index);
  return text.startsWith('"') ? text : JSON.stringify(text);
}

function unionJson(column: Column, row: number): string {
  const child = column.children?.[column.typeIds?.[row] ?? 0];
  return child === undefined ? 'null' : jsonAt(child, row);
}
