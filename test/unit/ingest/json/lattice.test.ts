import { describe, expect, test } from 'vitest';
import { sqlTypeName } from '../../../../src/engine/types.ts';
import { appendBytes } from '../../../../src/ingest/json/byte-window.ts';
import { planRecords } from '../../../../src/ingest/json/column-plan.ts';
import { FieldTable } from '../../../../src/ingest/json/field-table.ts';
import { Inference } from '../../../../src/ingest/json/inference.ts';
import { RecordShape } from '../../../../src/ingest/json/record-shape.ts';
import { Scanner } from '../../../../src/ingest/json/scanner.ts';

/** Values of all kinds, each as the field of a record. */
const values = [
  'null',
  'true',
  '1',
  '9007199254740993',
  '9223372036854775808',
  '1.5',
  '0.1234567890123456789',
  'NaN',
  '"2024-01-01"',
  '"2024-01-01T00:00:00"',
  '"2024-01-01T00:00:00Z"',
  '"x"',
  '{}',
  '{"a":1}',
  '{"a":"x","b":[1]}',
  '[]',
  '[1,null]',
  '["x"]',
  '[[2.5]]',
];

class Lattice {
  readonly shape = new RecordShape();
  private readonly scanner = new Scanner(false);
  private readonly inference = new Inference(this.scanner);

  /** Merges one record, and takes it back when it is faulty. */
  add(record: string): boolean {
    this.scanner.at = this.scanner.end;
    appendBytes(this.scanner, new TextEncoder().encode(record));
    const isGood = this.inference.record(this.shape);
    if (isGood) this.inference.journal.commit();
    else this.inference.journal.undo();
    return isGood;
  }

  get types(): string {
    return planRecords(this.shape)
      .columns.map((column) => `${column.name} ${sqlTypeName(column.type)}`)
      .join(', ');
  }
}

const typesOf = (...fields: readonly string[]) => {
  const lattice = new Lattice();
  for (const field of fields) lattice.add(`{"v":${field}}`);
  return lattice.types;
};

describe('the type lattice', () => {
  test('gives one type whatever the order of values, and however often they come', () => {
    for (const a of values) {
      for (const b of values) {
        expect(typesOf(b, a, b), `${a} and ${b}`).toBe(typesOf(a, b));
        for (const c of values.slice(1, 12)) expect(typesOf(c, b, a), `${a}, ${b}, ${c}`).toBe(typesOf(a, b, c));
      }
    }
  });

  test('null changes nothing', () => {
    for (const value of values) expect(typesOf('null', value, 'null')).toBe(typesOf(value));
  });

  test('forgets what a faulty record brought', () => {
    for (const good of values) {
      const lattice = new Lattice();
      lattice.add(`{"v":${good}}`);
      const before = lattice.types;
      for (const bad of values) {
        expect(lattice.add(`{"w":${bad},"v":${bad},"x":{"y":[${bad}]},"z"}`)).toBe(false);
        expect(lattice.add(`[${bad}`)).toBe(false);
        expect(lattice.types, `${good}, then ${bad}`).toBe(before);
      }
      lattice.add(`{"w":1,"v":${good}}`);
      expect(lattice.types).toBe(`${before}, w BIGINT`);
    }
  });
});

describe('FieldTable', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const find = (table: FieldTable, key: string) => table.find(bytes(key), 0, bytes(key).length);

  test('finds thousands of keys by their bytes', () => {
    const table = new FieldTable();
    const names = Array.from({ length: 5000 }, (_, index) => `é${index * 7}`);
    names.forEach((name, index) => expect(table.add(name)).toBe(index));
    names.forEach((name, index) => {
      expect(find(table, name)).toBe(index);
      expect(table.match(bytes(`${name}":1`), 0, Math.max(0, index - 2))).toBe(index);
    });
    expect(find(table, 'é')).toBe(-1);
    expect(table.match(bytes('é7'), 0, 0)).toBe(-1);
  });

  test('never takes a key with a quote in its name for the end of another', () => {
    const table = new FieldTable();
    table.add('a":1,"b');
    table.add('');
    expect(table.match(bytes('a":1,"b":2'), 0, 0)).toBe(-1);
    expect(find(table, 'a":1,"b')).toBe(-1);
    expect(table.findName('a":1,"b')).toBe(0);
    expect(find(table, '')).toBe(1);
  });

  test('forgets the keys added last', () => {
    const table = new FieldTable();
    for (const name of ['a', 'b', 'c']) table.add(name);
    table.truncate(1);
    expect([find(table, 'a'), find(table, 'b'), table.findName('c')]).toEqual([0, -1, -1]);
    expect(table.add('c')).toBe(1);
    expect(find(table, 'c')).toBe(1);
  });
});
