import type { ErrorData } from '../../../src/core/error.ts';

/** A dialect that a step's SQL can be shown in, by the translator's name. */
export type OtherDialect = 'spark' | 'snowflake' | 'bigquery';

export interface TranslateCall {
  readonly id: number;
  readonly text: string;
  readonly into: OtherDialect;
}

export type FromTranslator =
  { readonly id: number; readonly text: string } | { readonly id: number; readonly error: ErrorData };
