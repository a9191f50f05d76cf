import type { ErrorData } from '../../../src/core/error.ts';
import type { ExportedStatement } from '../../../src/dialect/export/contract.ts';
import type { ExportTarget } from '../../../src/dialect/export/target.ts';

/** Statements of DuckDB's SQL to say in another dialect. */
export interface TranslateCall {
  readonly id: number;
  readonly statements: readonly string[];
  readonly target: ExportTarget;
}

export type FromTranslator =
  | { readonly id: number; readonly exported: readonly ExportedStatement[] }
  | { readonly id: number; readonly error: ErrorData };
