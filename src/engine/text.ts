import { type Column, isNull } from './batch.ts';
import { valueAt, type Value } from './value.ts';
import { isNested } from './types.ts';
import { jsonAt } from './json.ts';
import { blobText, doubleText, singleText } from './scalar-text.ts';

/** What a cell shows: the exact value as text, `null` for NULL. Nested values are JSON. */
export function textAt(column: Column, row: number): string | null {
  if (isNull(column, row)) return null;
  if (isNested(column.type)) return jsonAt(column, row);
  return scalarText(valueAt(column, row), column.type.kind === 'float' && column.type.bits === 32);
}

function scalarText(value: Value, single: boolean): string {
  if (value instanceof Uint8Array) return blobText(value);
  if (typeof value === 'number') return single ? singleText(value) : doubleText(value);
  return typeof value === 'object' ? '' : String(value);
}
