import { type Column, isNull } from '../engine/batch.ts';
import type { Collected } from '../engine/collect.ts';
import { textAt } from '../engine/text.ts';
import { itemRange, numberAt } from '../engine/value.ts';
import type { ColumnType } from '../engine/types.ts';
import type { ValueCount } from './column-profile.ts';

/** The one row of figures that a profiling statement gives, by name; what is absent or NULL is `undefined`. */
export interface Figures {
  number(name: string): number | undefined;
  /** The integer that stands for a value in memory: a decimal without its point, days, units of time. */
  integer(name: string): bigint | undefined;
  text(name: string): string | undefined;
  type(name: string): ColumnType | undefined;
  /** A list's items as texts. */
  items(name: string): readonly string[] | undefined;
  /** A map from values to counts, in the order given. */
  counts(name: string): readonly ValueCount[] | undefined;
}

/** Reads the first row of a result. */
export function readFigures({ columns, batches }: Collected): Figures {
  const row = batches.find((batch) => batch.rowCount > 0);
  const found = new Map<string, Column>();
  columns.forEach((column, index) => {
    const data = row?.columns[index];
    if (data !== undefined && !isNull(data, 0)) found.set(column.name, data);
  });
  const textOf = (column: Column, index: number) => textAt(column, index) ?? '';

  return {
    number(name) {
      const column = found.get(name);
      return column === undefined ? undefined : numberAt(column, 0);
    },
    integer(name) {
      const column = found.get(name);
      if (column === undefined) return undefined;
      if (column.type.kind === 'decimal') return BigInt(textOf(column, 0).replace('.', ''));
      return BigInt(column.values?.[0] ?? 0);
    },
    text(name) {
      const column = found.get(name);
      return column === undefined ? undefined : textOf(column, 0);
    },
    type: (name) => found.get(name)?.type,
    items(name) {
      const column = found.get(name);
      const items = column?.children?.[0];
      if (column === undefined || items === undefined) return undefined;
      const { start, end } = itemRange(column, 0);
      return Array.from({ length: end - start }, (_, index) => textOf(items, start + index));
    },
    counts(name) {
      const column = found.get(name);
      const [values, counts] = column?.children ?? [];
      if (column === undefined || values === undefined || counts === undefined) return undefined;
      const { start, end } = itemRange(column, 0);
      return Array.from({ length: end - start }, (_, index) => ({
        value: textOf(values, start + index),
        count: numberAt(counts, start + index),
      }));
    },
  };
}
