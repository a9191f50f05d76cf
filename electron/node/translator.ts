import type { TranslateText } from '../../src/dialect/export/contract.ts';
import { readAnswer } from '../../src/dialect/export/translation.ts';

/** The translator of SQL dialects for Node; its package, 23 MB of it WASM, is loaded when this is called. */
export async function loadTranslator(): Promise<TranslateText> {
  const { Dialect, transpile } = await import('@polyglot-sql/sdk');
  const dialects = {
    spark: Dialect.Spark,
    databricks: Dialect.Databricks,
    snowflake: Dialect.Snowflake,
    bigquery: Dialect.BigQuery,
    redshift: Dialect.Redshift,
    postgresql: Dialect.PostgreSQL,
    trino: Dialect.Trino,
  } as const;
  return (text, target) => readAnswer(text, transpile(text, Dialect.DuckDB, dialects[target], { pretty: true }));
}
