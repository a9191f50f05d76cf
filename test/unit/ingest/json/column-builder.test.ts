import { describe, expect, test } from 'vitest';
import type { ColumnType } from '../../../../src/engine/types.ts';
import { valueAt } from '../../../../src/engine/value.ts';
import { ColumnBuilder } from '../../../../src/ingest/json/column-builder.ts';
import type { ColumnKind, ColumnPlan } from '../../../../src/ingest/json/column-plan.ts';
import { appendBytes } from '../../../../src/ingest/json/scalar-builder.ts';
import { Shape } from '../../../../src/ingest/json/shape.ts';

const text: ColumnType = { kind: 'text' };
const date: ColumnType = { kind: 'date' };

function plan(kind: ColumnKind, type: ColumnType, children: readonly ColumnPlan[] = []): ColumnPlan {
  return { name: '', kind, type, shape: new Shape(1), children };
}

function append(column: ColumnBuilder, value: string): void {
  const bytes = new TextEncoder().encode(value);
  appendBytes(column, bytes, 0, bytes.length);
}

function finished(column: ColumnBuilder, rows: number) {
  const data = column.finish(rows);
  return Array.from({ length: rows }, (_, row) => valueAt(data, row));
}

describe('ColumnBuilder', () => {
  test('fills skipped rows with NULL and drops rows taken back', () => {
    const column = new ColumnBuilder(plan('text', text));
    append(column, 'a');
    column.padTo(4);
    append(column, 'é');
    column.truncate(2);
    append(column, 'c');
    expect(finished(column, 5)).toEqual(['a', null, 'c', null, null]);
  });

  test('starts over after each batch, however large the last one was', () => {
    const column = new ColumnBuilder(plan('text', text));
    for (let batch = 0; batch < 3; batch++) {
      for (let row = 0; row < 1000; row++)
        if (row % 3 > 0) append(column, `${batch}-${row}`);
        else column.appendNull();
      const values = finished(column, 1000);
      expect([values[0], values[1], values[999]]).toEqual([null, `${batch}-1`, null]);
    }
    expect(finished(column, 0)).toEqual([]);
  });

  test('a batch without NULLs has no validity', () => {
    const column = new ColumnBuilder(plan('text', text));
    column.appendNull();
    expect(column.finish(1).validity).toEqual(new Uint8Array([0b1111_1110]));
    append(column, 'a');
    expect(column.finish(1).validity).toBeUndefined();
  });

  test('an unfinished row of a list or an object is taken back with its children', () => {
    const day = plan('date', date);
    const item = plan('struct', { kind: 'struct', fields: [{ name: 'd', type: date }] }, [day]);
    const list = new ColumnBuilder(plan('list', { kind: 'list', item: item.type }, [item]));
    const [struct] = list.children;
    const [field] = struct?.children ?? [];
    if (struct === undefined || field === undefined) throw new Error('a list of objects has both');
    const push = (days: number) => {
      field.padTo(struct.length);
      field.reserve();
      field.words[field.length++] = days;
    };
    list.reserve();
    push(1);
    struct.length++;
    struct.length++;
    list.offsets[++list.length] = struct.length;
    push(2);
    list.truncate(1);
    list.appendNull();
    expect(field.length).toBe(2);
    expect(finished(list, 2)).toEqual([[{ d: '1970-01-02' }, { d: null }], null]);
  });

  test('tells its size with the rows that are still missing', () => {
    const column = new ColumnBuilder(plan('date', date));
    expect(column.size(800)).toBe(3300);
    const words = new ColumnBuilder(plan('text', text));
    append(words, 'abc');
    expect(words.size(800)).toBe(3303);
  });
});
