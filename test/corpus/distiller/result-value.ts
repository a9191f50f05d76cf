import { type Batch, type Column, isNull } from '../../../src/engine/batch.ts';
import { doubleText, singleText } from '../../../src/engine/scalar-text.ts';
import { textAt } from '../../../src/engine/text.ts';
import { bytesAt, itemRange, valueAt } from '../../../src/engine/value.ts';
import type { ExactNumber, ExpectedFields, ExpectedValue } from './conformance-case.ts';

/** The rows of a result in the terms of the format. */
export function resultRows(batches: readonly Batch[]): readonly (readonly ExpectedValue[])[] {
  return batches.flatMap((batch) =>
    Array.from({ length: batch.rowCount }, (_, row) => batch.columns.map((column) => resultValue(column, row))),
  );
}

function resultValue(column: Column, row: number): ExpectedValue {
  if (isNull(column, row)) return null;
  const { type } = column;
  switch (type.kind) {
    case 'boolean':
      return valueAt(column, row) === true;
    case 'integer':
    case 'decimal':
      return { digits: textOf(column, row) };
    case 'float': {
      const value = Number(valueAt(column, row));
      if (!Number.isFinite(value)) return String(value);
      return { digits: type.bits === 32 ? singleText(value) : doubleText(value) };
    }
    case 'blob':
    case 'fixed-blob':
      return { hex: Buffer.from(bytesAt(column, row)).toString('hex').toUpperCase() };
    case 'list':
    case 'fixed-list':
      return items(column, row, 0);
    case 'struct':
      return Object.fromEntries(type.fields.map(({ name }, index) => [name, childValue(column, index, row)] as const));
    case 'map': {
      const values = items(column, row, 1);
      return Object.fromEntries(items(column, row, 0).map((key, index) => [keyText(key), values[index] ?? null]));
    }
    default:
      return textOf(column, row);
  }
}

const textOf = (column: Column, row: number) => textAt(column, row) ?? '';

function items(column: Column, row: number, child: number): readonly ExpectedValue[] {
  const { start, end } = itemRange(column, row);
  return Array.from({ length: end - start }, (_, index) => childValue(column, child, start + index));
}

function childValue(column: Column, child: number, row: number): ExpectedValue {
  const found = column.children?.[child];
  return found === undefined ? null : resultValue(found, row);
}

function keyText(key: ExpectedValue): string {
  if (typeof key === 'string') return key;
  return isNumber(key) ? key.digits : JSON.stringify(key);
}

/**
 * Whether two values are the same: numbers by value, those with a fraction to 13 digits, structs whatever their order.
 * Right `…` is any value but NULL.
 */
export function sameValue(left: ExpectedValue, right: ExpectedValue): boolean {
  if (right === '…') return left !== null;
  if (isNumber(left) && isNumber(right)) return sameNumber(left.digits, right.digits);
  if (isItems(left) && isItems(right)) {
    return left.length === right.length && left.every((item, index) => sameValue(item, right[index] ?? null));
  }
  if (isFields(left) && isFields(right)) {
    const names = Object.keys(left);
    return (
      names.length === Object.keys(right).length &&
      names.every((name) => name in right && sameValue(left[name] ?? null, right[name] ?? null))
    );
  }
  return left === right;
}

function isNumber(value: ExpectedValue): value is ExactNumber {
  return isFields(value) && typeof value.digits === 'string' && Object.keys(value).length === 1;
}

function isItems(value: ExpectedValue): value is readonly ExpectedValue[] {
  return Array.isArray(value);
}

function isFields(value: ExpectedValue): value is ExpectedFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameNumber(left: string, right: string): boolean {
  if (exact(left) === exact(right)) return true;
  if (/^-?\d+$/.test(left) && /^-?\d+$/.test(right)) return false;
  const [a, b] = [Number(left), Number(right)];
  return Math.abs(a - b) <= 1e-13 * Math.max(Math.abs(a), Math.abs(b));
}

/** Without the zeros that end a fraction. */
function exact(digits: string): string {
  return /^-?\d+\.\d*$/.test(digits) ? digits.replace(/\.?0+$/, '') : digits;
}
