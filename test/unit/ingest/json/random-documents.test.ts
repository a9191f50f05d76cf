import { expect, test } from 'vitest';
import type { ColumnType } from '../../../../src/engine/types.ts';
import type { StructValue, Value } from '../../../../src/engine/value.ts';
import { extractJson, jsonExtractor } from '../../../../src/ingest/json/extract.ts';
import { memorySource } from '../../../support/byte-source.ts';
import { extracted } from '../../../support/extracted.ts';
import { seededRandom } from '../../../support/json-records.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const hasty = jsonExtractor({ sampleBytes: 64, pieceBytes: 16, batchRows: 7, batchBytes: 2 ** 23, progressBytes: 1 });
const texts = [
  '',
  'x',
  'é😀',
  '12',
  'true',
  'null',
  '[1]',
  '{"a":1}',
  ' ',
  '"',
  '\\',
  '\n\t\0',
  '漢字',
  'a'.repeat(70),
];
const numbers = [0, 1, -7, 3.25, 1e-9, 2 ** 53, 123456789.125, -0.1, 1e21];
const keys = ['a', 'b', 'key with "quotes"', 'é', 'long key of many letters', 'a\\b'];

/** Any JSON value; below a given depth only scalars. */
function anyValue(random: () => number, depth: number): Json {
  const pick = <Item>(items: readonly Item[], otherwise: Item) =>
    items[Math.floor(random() * items.length)] ?? otherwise;
  const kind = random();
  if (kind < 0.15) return null;
  if (kind < 0.25) return random() < 0.5;
  if (kind < 0.5) return pick(numbers, 0);
  if (kind < 0.75 || depth === 0) return pick(texts, '');
  const size = Math.floor(random() * 4);
  if (kind < 0.87) return Array.from({ length: size }, () => anyValue(random, depth - 1));
  return Object.fromEntries(Array.from({ length: size }, () => [pick(keys, ''), anyValue(random, depth - 1)]));
}

/** A value whose type follows from its place, so that columns become STRUCTs, LISTs and numbers. */
function typedValue(random: () => number, place: number): Json {
  if (random() < 0.1) return null;
  switch (place % 5) {
    case 0:
      return numbers[Math.floor(random() * numbers.length)] ?? 0;
    case 1:
      return texts[Math.floor(random() * texts.length)] ?? '';
    case 2:
      return Array.from({ length: Math.floor(random() * 4) }, () => typedValue(random, Math.floor(place / 5)));
    case 3:
      return Object.fromEntries(
        keys.filter(() => random() < 0.6).map((key, index) => [key, typedValue(random, Math.floor(place / 5) + index)]),
      );
    default:
      return random() < 0.5;
  }
}

/** Whether a cell holds exactly this value, given the column's type. */
function holds(cell: Value, type: ColumnType, value: Json | undefined): boolean {
  if (value === null || value === undefined) return cell === null;
  switch (type.kind) {
    case 'text':
      if (cell === value) return true;
      return typeof cell === 'string' && JSON.stringify(JSON.parse(cell)) === JSON.stringify(value);
    case 'list':
      return (
        Array.isArray(cell) &&
        Array.isArray(value) &&
        cell.length === value.length &&
        cell.every((item: Value, index) => holds(item, type.item, value[index] as Json)) // same length
      );
    case 'struct':
      return type.fields.every(
        (field) =>
          holds((cell as StructValue)[field.name] ?? null, field.type, (value as Record<string, Json>)[field.name]), // both are objects here
      );
    case 'integer':
      return cell === BigInt(value as number); // whole numbers only
    case 'decimal':
      return Number(cell) === value;
    default:
      return Object.is(cell, value);
  }
}

const json = (value: Json, random: () => number) => JSON.stringify(value, null, random() < 0.3 ? 2 : 0);

/** Milliseconds: many runs, on a machine that may be busy. */
const patience = 60_000;

test.each([
  ['values of any type', anyValue],
  ['values of one type a place', typedValue],
])(
  'random documents come out as JSON.parse reads them: %s',
  async (_, generate) => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = seededRandom(seed);
      const documents = Array.from({ length: 1 + Math.floor(random() * 30) }, (): Json => {
        return Object.fromEntries(
          keys.map((key, index) => [key, generate(random, generate === anyValue ? 3 : seed + index)]),
        );
      });
      const text = `[${documents.map((document) => json(document, random)).join(',')}]`;
      for (const extract of [extractJson, hasty]) {
        const result = await extracted(extract, memorySource('x.json', text, 1 + Math.floor(random() * 99)), {});
        expect(result.counts).toEqual({ read: documents.length, loaded: documents.length, rejected: 0, skipped: 0 });
        expect(result.columns.map((column) => column.name).sort()).toEqual([...keys].sort());
        documents.forEach((document, row) => {
          result.columns.forEach((column, index) => {
            const cell = result.rows[row]?.[index] ?? null;
            const value = (document as Record<string, Json>)[column.name]; // every document is an object
            if (!holds(cell, column.type, value)) expect({ seed, row, cell, type: column.type }).toEqual({ value });
          });
        });
      }
    }
  },
  patience,
);
