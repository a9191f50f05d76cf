/** Order of year, month and day in a written date. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** How a date is written where it is not ISO: `{ order: 'dmy', separator: '.' }` is 31.12.2024. */
export interface DateLayout {
  readonly order: DateOrder;
  readonly separator: '/' | '.' | '-';
}

/** How numbers are written where it is not `1234.5`. A thousands mark of `' '` stands for no-break spaces too. */
export interface NumberFormat {
  readonly decimal: '.' | ',';
  readonly thousands: '' | ',' | '.' | ' ' | "'";
}

/**
 * What the texts of a column may become. Dates and timestamps without a layout are ISO. A zoned timestamp carries an
 * offset or Z in every value and is stored in UTC. Formats and layouts other than ISO are never guessed from a part of the rows.
 */
export type ValueType =
  | { readonly kind: 'text' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'bigint' }
  | { readonly kind: 'hugeint' }
  | { readonly kind: 'double'; readonly format?: NumberFormat }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number; readonly format?: NumberFormat }
  | { readonly kind: 'date'; readonly layout?: DateLayout }
  | { readonly kind: 'timestamp'; readonly layout?: DateLayout; readonly zoned?: true }
  | { readonly kind: 'time' };
