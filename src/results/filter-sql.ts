import { StillhouseError } from '../core/error.ts';
import { joinSql, literal, rawSql, type Sql, sql } from '../core/sql.ts';
import { type ColumnInfo, isNested, isNumeric } from '../engine/types.ts';
import type { Filter, SortKey, ViewSpec } from './filter.ts';
import { storedColumn, type StoredResult, storedType } from './stored-table.ts';

/** The rows of a stored result that a view shows, in its order. */
export function viewSql(stored: StoredResult, { sort, filters }: ViewSpec): Sql {
  const outputs = joinSql(
    stored.columns.map((_, index) => storedColumn(index)),
    ', ',
  );
  return sql`SELECT ${outputs}
FROM ${stored.relation}${whereSql(filters, stored.columns)}${orderSql(sort)}`;
}

/** `WHERE …` with all filters on the stored columns, on a line of its own; empty without filters. */
export function whereSql(filters: readonly Filter[], columns: readonly ColumnInfo[]): Sql {
  if (filters.length === 0) return sql``;
  return sql`\nWHERE ${joinSql(
    filters.map((filter) => filterSql(filter, columns)),
    '\n  AND ',
  )}`;
}

function orderSql(sort: readonly SortKey[]): Sql {
  if (sort.length === 0) return sql``;
  const keys = sort.map(({ column, direction, nulls }) => {
    const order = rawSql(direction === 'ascending' ? 'ASC' : 'DESC');
    return sql`${storedColumn(column)} ${order} NULLS ${rawSql(nulls === 'first' ? 'FIRST' : 'LAST')}`;
  });
  return sql`\nORDER BY ${joinSql([...keys, sql`rowid`], ', ')}`;
}

/** The condition of one filter on the stored columns of a result; never NULL for a negated filter. */
export function filterSql(filter: Filter, columns: readonly ColumnInfo[]): Sql {
  const info = columns[filter.column];
  if (info === undefined) throw new StillhouseError('internal', `A filter names column ${filter.column + 1}.`);
  const column = storedColumn(filter.column);
  switch (filter.kind) {
    case 'missing':
      return filter.negated ? sql`${column} IS NOT NULL` : sql`${column} IS NULL`;
    case 'values':
      return negate(valuesSql(filter.values, column, info), filter.negated);
    case 'text':
      return negate(textSql(filter, sql`CAST(${column} AS VARCHAR)`), filter.negated);
    case 'range':
      return rangeSql(filter, column, info);
  }
}

function negate(condition: Sql, negated: boolean): Sql {
  return negated ? sql`(${condition}) IS NOT TRUE` : sql`(${condition})`;
}

function valuesSql(values: readonly (string | null)[], column: Sql, info: ColumnInfo): Sql {
  const present = values.filter((value) => value !== null);
  const compared = isNested(info.type) ? sql`CAST(${column} AS VARCHAR)` : column;
  const parts = [
    ...(present.length === 0
      ? []
      : [
          sql`${compared} IN (${joinSql(
            present.map((value) => typedLiteral(value, info)),
            ', ',
          )})`,
        ]),
    ...(present.length < values.length ? [sql`${column} IS NULL`] : []),
  ];
  return parts.length === 0 ? sql`FALSE` : joinSql(parts, ' OR ');
}

function textSql(filter: Extract<Filter, { kind: 'text' }>, text: Sql): Sql {
  const { match, matchCase } = filter;
  const pattern = literal(filter.text);
  if (match === 'regexp') return sql`regexp_matches(${text}, ${pattern}${matchCase ? sql`` : sql`, 'i'`})`;
  const name = rawSql({ contains: 'contains', starts: 'starts_with', ends: 'ends_with' }[match]);
  return matchCase ? sql`${name}(${text}, ${pattern})` : sql`${name}(lower(${text}), lower(${pattern}))`;
}

function rangeSql(filter: Extract<Filter, { kind: 'range' }>, column: Sql, info: ColumnInfo): Sql {
  const { low, high } = filter;
  const parts: Sql[] = [];
  if (low !== undefined) parts.push(sql`${column} >= ${typedLiteral(low, info)}`);
  if (high !== undefined) parts.push(upperEnd(high, filter.highOpen === true, column, info));
  return parts.length === 0 ? sql`TRUE` : sql`(${joinSql(parts, ' AND ')})`;
}

function upperEnd(high: string, isOpen: boolean, column: Sql, info: ColumnInfo): Sql {
  const end = typedLiteral(high, info);
  if (isOpen) return sql`${column} < ${end}`;
  const isWholeDay = info.type.kind === 'timestamp' && /^\d{4}-\d{2}-\d{2}$/.test(high.trim());
  return isWholeDay ? sql`${column} < ${end} + INTERVAL 1 DAY` : sql`${column} <= ${end}`;
}

/** Digits a plain number literal may have before the engine reads it as a double. */
const exactDigits = 38;

/** A value's text as a literal that compares exactly with the column. */
function typedLiteral(text: string, info: ColumnInfo): Sql {
  const { type } = info;
  if (type.kind === 'text' && storedType(info) === 'VARCHAR') return literal(text);
  if (isNested(type)) return literal(text);
  if (isNumeric(type) && type.kind !== 'float') return exactNumber(text.trim());
  const cast = rawSql(storedType(info));
  return sql`CAST(${literal(type.kind === 'blob' ? text : text.trim())} AS ${cast})`;
}

/** Not cast to the column's type, which would round `12.345` to two digits before comparing. */
function exactNumber(text: string): Sql {
  const digits = /^[+-]?(\d*)\.?(\d*)$/.exec(text);
  const count = (digits?.[1]?.length ?? 0) + (digits?.[2]?.length ?? 0);
  if (digits !== null && count > 0 && count <= exactDigits + 1) return rawSql(text);
  return sql`CAST(${literal(text)} AS DOUBLE)`;
}
