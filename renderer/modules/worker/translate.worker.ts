import { Dialect, init, transpile } from '@polyglot-sql/sdk/manual';
import wasmUrl from '@polyglot-sql/sdk/polyglot_sql.wasm?url';
import { errorToData, StillhouseError } from '../../../src/core/error.ts';
import type { FromTranslator, OtherDialect, TranslateCall } from './translate-messages.ts';

const ready = init({ wasmUrl: new URL(wasmUrl, self.location.href) });

const dialects: Readonly<Record<OtherDialect, Dialect>> = {
  spark: Dialect.Spark,
  snowflake: Dialect.Snowflake,
  bigquery: Dialect.BigQuery,
};

async function translate({ text, into }: TranslateCall): Promise<string> {
  await ready;
  const { success, sql, error } = transpile(text, Dialect.DuckDB, dialects[into], { pretty: true });
  const [statement] = sql ?? [];
  if (success && statement !== undefined) return statement;
  throw new StillhouseError('capability', 'This statement cannot be said in that dialect.', {
    ...(error !== undefined && { technical: error }),
  });
}

self.addEventListener('message', ({ data }: MessageEvent<TranslateCall>) => {
  translate(data).then(
    (text) => {
      self.postMessage({ id: data.id, text } satisfies FromTranslator);
    },
    (error: unknown) => {
      self.postMessage({ id: data.id, error: errorToData(error) } satisfies FromTranslator);
    },
  );
});
