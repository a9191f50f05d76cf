import type { ColumnShape } from '../catalog-shape.ts';

const fixed: Readonly<Partial<Record<string, readonly ColumnShape[]>>> = {
  range: [{ name: 'range', sqlType: 'BIGINT' }],
  generate_series: [{ name: 'generate_series', sqlType: 'BIGINT' }],
  glob: [{ name: 'file', sqlType: 'VARCHAR' }],
};

/** The columns a table function always has; `undefined` where they depend on its arguments. */
export function tableFunctionColumns(name: string): readonly ColumnShape[] | undefined {
  return fixed[name.toLowerCase()];
}

const text = (...names: readonly string[]): ColumnShape[] => names.map((name) => ({ name, sqlType: 'VARCHAR' }));

/** The columns of `FROM (DESCRIBE …)`. */
export const describeColumns: readonly ColumnShape[] = text(
  'column_name',
  'column_type',
  'null',
  'key',
  'default',
  'extra',
);

/** The columns of `FROM (SUMMARIZE …)`. */
export const summarizeColumns: readonly ColumnShape[] = [
  ...text('column_name', 'column_type', 'min', 'max'),
  { name: 'approx_unique', sqlType: 'BIGINT' },
  ...text('avg', 'std', 'q25', 'q50', 'q75'),
  { name: 'count', sqlType: 'BIGINT' },
  { name: 'null_percentage', sqlType: 'DECIMAL(9,2)' },
];
