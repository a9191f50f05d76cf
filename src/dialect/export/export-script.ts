import type { ExportedStatement, TranslateText } from './contract.ts';
import { exportStatement } from './export-statement.ts';
import type { ExportTarget } from './target.ts';

/** Statements of DuckDB's SQL in another dialect, one by one. */
export function exportStatements(
  statements: readonly string[],
  target: ExportTarget,
  translate: TranslateText,
): readonly ExportedStatement[] {
  return statements.map((source) => exportStatement(source, target, translate));
}
