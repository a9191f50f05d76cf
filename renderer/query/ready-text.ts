import type { ReadyStatement } from '../../src/dialect/distiller/editor/ready-statement.ts';
import { mayNameTemplates } from '../../src/dialect/distiller/editor/templates.ts';
import { errorInSource, substituteParameters } from '../../src/dialect/parameters/parameters.ts';
import type { ParameterValue } from '../../src/dialect/parameters/value.ts';
import type { SqlDialect } from '../../src/dialect/sql-dialect.ts';
import type { Host } from '../../src/host/host.ts';
import { loadSavedQueries } from '../store/saved-queries.ts';

/** A statement with values and, in Data Distiller's dialect, saved queries in the places of their names. */
export async function readyText(
  host: Host,
  sql: string,
  { dialect, parameters }: { readonly dialect: SqlDialect; readonly parameters: ReadonlyMap<string, ParameterValue> },
): Promise<ReadyStatement> {
  if (dialect === 'duckdb') {
    const { statement, toSource } = substituteParameters(sql, parameters);
    return { text: statement.text, toSource, located: (error) => errorInSource(error, sql, toSource) };
  }
  const templates = mayNameTemplates(sql) ? await loadSavedQueries(host) : [];
  const { readyStatement } = await import('../../src/dialect/distiller/editor/ready-statement.ts');
  return readyStatement(sql, { templates, parameters });
}
