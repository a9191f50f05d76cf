import { joinSql, literal, rawSql, type Sql, sql } from '../../core/sql.ts';
import { blanks } from './blanks.ts';
import { clockForms, layoutFormat, layoutPattern, thousandsMarks } from './patterns.ts';
import { sqlTypeOf } from './type-words.ts';
import type { DateLayout, NumberFormat, ValueType } from './value-type.ts';

/**
 * The value of a text column in a type; NULL for NULL, for blank text (but in text columns) and for texts that the engine
 * cannot read. The engine reads more than survives (`007`, `1_000`): judge by `failsSql` before trusting the value.
 */
export function castSql(column: Sql, type: ValueType): Sql {
  switch (type.kind) {
    case 'text':
      return column;
    case 'boolean':
      return eitherSql(column, (text) => sql`TRY_CAST(${text} AS BOOLEAN)`);
    case 'double':
    case 'decimal':
      return sql`TRY_CAST(${plainNumberSql(column, type.format)} AS ${rawSql(sqlTypeOf(type))})`;
    case 'date':
    case 'timestamp':
      if (type.layout !== undefined) return laidOutSql(trimmedSql(column), type.layout, type.kind);
      if (type.kind === 'date') return sql`TRY_CAST(${column} AS DATE)`;
      return type.zoned === true
        ? eitherSql(column, (text) => sql`TRY_CAST(TRY_CAST(${text} AS TIMESTAMPTZ) AS TIMESTAMP)`)
        : eitherSql(column, (text) => sql`TRY_CAST(${text} AS TIMESTAMP)`);
    default:
      return sql`TRY_CAST(${column} AS ${rawSql(sqlTypeOf(type))})`;
  }
}

/** For types whose cast does not skip blanks: the text as it is, and only where that fails, the text without blanks. */
function eitherSql(column: Sql, cast: (text: Sql) => Sql): Sql {
  return sql`COALESCE(${cast(column)}, ${cast(trimmedSql(column))})`;
}

/** The text without the blanks around it. */
export function trimmedSql(column: Sql): Sql {
  return sql`trim(${column}, ${literal(blanks)})`;
}

/** A formatted number with a decimal point and no thousands marks. */
export function plainNumberSql(column: Sql, format: NumberFormat | undefined): Sql {
  if (format === undefined) return column;
  const ungrouped = thousandsMarks(format).reduce((text, mark) => sql`replace(${text}, ${literal(mark)}, '')`, column);
  return format.decimal === '.' ? ungrouped : sql`replace(${ungrouped}, ',', '.')`;
}

/** One `strptime` format a form: the engine's lists of formats cost twenty times as much on each miss. */
function laidOutSql(text: Sql, layout: DateLayout, kind: 'date' | 'timestamp'): Sql {
  const forms = kind === 'date' ? clockForms.slice(0, 1) : clockForms;
  const cases = forms.map(
    ({ pattern, format }) =>
      sql`WHEN regexp_full_match(${text}, ${literal(layoutPattern(layout) + pattern)}) THEN try_strptime(${text}, ${literal(layoutFormat(layout) + format)})`,
  );
  return sql`TRY_CAST(CASE ${joinSql(cases, ' ')} END AS ${rawSql(kind.toUpperCase())})`;
}
