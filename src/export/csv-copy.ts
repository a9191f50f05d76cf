import { joinSql, literal, rawSql, type Sql, sql } from '../core/sql.ts';
import { type ColumnInfo, isNested } from '../engine/types.ts';
import { storedColumn, type StoredResult, storedType } from '../results/stored-table.ts';
import type { DelimitedOptions } from './export-format.ts';

/** Whether the engine itself writes these columns as we would: nested values it does not write as JSON. */
export function canCopy(columns: readonly ColumnInfo[]): boolean {
  return columns.every((column) => !isNested(column.type));
}

/** Writes columns of a stored result, by index, to an output file in the result's order; the header is left to the caller. */
export function copyDelimitedSql(
  stored: StoredResult,
  columns: readonly number[],
  path: string,
  options: DelimitedOptions,
): Sql {
  const outputs = columns.map((index) => {
    const info = stored.columns[index];
    const guarded = options.guardFormulas && info !== undefined && storedType(info) === 'VARCHAR';
    return guarded ? guardedSql(storedColumn(index)) : storedColumn(index);
  });
  return sql`COPY (
  SELECT ${joinSql(outputs, ', ')}
  FROM ${stored.relation}
) TO ${literal(path)} (
  FORMAT csv,
  HEADER false,
  DELIMITER ${literal(options.delimiter)},
  QUOTE ${literal(options.quote)},
  ESCAPE ${literal(options.quote)},
  NULLSTR ${literal(options.nullText)},
  NEW_LINE ${rawSql(options.lineEnd === '\n' ? `'\\n'` : `'\\r\\n'`)}
)`;
}

function guardedSql(column: Sql): Sql {
  return sql`CASE
    WHEN regexp_matches(${column}, ${literal('^[=+\\-@\\t\\r\\n]')}) THEN concat('''', ${column})
    ELSE ${column}
  END`;
}
