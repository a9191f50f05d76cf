import type { Span } from './span.ts';

/** A type as it is written in Spark SQL. `name` is lower-cased: `int`, `string`, `decimal`, `timestamp`. */
export type WrittenType =
  | { readonly kind: 'scalar'; readonly span: Span; readonly name: string; readonly parameters: readonly number[] }
  | { readonly kind: 'array'; readonly span: Span; readonly item: WrittenType }
  | { readonly kind: 'map'; readonly span: Span; readonly key: WrittenType; readonly value: WrittenType }
  | { readonly kind: 'struct'; readonly span: Span; readonly fields: readonly WrittenField[] };

export interface WrittenField {
  readonly name: string;
  readonly type: WrittenType;
}
