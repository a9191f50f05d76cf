import { literal, type Sql, sql } from '../../core/sql.ts';
import { scalarPrefix } from '../../scalar/contract.ts';

/** Lists the engine's functions without those of ours, one row for each overload; read the answer with `parseFunctions`. */
export function functionsSql(): Sql {
  return sql`SELECT DISTINCT
  function_name,
  function_type,
  parameters,
  parameter_types,
  varargs,
  return_type,
  coalesce(description, comment) AS description,
  examples
FROM duckdb_functions()
WHERE (NOT internal OR regexp_full_match(function_name, '[a-zA-Z][a-zA-Z0-9_]*'))
  AND NOT (internal AND starts_with(function_name, ${literal(scalarPrefix)}))
ORDER BY function_name, function_type, len(parameters), parameters, parameter_types`;
}
