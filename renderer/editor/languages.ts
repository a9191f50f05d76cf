import type { SqlDialect } from '../../src/dialect/sql-dialect.ts';
import { distillerLanguageId } from './distiller-language.ts';
import { languageId } from './language.ts';

/** The editor's language of each dialect. */
export const languageIds: Readonly<Record<SqlDialect, string>> = { duckdb: languageId, distiller: distillerLanguageId };
