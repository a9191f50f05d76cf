import type { ColumnInfo, ColumnType } from '../../../src/engine/types.ts';
import type { Cell, GroupedData, Position } from '../../../src/charts/data.ts';
import type { Look } from '../../../src/charts/options/look.ts';
import { resolveChart, type Chart } from '../../../src/charts/resolve.ts';
import { chartSpec, type ChartSpecInput } from '../../../src/charts/spec.ts';

export const locale = { group: ',', decimal: '.' };

const types: Readonly<Record<string, readonly [ColumnType, string]>> = {
  text: [{ kind: 'text' }, 'VARCHAR'],
  enum: [{ kind: 'text' }, "ENUM('small', 'large')"],
  integer: [{ kind: 'integer', bits: 32, signed: true }, 'INTEGER'],
  double: [{ kind: 'float', bits: 64 }, 'DOUBLE'],
  decimal: [{ kind: 'decimal', precision: 10, scale: 2 }, 'DECIMAL(10,2)'],
  boolean: [{ kind: 'boolean' }, 'BOOLEAN'],
  date: [{ kind: 'date' }, 'DATE'],
  timestamp: [{ kind: 'timestamp', unit: 'us', zoned: false }, 'TIMESTAMP'],
  time: [{ kind: 'time' }, 'TIME'],
  list: [{ kind: 'list', item: { kind: 'text' } }, 'VARCHAR[]'],
};

/** A column from `name: type`. */
export function column(name: string, type: keyof typeof types): ColumnInfo {
  const [columnType, sqlType] = types[type] ?? [{ kind: 'text' }, 'VARCHAR'];
  return { name, type: columnType, sqlType };
}

/** A result with a column of every sort that charts care about. */
export const columns: readonly ColumnInfo[] = [
  column('product', 'text'),
  column('region', 'text'),
  column('revenue', 'decimal'),
  column('cost', 'decimal'),
  column('price', 'double'),
  column('quantity', 'integer'),
  column('ordered_at', 'timestamp'),
  column('day', 'date'),
  column('size', 'enum'),
  column('is_member', 'boolean'),
  column('at', 'time'),
  column('tags', 'list'),
];

export function ref(name: string, occurrence = 1): { name: string; occurrence: number } {
  return { name, occurrence };
}

export function chartOf(input: ChartSpecInput, from: readonly ColumnInfo[] = columns): Chart {
  return resolveChart(chartSpec(input), from);
}

export function cell(value: number | null, rows = 1): Cell {
  return value === null ? { value: Number.NaN, exact: null, rows } : { value, exact: String(value), rows };
}

export const category = (text: string): Position => ({ kind: 'category', text });
export const month = (text: string): Position => ({
  kind: 'time',
  start: Date.parse(`${text}-01T00:00:00Z`),
  grain: 'month',
});

/** One series over the places. */
export function grouped(x: readonly Position[], values: readonly (number | null)[]): GroupedData {
  return {
    shape: 'grouped',
    x,
    series: [{ kind: 'all' }],
    cells: [values.map((value) => cell(value))],
    reductions: [],
  };
}

/** Several series over the places. */
export function split(
  x: readonly Position[],
  series: readonly Position[],
  values: readonly (readonly (number | null)[])[],
): GroupedData {
  return { shape: 'grouped', x, series, cells: values.map((line) => line.map((value) => cell(value))), reductions: [] };
}

export function look(change: Partial<Look> = {}): Look {
  return { theme: 'light', locale, width: 600, height: 320, animated: true, captioned: false, ...change };
}
