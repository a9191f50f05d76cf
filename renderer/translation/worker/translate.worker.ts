import { Dialect, init, transpile } from '@polyglot-sql/sdk/manual';
import wasmUrl from '@polyglot-sql/sdk/polyglot_sql.wasm?url';
import { errorToData } from '../../../src/core/error.ts';
import type { ExportedStatement } from '../../../src/dialect/export/contract.ts';
import { exportStatements } from '../../../src/dialect/export/export-script.ts';
import type { ExportTarget } from '../../../src/dialect/export/target.ts';
import { readAnswer } from '../../../src/dialect/export/translation.ts';
import type { FromTranslator, TranslateCall } from './translate-messages.ts';

const ready = init({ wasmUrl: new URL(wasmUrl, self.location.href) });

const dialects: Readonly<Record<ExportTarget, Dialect>> = {
  spark: Dialect.Spark,
  databricks: Dialect.Databricks,
  snowflake: Dialect.Snowflake,
  bigquery: Dialect.BigQuery,
  redshift: Dialect.Redshift,
  postgresql: Dialect.PostgreSQL,
  trino: Dialect.Trino,
};

async function translate({ statements, target }: TranslateCall): Promise<readonly ExportedStatement[]> {
  await ready;
  return exportStatements(statements, target, (text, into) =>
    readAnswer(text, transpile(text, Dialect.DuckDB, dialects[into], { pretty: true })),
  );
}

self.addEventListener('message', ({ data }: MessageEvent<TranslateCall>) => {
  translate(data).then(
    (exported) => {
      self.postMessage({ id: data.id, exported } satisfies FromTranslator);
    },
    (error: unknown) => {
      self.postMessage({ id: data.id, error: errorToData(error) } satisfies FromTranslator);
    },
  );
});
