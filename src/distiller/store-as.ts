import { joinSql, literal, type Sql, sql } from '../core/sql.ts';
import { castTo, typeSql } from '../dialect/distiller/translate/coerce.ts';
import { nameSql } from '../dialect/distiller/translate/operand.ts';
import { type DataType, familyOf, type KnownColumn, typed } from '../dialect/distiller/translate/typed.ts';
import { typeText } from '../dialect/type-tree.ts';
import type { Translation } from './translate.ts';

/**
 * A query's rows as a table stores them, column by column in their order. What does not fit stops the statement: a value is
 * never silently turned into NULL on its way into a table (Spark's ANSI store assignment).
 */
export function storeAs(query: Translation, columns: readonly KnownColumn[]): Translation {
  const given = query.columns ?? [];
  const same = columns.every(({ type }, index) => fits(given[index]?.type, type));
  if (same) return query;
  const names = columns.map((_, index) => nameSql(`c${index + 1}`));
  const items = columns.map(({ name, type }, index) => {
    const column = names[index] ?? sql`NULL`;
    return sql`${stored(column, given[index]?.type, type, 0)} AS ${nameSql(name)}`;
  });
  const body = sql`SELECT ${joinSql(items, ', ')}\nFROM (\n${query.sql}\n) AS source(${joinSql(names, ', ')})`;
  return { ...query, sql: body, columns };
}

/** Whether the engine stores a value as it is, without rounding. */
function fits(from: DataType | undefined, to: DataType): boolean {
  if (from === undefined || typeText(from) === typeText(to)) return true;
  const [a, b] = [familyOf(from), familyOf(to)];
  if (a === 'null' || a === 'unknown') return true;
  if (from.kind !== 'scalar' || to.kind !== 'scalar') return false;
  return !((a === 'decimal' || a === 'fractional') && b === 'integer') && a !== 'list';
}

function stored(value: Sql, from: DataType | undefined, to: DataType, depth: number): Sql {
  if (from === undefined || fits(from, to)) return value;
  const nested = storedNested(value, from, to, depth);
  if (nested !== undefined) return nested;
  const [a, b] = [familyOf(from), familyOf(to)];
  if ((a === 'decimal' || a === 'fractional') && b === 'integer') return sql`CAST(trunc(${value}) AS ${typeSql(to)})`;
  if (b === 'text') return castTo(typed(value, from), to).sql;
  return sql`CAST(${value} AS ${typeSql(to)})`;
}

/** Structs take their fields by place, arrays and maps theirs one by one. */
function storedNested(value: Sql, from: DataType, to: DataType, depth: number): Sql | undefined {
  const item = nameSql(`item${depth}`);
  if (from.kind === 'list' && to.kind === 'list') {
    return sql`list_transform(${value}, lambda ${item}: ${stored(item, from.item, to.item, depth + 1)})`;
  }
  if (from.kind === 'struct' && to.kind === 'struct' && from.fields.length === to.fields.length) {
    const fields = to.fields.map(({ name, type }, index) => {
      const source = from.fields[index];
      const field = sql`struct_extract(${value}, ${literal(source?.name ?? name)})`;
      return sql`${literal(name)}: ${stored(field, source?.type, type, depth + 1)}`;
    });
    return sql`CASE WHEN ${value} IS NOT NULL THEN {${joinSql(fields, ', ')}} END`;
  }
  return undefined;
}
