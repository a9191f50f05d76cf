import { identifier, joinSql, literal, rawSql, type Sql, sql } from '../core/sql.ts';
import { type ColumnInfo, isNested } from '../engine/types.ts';
import { storedColumn, type StoredResult, storedType } from '../results/stored-table.ts';
import { doubleSql } from './double-sql.ts';
import type { DelimitedOptions } from './export-format.ts';

/**
 * Whether the engine itself writes these columns as we would: nested values it does not write as JSON, and 32-bit numbers
 * with other digits.
 */
export function canCopy(columns: readonly ColumnInfo[]): boolean {
  return columns.every(({ type }) => !isNested(type) && !(type.kind === 'float' && type.bits === 32));
}

/** Whether the engine takes these characters as we do: one byte each, and apart from each other. */
export function canDelimit({ delimiter, quote, nullText }: DelimitedOptions): boolean {
  const plain = /^[\t !-~]$/;
  const apart = delimiter !== quote && !nullText.includes(delimiter) && !nullText.includes(quote);
  return plain.test(delimiter) && plain.test(quote) && apart;
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
    if (guarded) return guardedSql(storedColumn(index));
    return info === undefined ? storedColumn(index) : outputSql(info, storedColumn(index));
  });
  return copySql(sql`SELECT ${joinSql(outputs, ', ')}\n  FROM ${stored.relation}`, path, options, false);
}

/**
 * Writes the rows of a query with these columns to an output file, as `delimitedWriter` writes them where `canCopy` and
 * `canDelimit` hold; the header is left to the caller. Formulas are not guarded.
 */
export function copyRowsSql(
  rows: Sql,
  columns: readonly ColumnInfo[],
  path: string,
  options: DelimitedOptions,
  quoteAll: boolean,
): Sql {
  const names = columns.map((_, index) => identifier(`c${index}`));
  const outputs = columns.map((info, index) => outputSql(info, names[index] ?? sql`NULL`));
  const select = sql`SELECT ${joinSql(outputs, ', ')}
  FROM (
    ${rows}
  ) AS leaving(${joinSql(names, ', ')})`;
  return copySql(select, path, options, quoteAll);
}

function copySql(select: Sql, path: string, options: DelimitedOptions, quoteAll: boolean): Sql {
  const quoting = quoteAll ? sql`,\n  FORCE_QUOTE *` : sql``;
  return sql`COPY (
  ${select}
) TO ${literal(path)} (
  FORMAT csv,
  HEADER false,
  DELIMITER ${literal(options.delimiter)},
  QUOTE ${literal(options.quote)},
  ESCAPE ${literal(options.quote)},
  NULLSTR ${literal(options.nullText)},
  NEW_LINE ${rawSql(options.lineEnd === '\n' ? `'\\n'` : `'\\r\\n'`)}${quoting}
)`;
}

function outputSql({ type }: ColumnInfo, column: Sql): Sql {
  return type.kind === 'float' ? doubleSql(column) : column;
}

function guardedSql(column: Sql): Sql {
  return sql`CASE
    WHEN regexp_matches(${column}, ${literal('^[=+\\-@\\t\\r\\n]')}) THEN concat('''', ${column})
    ELSE ${column}
  END`;
}
