import type { DateLayout, NumberFormat, ValueType } from './value-type.ts';

const separators = ['/', '.', '-'] as const;

const layouts = (order: DateLayout['order']): DateLayout[] => separators.map((separator) => ({ order, separator }));

const dated = (layout: DateLayout): ValueType[] => [
  { kind: 'date', layout },
  { kind: 'timestamp', layout },
];

/** The types that a column can get by itself, the most telling first. DECIMAL is missing: its digits follow from the rows. */
export const candidateTypes: readonly ValueType[] = [
  { kind: 'boolean' },
  { kind: 'bigint' },
  { kind: 'hugeint' },
  { kind: 'double' },
  { kind: 'date' },
  { kind: 'timestamp' },
  { kind: 'timestamp', zoned: true },
  { kind: 'time' },
  ...layouts('ymd').flatMap(dated),
  ...layouts('dmy').flatMap(dated),
  ...layouts('mdy').flatMap(dated),
];

const formats: readonly NumberFormat[] = [
  { decimal: ',', thousands: '' },
  { decimal: ',', thousands: '.' },
  { decimal: ',', thousands: ' ' },
  { decimal: '.', thousands: ',' },
  { decimal: '.', thousands: ' ' },
  { decimal: '.', thousands: "'" },
];

/** Readings that are offered for a text column and never taken by themselves. */
export const offeredTypes: readonly ValueType[] = formats.map((format) => ({ kind: 'double', format }));

/** The same dates with day and month the other way round; `undefined` for a type without that doubt. */
export function swappedOrder(type: ValueType): ValueType | undefined {
  if ((type.kind !== 'date' && type.kind !== 'timestamp') || type.layout === undefined) return undefined;
  const { order, separator } = type.layout;
  if (order === 'ymd') return undefined;
  const swapped = { order: order === 'dmy' ? 'mdy' : 'dmy', separator } as const;
  return { ...type, layout: swapped };
}

/** Whether two types read texts alike. */
export function sameType(one: ValueType, other: ValueType): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
